import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { RunInput, Statement } from '../schema.js';
import { type DealTemplate, extraDeal } from './extraDeal.js';
import { boundsOf, breaksOf, stepsAt } from './payBreaks.js';
import { payProbe } from './payProbe.js';
import { componentOf, type PayTarget } from './payTarget.js';

/** What somebody wants to earn, and how exactly. */
export interface SalesToEarnQuestion extends PayTarget {
  /** In plan currency; a payout in the payee's. */
  readonly target: DecimalLike;
  /** `exact` compares before rounding; a payout in another currency or cut by a limit is rounded. Default `exact`. */
  readonly on?: 'exact' | 'rounded';
  /** `earned`: of the component where one is named, else of the statement. Default `earned`. */
  readonly what?: 'earned' | 'payout';
  /** Sales are a multiple of it. Default: the minor unit of the plan currency, 1 for units and deals. */
  readonly increment?: DecimalLike;
  /** No more than this, not negative. Default: 10,000 deals, otherwise 10¹² increments. */
  readonly max?: DecimalLike;
  /** What conditions of the plan read of the sales. */
  readonly deal?: DealTemplate;
}

/** The smallest sales that earn a target, or the most that can be earned and why. */
export type SalesToEarn =
  | {
      readonly ok: true;
      readonly status: 'reached' | 'already';
      /** What has to be sold beyond what is sold. */
      readonly more: DecimalString;
      /** The measure of the component then, `null` where it has none. */
      readonly total: DecimalString | null;
      readonly earned: DecimalString;
      /** What one increment less earns: below the target. `null` where nothing has to be sold. */
      readonly oneLess: DecimalString | null;
      /** Where selling on earns less than the target again. */
      readonly nextLoss?: { readonly more: DecimalString; readonly earned: DecimalString };
    }
  | {
      readonly ok: false;
      /** The most that any sales looked at earn. */
      readonly supremum: DecimalString;
      /**
       * What keeps pay below the target: `cap`, `gate` (a hurdle, a minimum payment, or a release that holds a payout),
       * `max` where more sales than may be made would earn it, or where pay still rises with the most that are looked at,
       * and `flatTop` where it is none of them.
       */
      readonly reasons: readonly Reason[];
    };

/**
 * Returns the smallest additional sales, on the last day of the period, that earn a target. The run is computed again at
 * every bound of the plan and, between two, by halving; `oneLess` proves that less does not do.
 *
 * @param input the run
 * @param question whose pay, what target, by which step
 * @throws SalesModelError `statement.unknown`, `component.unknown`, `inverse.measure` where the component's measure is no
 * sum of sales, `inverse.increment`, `inverse.max`, `option.unknown`, and those of `run`
 * @example
 * import { salesToEarn, type RunInput } from 'salesmodel/commission';
 *
 * const tiers = { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.08' }] } as const;
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'tiers', tiers } }],
 *   }],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'P', from: '2026-01-01', to: null }],
 *   transactions: [{ id: 'T1', date: '2026-01-10', amount: '95000.00', currency: 'USD', payeeId: 'ana' }],
 * };
 * salesToEarn(input, { payeeId: 'ana', period: '2026-01-01', target: '8000' });
 * // => { ok: true, status: 'reached', more: '5000.01', total: '100000.01', earned: '8000.0008', oneLess: '5000' }
 */
export function salesToEarn(input: RunInput, question: SalesToEarnQuestion): SalesToEarn {
  const { componentId } = question;
  const isExact = oneOf(question.on ?? 'exact', ['exact', 'rounded'] as const, ['question', 'on']) === 'exact';
  const what = oneOf(question.what ?? 'earned', ['earned', 'payout'] as const, ['question', 'what']);
  const target = toDecimal(question.target, ['question', 'target']);
  const probe = payProbe(input, question, isExact);
  const base = probe([]);
  const component = componentOf(input, base, question);
  const { kind } = component.measure;
  const increment = incrementOf(question, kind, base.currency);
  const most = Math.min(
    kind === 'count' ? 10_000 : 1e12,
    question.max === undefined ? Infinity : stepsOf(question.max, increment),
  );
  const sell = extraDeal(component.measure, base, question.deal ?? {});
  const more = (step: number): Decimal => times(toDecimal(step), increment);

  const known = new Map<number, Statement>([[0, base]]);
  const at = (step: number): Statement => {
    const statement = known.get(step) ?? probe(sell(more(step)));
    known.set(step, statement);
    return statement;
  };
  const pay = (step: number): Decimal => payOf(at(step), { componentId, what, isExact });
  const places = isExact ? 0 : toDecimal(base.payable).decimalPlaces();
  const text = (step: number): DecimalString => pay(step).toFixed(Math.max(places, pay(step).decimalPlaces()));
  const reaches = (step: number): boolean => pay(step).gte(target);
  const bounds = input.plans.filter(({ id }) => id === base.planId).flatMap(boundsOf);
  const grown = Math.min(most, 1_000);
  const steps = stepsAt(breaksOf(bounds, base, at(grown), more(grown)), increment, most);

  const reasons = (): readonly Reason[] => {
    const codes = obstacles(at(most), { componentId, what, isExact });
    const isRising = pay(most).gt(pay(Math.floor(most / 2)));
    const all = isRising ? [...codes, 'max'] : codes.length === 0 ? ['flatTop'] : codes;
    return all.map((code) => ({ code, params: {} }));
  };
  const found = firstChange(steps, 0, reaches, pay);
  if (found === null) {
    const supremum = [...known.keys()].map(pay).reduce((a, b) => (a.gt(b) ? a : b));
    return { ok: false, supremum: toText(supremum), reasons: reasonsBeyond(input, question) ?? reasons() };
  }
  const loss = firstChange(steps, found, (step) => !reaches(step), pay);
  const measure = at(found).components.find(({ id }) => id === component.id)?.measure ?? null;
  return {
    ok: true,
    status: found === 0 ? 'already' : 'reached',
    more: toText(more(found)),
    total: measure,
    earned: text(found),
    oneLess: found === 0 ? null : text(found - 1),
    ...(loss !== null && { nextLoss: { more: toText(more(loss)), earned: text(loss) } }),
  };
}

