import { compareText } from '../../core/compareText.js';
import type { Finding } from '../../core/errors.js';

/** Findings by code, then by place. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => compareText(a.code, b.code) || compareText(JSON.stringify(a.path), JSON.stringify(b.path)),
  );
}
