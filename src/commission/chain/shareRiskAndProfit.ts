import { allocate } from '../../core/allocate.js';
import { type Decimal, type DecimalLike, type DecimalString, ONE, ZERO } from '../../core/decimal.js';
import { minus, plus, times, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, type RoundingMode, roundDecimal, toIncrement } from '../../core/rounding.js';
import { toWeight } from '../../core/toWeight.js';
import { wholeUnits } from '../../core/wholeUnits.js';
import { fail } from '../fail.js';

/** A partner in a common undertaking. */
export interface SharingParty {
  readonly id: string;
  /** Part of a profit, 1 = all. Those of all parties add up to 1. */
  readonly profitShare: DecimalLike;
  /** Part of a loss, 1 = all. Those of all parties add up to 1. */
  readonly lossShare: DecimalLike;
  /** What the party put in, for the preferred return. Default 0. */
  readonly investment?: DecimalLike;
  /** The most that the party bears of a loss, not negative; the others bear the rest by their shares. Default: no limit. */
  readonly lossCap?: DecimalLike;
}

/** A result and those who share it. */
export interface ShareRiskAndProfitInput {
  /** Profit, or loss below 0; a multiple of the increment. */
  readonly result: DecimalLike;
  readonly parties: readonly SharingParty[];
  /** Part of its investment that each party gets of a profit before the rest is shared. Default 0. */
  readonly preferredReturn?: DecimalLike;
  /** Parts are multiples of `increment` (default `"0.01"`); `mode` (default `halfEven`) rounds preferred returns. */
  readonly rounding?: { readonly increment?: DecimalLike; readonly mode?: RoundingMode };
}

/** A party's part. */
export interface SharedPart {
  readonly id: string;
  /** What it gets on its investment, in advance. */
  readonly preferred: DecimalString;
  /** Its part of the rest of the profit, or of the loss (below 0). */
  readonly shared: DecimalString;
  /** Both together. The totals add up to the result. */
  readonly total: DecimalString;
}

/** The parts in the order of the parties, or `uncovered` with the amount of the loss that nobody bears. */
export type SharedResult =
  | { readonly ok: true; readonly parts: readonly SharedPart[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns what each party gets of a profit or bears of a loss, to the last increment. Of a profit the preferred returns
 * on investments go first, in proportion to them where it does not reach; the rest by `profitShare`. A loss goes by
 * `lossShare`, up to each `lossCap`.
 *
 * @param input result, parties, preferred return and rounding
 * @throws SalesModelError `share.sum`, `share.capNegative`, `share.rateNegative`, `allocate.negativeWeight`,
 * `allocate.indivisible`, `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { shareRiskAndProfit } from 'salesmodel/commission';
 *
 * const parties = [
 *   { id: 'A', profitShare: '0.7', lossShare: '0.7' },
 *   { id: 'B', profitShare: '0.3', lossShare: '0.3', lossCap: '10000' },
 * ];
 * const loss = shareRiskAndProfit({ result: '-50000', parties });
 * loss.ok && loss.parts.map(({ id, total }) => [id, total]); // => [['A', '-40000.00'], ['B', '-10000.00']]
 * const profit = shareRiskAndProfit({ result: '1000', parties });
 * profit.ok && profit.parts.map(({ id, total }) => [id, total]); // => [['A', '700.00'], ['B', '300.00']]
 */
export function shareRiskAndProfit(input: ShareRiskAndProfitInput): SharedResult {
  const { parties } = input;
  const increment = toIncrement(input.rounding?.increment ?? '0.01', ['rounding', 'increment']);
  const mode = oneOf(input.rounding?.mode ?? 'halfEven', ROUNDING_MODES, ['rounding', 'mode']);
  const result = toDecimal(input.result, ['result']);
  wholeUnits(result, increment, ['result']);
  const profitShares = sharesOf(parties, 'profitShare');
  const lossShares = sharesOf(parties, 'lossShare');
  const caps = parties.map(({ lossCap }, index) =>
    lossCap === undefined ? null : notNegative(lossCap, ['parties', index, 'lossCap'], 'share.capNegative'),
  );
  const claims = preferredClaims(input, increment, mode);
  const text = (amount: Decimal): DecimalString => (amount.isZero() ? amount.abs() : amount).toFixed(increment.dp());

  if (result.isNegative()) {
    const shared = allocate(result.neg(), lossShares, { increment, max: caps });
    if (!shared.ok) return { ok: false, reasons: uncovered(shared.reasons) };
    return {
      ok: true,
      parts: parties.map(({ id }, index) => {
        const borne = text(toDecimal(shared.parts[index]!).neg());
        return { id, preferred: text(ZERO), shared: borne, total: borne };
      }),
    };
  }

  const claimed = claims.reduce(plus, ZERO);
  const preferred = claimed.lte(result)
    ? claims
    : allocate(result, claims, { increment }).parts.map((part) => toDecimal(part));
  const rest = minus(result, preferred.reduce(plus, ZERO));
  const shared = allocate(rest, profitShares, { increment }).parts.map((part) => toDecimal(part));
  return {
    ok: true,
    parts: parties.map(({ id }, index) => {
      const [first, then] = [preferred[index]!, shared[index]!];
      return { id, preferred: text(first), shared: text(then), total: text(plus(first, then)) };
    }),
  };
}

function sharesOf(parties: readonly SharingParty[], field: 'profitShare' | 'lossShare'): Decimal[] {
  const shares = parties.map((party, index) => toWeight(party[field], ['parties', index, field]));
  const sum = shares.reduce(plus, ZERO);
  if (!sum.eq(ONE)) fail('share.sum', ['parties'], { field, sum: toText(sum) });
  return shares;
}

function preferredClaims(
  { parties, preferredReturn = 0 }: ShareRiskAndProfitInput,
  increment: Decimal,
  mode: RoundingMode,
): Decimal[] {
  const rate = notNegative(preferredReturn, ['preferredReturn'], 'share.rateNegative');
  return parties.map(({ investment = 0 }, index) => {
    const invested = notNegative(investment, ['parties', index, 'investment'], 'share.rateNegative');
    return roundDecimal(times(invested, rate), increment, mode);
  });
}

function notNegative(
  value: DecimalLike,
  path: (string | number)[],
  code: 'share.capNegative' | 'share.rateNegative',
): Decimal {
  const read = toDecimal(value, path);
  if (read.isNegative()) fail(code, path, { value: toText(read) });
  return read;
}

/** In the words of a loss: how much of it lies beyond what all parties may bear together. */
function uncovered(reasons: readonly Reason[]): Reason[] {
  return reasons.map(({ params }) => ({
    code: 'uncovered',
    params: { amount: params['shortfall'], loss: params['total'], borne: params['maxSum'] },
  }));
}