function incrementOf({ increment }: SalesToEarnQuestion, kind: string, currency: string): Decimal {
  const byKind = kind === 'units' || kind === 'count' || kind === 'field' ? '1' : undefined;
  const step = toDecimal(increment ?? byKind ?? minorUnit(findCurrency(currency, isoCurrencies, ['currency'])), [
    'question',
    'increment',
  ]);
  if (step.lte(0) || (kind === 'count' && !step.isInteger())) {
    fail('inverse.increment', ['question', 'increment'], { value: toText(step) });
  }
  return step;
}

/** The most increments that may be sold. */
function stepsOf(max: DecimalLike, increment: Decimal): number {
  const most = toDecimal(max, ['question', 'max']);
  if (most.lt(0)) fail('inverse.max', ['question', 'max'], { value: toText(most) });
  return divide(most, increment).floor().toNumber();
}

interface PayFigure {
  readonly componentId: string | undefined;
  readonly what: 'earned' | 'payout';
  readonly isExact: boolean;
}

function payOf(statement: Statement, { componentId, what, isExact }: PayFigure): Decimal {
  if (what === 'payout') {
    const { payout, payable, payoutCurrency, rounding = '0' } = statement;
    const paid = payout === null ? ZERO : toDecimal(payout);
    // Only a payable that is paid as it stands has an exact amount behind it.
    const isWhole = payoutCurrency === undefined && paid.eq(toDecimal(payable));
    return isExact && isWhole ? minus(paid, toDecimal(rounding)) : paid;
  }
  const component = statement.components.find(({ id }) => id === componentId);
  return toDecimal((component ?? statement).earned);
}

/** The smallest step from `start` on where a condition holds that does not turn twice between two neighbours of a list. */
function firstChange(
  steps: readonly number[],
  start: number,
  holds: (step: number) => boolean,
  pay: (step: number) => Decimal,
): number | null {
  let low = start;
  if (holds(low)) return low;
  for (const high of steps) {
    if (high <= low) continue;
    const inside = holds(high) ? high : peak(low, high, holds, pay);
    if (inside !== null) return bisect(low, inside, holds);
    low = high;
  }
  return null;
}

function bisect(low: number, high: number, holds: (step: number) => boolean): number {
  let [below, above] = [low, high];
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** A step inside a stretch, both of whose ends fail, where a parabola of pay has its top, if the condition holds there. */
function peak(
  low: number,
  high: number,
  holds: (step: number) => boolean,
  pay: (step: number) => Decimal,
): number | null {
  let [from, to] = [low, high];
  if (to - from < 3) return null;
  const third = Math.floor((to - from) / 3);
  const [left, right] = [pay(from + third), pay(to - third)];
  // A straight line has no top between its ends.
  if (pay(from).lte(left) === left.lte(right) && left.lte(right) === right.lte(pay(to))) return null;
  while (to - from > 2) {
    const part = Math.max(1, Math.floor((to - from) / 3));
    if (holds(from + part)) return from + part;
    if (holds(to - part)) return to - part;
    if (pay(from + part).lt(pay(to - part))) from += part;
    else to -= part;
  }
  return null;
}

/** With a limit of one's own: whether more sales would do, or else why they would not; `null` without one. */
function reasonsBeyond(input: RunInput, question: SalesToEarnQuestion): readonly Reason[] | null {
  const { max, ...unlimited } = question;
  if (max === undefined) return null;
  const beyond = salesToEarn(input, unlimited);
  return beyond.ok ? [{ code: 'max', params: {} }] : beyond.reasons;
}

/** What lowers pay where a statement stands, in the order of codes. */
function obstacles(statement: Statement, { componentId, what }: PayFigure): readonly string[] {
  const { components, planModifiers, deferred, held, carryOut, paymentForfeited = '0' } = statement;
  const isPayout = what === 'payout';
  const counted =
    isPayout || componentId === undefined ? components : components.filter(({ id }) => id === componentId);
  const ofPlan = isPayout || componentId === undefined ? planModifiers : [];
  const effects = [...counted.flatMap(({ modifiers }) => modifiers), ...ofPlan];
  const lowers = (kind: string): boolean =>
    effects.some((modifier) => modifier.kind === kind && toDecimal(modifier.effect).lt(0));
  const isKept = (amount: DecimalString): boolean => isPayout && toDecimal(amount).gt(0);
  const isPaid = toDecimal(statement.payout ?? '0').gt(0);
  const isCapped = lowers('cap') || isKept(deferred) || isKept(paymentForfeited) || (isKept(carryOut) && isPaid);
  const isGated = lowers('hurdle') || isKept(held) || (isKept(carryOut) && !isPaid);
  return [...(isCapped ? ['cap'] : []), ...(isGated ? ['gate'] : [])];
}
