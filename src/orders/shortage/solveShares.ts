import { add } from '../../core/allocateUnits.js';
import { type BoundedPart, levelOf } from '../../core/levelOf.js';
import { type Decimal, ONE, times, toDecimal } from '../../core/decimal.js';
import { ratioOf } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import type { Claim, Claims } from './readClaims.js';
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
export function solveShares(
  read: Omit<Claims, 'claims' | 'available' | 'supply'>,
  claims: readonly Claim[],
  available: bigint,
): ExactShares {
  const { rule, increment, weightScale } = read;
  const { total, parts, sign, unit, kind } = waterLevelOf(read, claims, available);
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

  // A part without a weight counts increments; one with a weight is per unit of it, and orders are in increments themselves.
  const value = (rest: bigint, weight: bigint, scale: Decimal): ShortageLevel['value'] =>
    ratioOf(times(toDecimal(rest), scale), toDecimal(weight * unit));
  const perWeight = rule === 'proportional' ? ONE : times(increment, toDecimal(10n ** BigInt(weightScale)));
  return {
    numerators: numerators.map((n, index) => parts[index]!.base * common + sign * n),
    denominator: common * unit,
    level:
      last.free.length > 0
        ? { kind: 'share', value: value(last.rest, lastWeight, increment) }
        : first.free.length > 0
          ? { kind, value: value(first.rest, firstWeight, perWeight) }
          : null,
  };
}

function waterLevelOf(
  { rule, increment, stockScale }: Omit<Claims, 'claims' | 'available' | 'supply'>,
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
      return shares(1n, () => 1n, 'share');
    case 'proportional':
      return shares(1n, ({ order }) => order, 'perUnit');
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
