import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalString, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { type Explanation, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, type RoundingMode, toIncrement } from '../../core/rounding.js';
import { fail } from '../fail.js';
import { quotientRounding } from '../release/quotientRounding.js';
import type { Clawback } from '../schema.js';
import { amountText } from '../statement/amountText.js';
import { type ClawbackAttainment, type CompiledClawback, compileClawback } from './compileClawback.js';
import { recomputedSteps, reversalSteps } from './explainReversal.js';
import { reversedPart } from './reversedPart.js';
import { ALL_UNSERVED, type UnservedPart } from './unservedPart.js';

/** The earning that a reversal takes back, wholly or in part. */
export interface ClawbackOriginal {
  /** Of the transaction; windows and terms run from it. */
  readonly date: PlainDate;
  /** Of the transaction. */
  readonly amount: DecimalString;
  /** After modifiers. */
  readonly earned: DecimalString;
  /** Before modifiers: measure times blended rate. Needed by `originalRate`. */
  readonly beforeModifiers?: DecimalString;
  /** Released until the reversal. Needed by `paidOnly`. */
  readonly released?: DecimalString;
  /** First day of the term. Default: `date`. */
  readonly contractStart?: PlainDate;
  /** First day after the term. Needed by a term of `contract`. */
  readonly contractEnd?: PlainDate;
}

/** A row that reverses an earlier transaction. */
export interface ClawbackCase {
  readonly date: PlainDate;
  /** Of the reversing row: the sign is the opposite of the original's. */
  readonly amount: DecimalString;
  readonly original: ClawbackOriginal;
  /** What earlier reversals of the same transaction reversed and took back. Default: nothing. */
  readonly before?: { readonly reversed: DecimalString; readonly clawback: DecimalString };
  /** What the original span earns with and without the reversed part. Needed by `recompute`. */
  readonly recomputed?: { readonly before: DecimalString; readonly after: DecimalString };
}

/** How money is rounded. */
export interface MoneyRounding {
  /** Default `"0.01"`. */
  readonly increment?: DecimalString;
  /** Default `halfEven`. */
  readonly mode?: RoundingMode;
}

/** What a reversal takes back. */
export interface ClawbackOutcome {
  /** Signed effect on pay, negative for a sale. */
  readonly amount: DecimalString;
  /** With `paidOnly`: the reversed part that was not paid yet and will not be. */
  readonly cancelled: DecimalString;
  /** Where attainment loses the reversed part. */
  readonly attainment: ClawbackAttainment;
  /** `clawback.outsideWindow` where the reversal comes too late. */
  readonly findings: readonly Finding[];
  readonly explanation: Explanation;
}

/**
 * Returns what a reversal takes back of what was earned. Parts are rounded as differences of running parts, so that
 * those of a complete reversal are all of the earning.
 *
 * @param policy basis (default `recompute`), effect on attainment, window in months, term
 * @param reversal the reversing row and what is known of the original
 * @param rounding `increment` (default `"0.01"`) and `mode` (default `halfEven`)
 * @throws SalesModelError `clawback.sign` (an amount with the sign of the original), `clawback.exceeds` (more than is
 * left of the original), `clawback.missing` (the basis needs a figure that is not given), `plan.clawbackTerm`,
 * `plan.clawbackAttainment`, `plan.clawbackSteps`, `plan.wholeNumber`, `option.unknown`, `rounding.increment`,
 * `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { clawback } from 'salesmodel/commission';
 *
 * const original = { date: '2026-01-10', amount: '1200', earned: '120.00' };
 * const cancelled = { date: '2026-04-15', amount: '-1200', original };
 * clawback({ basis: 'asEarned' }, cancelled).amount; // => '-120.00'
 *
 * // Three of twelve months are served.
 * clawback({ basis: 'prorated', prorate: { term: 12 } }, cancelled).amount; // => '-90.00'
 */
