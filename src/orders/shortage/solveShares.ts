import { add } from '../../core/allocateUnits.js';
import { type BoundedPart, levelOf } from '../../core/levelOf.js';
import { ONE, times, toDecimal } from '../../core/decimal.js';
import { ratioOf } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import { type Claim, type Claims, claimsOf } from './claims.js';
import type { ShortageLevel } from './shortage.js';

/** The exact shares of claims in increments, as numerators over one denominator. */
export interface ExactShares {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
  /** `null` where everyone is at a bound. */
  readonly level: ShortageLevel | null;
}

/** A rule as a water level: parts λ·weight kept within bounds; a share is `base ± part`, all in small units. */
interface WaterLevel {
  readonly total: bigint;
  readonly parts: readonly (BoundedPart & { readonly base: bigint })[];
  readonly sign: 1n | -1n;
  /** Small units of an increment. */
  readonly unit: bigint;
  readonly kind: ShortageLevel['kind'];
}

/**
 * Solves a rule without rounding.
 *
 * @param available not above the sum of the orders and not below that of the minima
 */
export function solveShares(claims: Claims, available: bigint): ExactShares {
  const { increment } = claims;
  const { total, parts, sign, unit, kind } = waterLevelOf(claims, claimsOf(claims), available);
  const units = parts.map(() => 0n);
  const weighted = parts.filter(({ weight }) => weight > 0n);
  // Without a weight one gets more than the minimum only when all others are filled, and then as much as the next.
  const idle = parts.filter(({ weight }) => weight === 0n).map((part) => ({ ...part, weight: 1n }));
  const most = add(weighted.map(({ max }) => max ?? 0n));
  const open = total - add(idle.map(({ min }) => min));
  const forWeighted = open < most ? open : most;
  const first = levelOf(forWeighted, weighted, units);
  const last = levelOf(total - forWeighted, idle, units);

  const [firstWeight, lastWeight] = [weightOf(first.free), weightOf(last.free)];
  const common = firstWeight * lastWeight;
  const numerators = units.map((n) => n * common);
  for (const { index, weight } of first.free) numerators[index] = first.rest * weight * lastWeight;
  for (const { index } of last.free) numerators[index] = last.rest * firstWeight;

  return {
    numerators: numerators.map((n, index) => parts[index]!.base * common + sign * n),
    denominator: common * unit,
    level:
      last.free.length > 0
        ? { kind: 'share', value: ratioOf(times(toDecimal(last.rest), increment), toDecimal(lastWeight * unit)) }
        : first.free.length > 0
          ? { kind, value: levelValue(claims, first.rest, firstWeight, unit) }
          : null,
  };
}

/**
 * A level as a quantity: of all or, where the claims have weights, for each unit of them; orders as weights are in increments.
 *
 * @param unit small units of an increment that the rest is in
 */
export function levelValue(
  { rule, increment, weightScale }: Claims,
  rest: bigint,
  weight: bigint,
  unit: bigint,
): ShortageLevel['value'] {
  const scale = rule === 'proportional' ? ONE : times(increment, toDecimal(10n ** BigInt(weightScale)));
  return ratioOf(times(toDecimal(rest), scale), toDecimal(weight * unit));
}

function waterLevelOf(
  { rule, increment, stockScale }: Claims,
  claims: readonly Claim[],
  available: bigint,
): WaterLevel {
  const shares = (unit: bigint, weightOf: (claim: Claim) => bigint, kind: ShortageLevel['kind']): WaterLevel => ({
    total: available * unit,
    parts: claims.map((claim, index) => ({
      index,
      weight: weightOf(claim),
      min: claim.minimum * unit,
      max: claim.order * unit,
      base: 0n,
    })),
    sign: 1n,
    unit,
    kind,
  });
  const losses = (unit: bigint, mostOf: (claim: Claim) => bigint): WaterLevel => ({
    total: (add(claims.map(({ order }) => order)) - available) * unit,
    parts: claims.map((claim, index) => ({ index, weight: 1n, min: 0n, max: mostOf(claim), base: claim.order * unit })),
    sign: -1n,
    unit,
    kind: 'loss',
  });
  switch (rule) {
    case 'uniform':
      return shares(1n, ({ weight }) => weight, 'share');
    case 'proportional':
    case 'plan':
    case 'priorSales':
      return shares(1n, ({ weight }) => weight, 'perUnit');
    case 'equalLoss':
      return losses(1n, ({ order, minimum }) => order - minimum);
    case 'talmud': {
      // In half increments, so that half an order is whole.
      const half = ({ order, minimum }: Claim): bigint => (order > 2n * minimum ? order : 2n * minimum);
      if (2n * available > add(claims.map(half))) return losses(2n, (claim) => 2n * claim.order - half(claim));
      const below = shares(2n, () => 1n, 'share');
      return { ...below, parts: below.parts.map((part, index) => ({ ...part, max: half(claims[index]!) })) };
    }
    case 'equalCover': {
      // Stock and share together, in units that stocks are whole in.
      const alone = shares(toScaled(increment, stockScale), ({ weight }) => weight, 'cover');
      return {
        ...alone,
        total: alone.total + add(claims.map(({ stock }) => stock)),
        parts: alone.parts.map(({ index, weight, min, max }) => {
          const { stock } = claims[index]!;
          return { index, weight, min: min + stock, max: max! + stock, base: -stock };
        }),
      };
    }
  }
}

/** The weights of the parts between their bounds, 1 where there is none. */
function weightOf(free: readonly BoundedPart[]): bigint {
  return free.length === 0 ? 1n : add(free.map(({ weight }) => weight));
}
