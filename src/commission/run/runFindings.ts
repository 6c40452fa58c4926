import type { Finding, Params } from '../../core/errors.js';

/** Findings of a run, each once, in an order that does not depend on when they were found. */
export class RunFindings {
  private readonly entries = new Map<string, Finding>();

  add(code: string, params: Params, severity: Finding['severity'] = 'warning'): void {
    const finding = { code, severity, path: [], params };
    this.entries.set(JSON.stringify([code, params]), finding);
  }

  list(): Finding[] {
    return [...this.entries.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
  }
}
