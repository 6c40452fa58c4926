import { type DecimalLike, toDecimal } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { checkPlan } from '../plan/checkPlan.js';
import type { CommissionPlan, Crediting } from '../schema.js';
import { capBeforeFloor } from './capBeforeFloor.js';
import { capRegressive } from './capRegressive.js';
import { clawbackExceedsPaid } from './clawbackExceedsPaid.js';
import { componentOverlap } from './componentOverlap.js';
import { componentUnreachable } from './componentUnreachable.js';
import { drawNeverRecovers } from './drawNeverRecovers.js';
import { fallingFigures } from './fallingFigures.js';
import { gateFindings } from './gateFindings.js';
import { kickerDuplicate } from './kickerDuplicate.js';
import type { LintContext } from './lintContext.js';
import { midPeriodChange } from './midPeriodChange.js';
import { overlayUnbounded } from './overlayUnbounded.js';
import { overrideOver100 } from './overrideOver100.js';
import { quotaUnused } from './quotaUnused.js';
import { roundedBounds } from './roundedBounds.js';
import { roundingLossy } from './roundingLossy.js';
import { scheduleGap } from './scheduleGap.js';
import { tierFindings } from './tierFindings.js';

/** What a plan is judged with beside itself. */
export interface LintPlanOptions {
  /** By id, the quota of one span that a component evaluates (of the window under `toDate`), above 0: sizes are then money. */
  readonly quotas?: Readonly<Record<string, DecimalLike>>;
  /** The rules by which people above a seller are credited. Default: none. */
  readonly crediting?: Crediting;
  /** How many levels a credit rule with `levels: "all"` is taken for. Default 10. */
  readonly levels?: number;
}

/**
 * Returns what is odd about a plan, sorted by path, then by code. A plan without oddities gives `[]`.
 *
 * - `tiers.cliff`, `tiers.nonMonotone`, `tiers.regressive`, `tiers.deadTier`, `tiers.flatWithoutRate`: what `lintTiers`
 *   of the core finds in the tiers that a component pays by; sizes in the `unit` of the params: `money`, or a part of
 *   the `quota` or of `targetPay`
 * - `tiers.nonMonotone` with the unit `factor`, `curve.nonMonotone`: the factors of a multiplier or a curve fall
 * - `gate.deadZone`: over an interval of sales a component pays the same, because a hurdle stays closed
 * - `gate.nonMonotone`: more sales close a hurdle or a milestone
 * - `cap.regressive`: rates rise behind the sales at which a cap is reached, where the blended rate falls
 * - `override.over100`: all shares and the highest rates on one amount add up to more than 1
 * - `cap.beforeFloor`: a floor stands behind a cap that it can lift pay over again
 * - `kicker.duplicate`: a milestone has the condition of an earlier one of the same list
 * - `overlay.unbounded`: a component asks for overlay credits by name, whose shares may add up to anything, without a cap
 * - `quota.unused`: nothing is measured against the quota
 * - `component.unreachable`: no row passes a component's `where`
 * - `component.overlap`: two components can pay on the same row, such as `example`
 * - `plan.midPeriodChange`: the version begins or ends inside a period
 * - `attainment.roundedBounds`: rounded attainment moves where a tier begins
 * - `rounding.lossy`: steps larger than the currency's smallest unit, transactions rounded on conversion, or lines that
 *   are each rounded in the same direction
 * - `clawback.exceedsPaid`: a reversal may take back more than was paid, because it is counted before a limit or at the
 *   rates of another period
 * - `schedule.gap`: a part of pay waits for an event or date that a row may never have
 * - `draw.neverRecovers`: `because` of a rate or limit of 0, a recovery that begins when the debt is dropped, or a floor
 *   that capped pay never exceeds
 *
 * @param plan one version of a plan
 * @param options quotas, and how people above a seller are credited
 * @throws SalesModelError the errors of a plan that does not fit together: `plan.componentId`, `plan.quotaMissing`,
 * `plan.axisMode`, `plan.baseMode`, `plan.cells`, `plan.dimension`, `plan.hurdleOrder`, `plan.basisMissing`,
 * `plan.span`, `plan.scheduleSum`, `plan.share`, `plan.holdbackEnd`, `plan.wholeNumber`, `plan.clawbackTerm`,
 * `plan.clawbackSteps`, `plan.clawbackAttainment`, those of tiers, rules, draws and payment, `currency.unknown`,
 * `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lintPlan } from 'salesmodel/commission';
 *
 * const findings = lintPlan({
 *   id: 'P',
 *   currency: 'USD',
 *   period: 'month',
 *   components: [
 *     {
 *       id: 'C',
 *       measure: { kind: 'amount' },
 *       accumulate: 'perPeriod',
 *       rate: {
 *         kind: 'tiers',
 *         tiers: { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.08' }] },
 *       },
 *     },
 *   ],
 * });
 * findings.map(({ code }) => code); // => ['tiers.cliff']
 * findings[0]?.params; // => { at: '100000', below: '5000', above: '8000', size: '3000', unit: 'money' }
 */
export function lintPlan(plan: CommissionPlan, options: LintPlanOptions = {}): readonly Finding[] {
  checkPlan(plan, []);
  const { quotas = {}, crediting = {}, levels = 10 } = options;
  const context: LintContext = {
    plan,
    crediting,
    levels,
    quota: ({ quota }) =>
      quota !== undefined && Object.hasOwn(quotas, quota) ? toDecimal(quotas[quota]!, ['quotas', quota]) : null,
  };
  return LINTERS.flatMap((linter) => linter(context)).sort(
    (a, b) => comparePaths(a.path, b.path) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

const LINTERS: readonly ((context: LintContext) => readonly Finding[])[] = [
  tierFindings,
  fallingFigures,
  gateFindings,
  capRegressive,
  overrideOver100,
  capBeforeFloor,
  kickerDuplicate,
  overlayUnbounded,
  quotaUnused,
  componentUnreachable,
  componentOverlap,
  midPeriodChange,
  roundedBounds,
  roundingLossy,
  clawbackExceedsPaid,
  scheduleGap,
  drawNeverRecovers,
];

/** Indices by number, keys by code unit, a place before what lies in it. */
function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index]!, b[index]!];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}
