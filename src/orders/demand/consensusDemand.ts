import { compareText } from '../../core/compareText.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { compareRatios, type Ratio, ratioOf } from '../../core/ratio.js';
import { roundQuotient } from '../../core/rounding.js';
import { notNegative, positive } from '../read.js';
import type { DemandPlan } from '../schema/demandPlan.js';

const RULES = ['weighted', 'median', 'dealerCapped', 'makerFloor'] as const;
const ROUNDINGS = ['nearest', 'up', 'down'] as const;

/** How several opinions become one quantity. */
export interface ConsensusOptions {
  /**
   * `weighted` (default): the mean by the weights of the sources that have a quantity; `median`: the middle one;
   * `dealerCapped`: the weighted mean, at most what the dealer says; `makerFloor`: at least the maker's target.
   */
  readonly rule?: (typeof RULES)[number];
  /** The quantity is a multiple of it. Default 1. */
  readonly casePack?: DecimalLike;
  /** What the partner can pay: with a unit price in the plan it limits the quantity. */
  readonly cash?: DecimalLike;
  /** To the case pack: `nearest` (default, half up), `up` or `down`. What cash allows is never exceeded. */
  readonly rounding?: (typeof ROUNDINGS)[number];
}

/** A step that changed the quantity. */
export interface ConsensusCut {
  readonly code: 'dealerCap' | 'makerFloor' | 'cash' | 'casePack';
  readonly from: Ratio;
  readonly to: Ratio;
}

/** The quantity that follows from a plan, or why there is none. */
export type Consensus =
  | {
      readonly ok: true;
      readonly quantity: DecimalString;
      /** Before any cut. */
      readonly consensus: Ratio;
      /** In the order in which they were made. */
      readonly cuts: readonly ConsensusCut[];
      /** Kinds with a quantity, ascending; only they share the weight. */
      readonly used: readonly string[];
      /** Kinds without one, ascending. */
      readonly absent: readonly string[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the quantity that the sources of a demand plan come to: one figure by a rule, then at most what the cash pays for,
 * then whole case packs. A source without a quantity is listed, and the others share its weight.
 *
 * @param plan sources with weights, unit price
 * @param options rule, case pack, cash, rounding
 * @throws SalesModelError `quantity.negative`, `quantity.positive`, `option.unknown`, `ids.duplicate`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { consensusDemand, type DemandPlan } from 'salesmodel/orders';
 *
 * const plan: DemandPlan = {
 *   partner: 'North', sku: 'cola', period: '2026-03', version: 1, status: 'draft', unitPrice: '10',
 *   sources: [
 *     { kind: 'makerTarget', quantity: '1200', weight: '0.5' },
 *     { kind: 'trend', quantity: '1000', weight: '0.3' },
 *     { kind: 'dealer', quantity: '900', weight: '0.2' },
 *   ],
 * };
 * const free = consensusDemand(plan, { casePack: 50 });
 * free.ok && [free.consensus.value, free.quantity]; // => [ '1080', '1100' ]
 * const short = consensusDemand(plan, { casePack: 50, cash: 10480 });
 * short.ok && short.cuts.map(({ code, to }) => `${code} ${to.value}`); // => [ 'cash 1048', 'casePack 1000' ]
 */
export function consensusDemand(plan: DemandPlan, options: ConsensusOptions = {}): Consensus {
  const rule = oneOf(options.rule ?? 'weighted', RULES, ['rule']);
  const rounding = oneOf(options.rounding ?? 'nearest', ROUNDINGS, ['rounding']);
  const pack = positive(options.casePack ?? ONE, ['casePack']);
  const sources = plan.sources.map(({ kind, quantity, weight }, index) => {
    const path = ['plan', 'sources', index];
    if (plan.sources.findIndex((other) => other.kind === kind) < index)
      failCore('ids.duplicate', [...path, 'kind'], { id: kind });
    return {
      kind,
      weight: notNegative(weight, [...path, 'weight']),
      quantity: quantity === undefined ? null : notNegative(quantity, [...path, 'quantity']),
    };
  });
  const given = sources.filter((source) => source.quantity !== null) as Given[];
  const first = rule === 'median' ? medianOf(given) : weightedOf(given);
  if (first.value === null) {
    return { ok: false, reasons: [{ code: given.length === 0 ? 'noSource' : 'noSourceWeight', params: {} }] };
  }

  const cuts: ConsensusCut[] = [];
  let at: Ratio = first;
  const cut = (code: ConsensusCut['code'], to: Ratio): void => {
    if (compareRatios(at, to) !== 0) cuts.push({ code, from: at, to });
    at = to;
  };
  const said = (kind: string): Ratio | null => {
    const source = given.find((each) => each.kind === kind);
    return source === undefined ? null : ratioOf(source.quantity, ONE);
  };
  const dealer = rule === 'dealerCapped' ? said('dealer') : null;
  if (dealer !== null && compareRatios(at, dealer) > 0) cut('dealerCap', dealer);
  const target = rule === 'makerFloor' ? said('makerTarget') : null;
  if (target !== null && compareRatios(at, target) < 0) cut('makerFloor', target);

  const cap = cashCap(plan, options);
  if (cap !== null && compareRatios(at, cap) > 0) cut('cash', cap);
  const packed = (value: Ratio, mode: 'halfUp' | 'ceiling' | 'floor'): Decimal =>
    times(roundQuotient(toDecimal(value.numerator), times(toDecimal(value.denominator), pack), mode), pack);
  const wanted = packed(at, MODES[rounding]);
  const isTooMuch = cap !== null && compareRatios(ratioOf(wanted, ONE), cap) > 0;
  const quantity = isTooMuch ? packed(at, 'floor') : wanted;
  cut('casePack', ratioOf(quantity, ONE));
  return {
    ok: true,
    quantity: toText(quantity),
    consensus: first,
    cuts,
    used: kindsOf(given),
    absent: kindsOf(sources.filter((source) => source.quantity === null)),
  };
}

interface Given {
  readonly kind: string;
  readonly weight: Decimal;
  readonly quantity: Decimal;
}

const MODES = { nearest: 'halfUp', up: 'ceiling', down: 'floor' } as const;

function weightedOf(given: readonly Given[]): Ratio {
  const sum = given.reduce((total, { weight, quantity }) => plus(total, times(weight, quantity)), ZERO);
  return ratioOf(
    sum,
    given.reduce((total, { weight }) => plus(total, weight), ZERO),
  );
}

function medianOf(given: readonly Given[]): Ratio {
  const sorted = given.map(({ quantity }) => quantity).toSorted((a, b) => a.cmp(b));
  if (sorted.length === 0) return ratioOf(ZERO, ZERO);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? ratioOf(sorted[middle]!, ONE)
    : ratioOf(plus(sorted[middle - 1]!, sorted[middle]!), toDecimal(2));
}

/** The quantity that the cash pays for; null without cash or price. */
function cashCap({ unitPrice }: DemandPlan, { cash }: ConsensusOptions): Ratio | null {
  if (cash === undefined || unitPrice === undefined) return null;
  return ratioOf(notNegative(cash, ['cash']), positive(unitPrice, ['plan', 'unitPrice']));
}

function kindsOf(sources: readonly { readonly kind: string }[]): string[] {
  return sources.map(({ kind }) => kind).toSorted(compareText);
}
