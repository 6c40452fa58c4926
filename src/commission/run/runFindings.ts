import type { Finding, Params } from '../../core/errors.js';

/** Rows of which a component could not tell whether it counts them. */
export interface UndecidedRows {
  readonly componentId: string;
  readonly rows: ReadonlySet<number>;
}

/** Findings of a run, each once, in an order that does not depend on when they were found. */
export class RunFindings {
  private readonly entries = new Map<string, Finding>();
  /** One entry a component, in the order of plans and components; none where kernels compute the run. */
  readonly undecided: UndecidedRows[] = [];

  add(code: string, params: Params, severity: Finding['severity'] = 'warning'): void {
    const finding = { code, severity, path: [], params };
    this.entries.set(JSON.stringify([code, params]), finding);
  }

  /** Reports in how many rows components could not tell whether they count them. */
  addUndecided(components: readonly { readonly componentId: string; readonly rows: number }[]): void {
    for (const { componentId, rows } of components) {
      if (rows > 0) this.add('where.unknown', { componentId, rows }, 'info');
    }
  }

  list(): Finding[] {
    return [...this.entries.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
  }
}