export function clawback(policy: Clawback, reversal: ClawbackCase, rounding: MoneyRounding = {}): ClawbackOutcome {
  const compiled = compileClawback(policy, ['policy']);
  const increment = toIncrement(rounding.increment ?? '0.01', ['rounding', 'increment']);
  const mode = oneOf(rounding.mode ?? 'halfEven', ROUNDING_MODES, ['rounding', 'mode']);
  const money = (amount: Decimal): string => amountText(amount, increment);
  const { basis, attainment } = compiled;
  const facts = readFacts(reversal);
  const at = dayNumber(reversal.date, ['date']);
  const day = dayNumber(reversal.original.date, ['original', 'date']);
  const base = { cancelled: money(ZERO), attainment, findings: [] };

  if (compiled.isLate(day, at)) {
    const params = { windowMonths: policy.windowMonths, from: reversal.original.date, date: reversal.date };
    return {
      ...base,
      amount: money(ZERO),
      findings: [{ code: 'clawback.outsideWindow', severity: 'info', path: ['date'], params }],
      explanation: explainStep('clawback.outsideWindow', params, money(ZERO), [
        explainInput(['date'], reversal.date),
        explainInput(['original', 'date'], reversal.original.date),
      ]),
    };
  }
  if (basis === 'recompute') {
    const { recomputed } = reversal;
    if (recomputed === undefined) return fail('clawback.missing', ['recomputed'], { basis });
    const after = toDecimal(recomputed.after, ['recomputed', 'after']);
    const before = toDecimal(recomputed.before, ['recomputed', 'before']);
    const amount = money(minus(after, before));
    const steps = recomputedSteps(
      { kind: 'recomputed', before, after },
      {
        amount: explainInput(['recomputed', 'before'], recomputed.before),
        reversed: [explainInput(['recomputed', 'after'], recomputed.after)],
      },
    );
    const explanation = explainStep('clawback.recompute', { additive: true }, amount, steps);
    return { ...base, amount, explanation };
  }
  if (basis === 'currentPeriod') {
    const explanation = explainStep('clawback.currentPeriod', {}, money(ZERO), [explainPolicy('basis', basis)]);
    return { ...base, amount: money(ZERO), explanation };
  }

  const unserved = unservedOf(compiled, reversal, day, at);
  const [earned, place] = earnedOf(reversal.original, basis);
  const {
    clawback: taken,
    cancelled,
    earlier,
  } = reversedPart(
    { ...facts, earned, payable: releasedOf(reversal, basis, facts.takenBefore) },
    basis,
    unserved,
    quotientRounding(increment, mode),
  );
  const amount = money(taken.neg());
  const from = [
    ...reversalSteps(
      { kind: 'part', ...facts, earlier, unserved },
      basis,
      explainInput(['original', place], reversal.original[place] ?? null),
      {
        amount: explainInput(['original', 'amount'], reversal.original.amount),
        reversed: [
          explainInput(['amount'], reversal.amount),
          ...(reversal.before === undefined ? [] : [explainInput(['before', 'reversed'], reversal.before.reversed)]),
        ],
        term: termInputs(reversal),
        policy: ['policy'],
      },
    ),
    ...(basis === 'paidOnly' ? [explainInput(['original', 'released'], reversal.original.released ?? null)] : []),
  ];
  const explanation = explainStep(`clawback.${basis}`, { cancelled: money(cancelled) }, amount, from);
  return { ...base, amount, cancelled: money(cancelled), explanation };
}

/** Days that say how much of the term is served. */
function termInputs({ date, original }: ClawbackCase): readonly Explanation[] {
  const days = (['contractStart', 'contractEnd'] as const).flatMap((name) => {
    const day = original[name];
    return day === undefined ? [] : [explainInput(['original', name], day)];
  });
  const start = original.contractStart === undefined ? [explainInput(['original', 'date'], original.date)] : [];
  return [explainInput(['date'], date), ...start, ...days];
}

/** Amounts that are checked against each other. */
function readFacts({ amount, original, before }: ClawbackCase) {
  const whole = toDecimal(original.amount, ['original', 'amount']);
  const reversed = toDecimal(amount, ['amount']);
  const reversedBefore = toDecimal(before?.reversed ?? '0', ['before', 'reversed']);
  const takenBefore = toDecimal(before?.clawback ?? '0', ['before', 'clawback']).neg();
  const params = { value: amount, whole: original.amount };
  for (const each of [reversed, reversedBefore]) {
    if (!each.isZero() && !whole.isZero() && each.isNegative() === whole.isNegative()) {
      fail('clawback.sign', ['amount'], params);
    }
  }
  const rest = minus(whole.abs(), plus(reversed, reversedBefore).abs());
  if (rest.lt(0)) fail('clawback.exceeds', ['amount'], params);
  return { amount: whole, reversed, reversedBefore, takenBefore };
}

function earnedOf(
  { earned, beforeModifiers }: ClawbackOriginal,
  basis: CompiledClawback['basis'],
): [Decimal, 'earned' | 'beforeModifiers'] {
  if (basis !== 'originalRate') return [toDecimal(earned, ['original', 'earned']), 'earned'];
  if (beforeModifiers === undefined) return fail('clawback.missing', ['original', 'beforeModifiers'], { basis });
  return [toDecimal(beforeModifiers, ['original', 'beforeModifiers']), 'beforeModifiers'];
}

/** What is paid and not taken back yet. */
function releasedOf({ original }: ClawbackCase, basis: CompiledClawback['basis'], takenBefore: Decimal): Decimal {
  if (basis !== 'paidOnly') return ZERO;
  if (original.released === undefined) return fail('clawback.missing', ['original', 'released'], { basis });
  return minus(toDecimal(original.released, ['original', 'released']), takenBefore);
}

function unservedOf(compiled: CompiledClawback, { original }: ClawbackCase, day: number, at: number): UnservedPart {
  if (compiled.basis !== 'prorated') return ALL_UNSERVED;
  const { contractStart, contractEnd } = original;
  const found = compiled.unserved({
    start: contractStart === undefined ? day : dayNumber(contractStart, ['original', 'contractStart']),
    end: contractEnd === undefined ? null : dayNumber(contractEnd, ['original', 'contractEnd']),
    reversal: at,
  });
  return found ?? fail('clawback.missing', ['original', 'contractEnd'], { basis: compiled.basis });
}
