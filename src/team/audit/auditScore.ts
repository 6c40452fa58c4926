import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { type Explanation, explainConstant, explainInput, explainStep } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import type { AuditFinding } from '../schema/audit.js';
import { FINDING_SEVERITIES } from './findingSeverities.js';

/** What findings cost. */
export interface AuditScoreOptions {
  /** Points of a finding by severity. Default: critical 25, major 10, minor 3. */
  readonly weights?: Readonly<Record<AuditFinding['severity'], DecimalLike>>;
  /** The most that is left with a critical finding. Default 60. */
  readonly criticalCap?: DecimalLike;
}

/** What is left of 100. */
export interface AuditScore {
  readonly score: DecimalString;
  readonly counts: Readonly<Record<AuditFinding['severity'], number>>;
  /** Whether a critical finding lowered the score further. */
  readonly isCapped: boolean;
  /** The root is the score. */
  readonly explanation: Explanation;
}

/**
 * Returns the score of an audit: 100 less the points of its findings, not below 0, and with a critical finding at most the cap.
 *
 * @param findings of one audit
 * @param options points, cap
 * @throws SalesModelError `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { auditScore } from 'salesmodel/team';
 *
 * const finding = { unit: 'east', text: 'late-report', owner: 'Ana', due: '2026-05-31' };
 * const severities = ['major', 'minor', 'minor'] as const;
 * auditScore(severities.map((severity, at) => ({ ...finding, id: `F${at}`, severity }))).score; // => '84'
 */
export function auditScore(
  findings: readonly Pick<AuditFinding, 'severity'>[],
  { weights = { critical: 25, major: 10, minor: 3 }, criticalCap = 60 }: AuditScoreOptions = {},
): AuditScore {
  const counts = { critical: 0, major: 0, minor: 0 };
  let lost: Decimal = ZERO;
  const points = FINDING_SEVERITIES.map((severity) => toDecimal(weights[severity], ['weights', severity]));
  findings.forEach(({ severity }, index) => {
    oneOf(severity, FINDING_SEVERITIES, ['findings', index, 'severity']);
    counts[severity] += 1;
    lost = plus(lost, points[FINDING_SEVERITIES.indexOf(severity)]!);
  });
  const left = minus(toDecimal(100), lost);
  const uncapped = left.gt(0) ? left : ZERO;
  const cap = toDecimal(criticalCap, ['criticalCap']);
  const isCapped = counts.critical > 0 && uncapped.gt(cap);
  const score = toText(isCapped ? cap : uncapped);
  return {
    score,
    counts,
    isCapped,
    explanation: explainStep('audit.score', { ...counts, isCapped }, score, [
      ...FINDING_SEVERITIES.map((severity, at) => explainConstant(['weights', severity], toText(points[at]!))),
      explainInput(['findings'], findings.length),
    ]),
  };
}
