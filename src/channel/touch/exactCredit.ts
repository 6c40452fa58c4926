import { Decimal, plus, times, ZERO } from '../../core/decimal.js';
import type { AttributionRule, PathTouch } from './attributionPath.js';

/** Rules whose parts are quotients of whole numbers. */
export type ExactKind = Exclude<AttributionRule['kind'], 'decay' | 'markov'>;

/**
 * Sums of values by what they are divided by, so that a million paths need no fraction: the credit is Σ sum ÷ divisor.
 */
export class CreditSums {
  private readonly byDivisor = new Map<number, Decimal>();

  add(value: Decimal, divisor: number): void {
    this.byDivisor.set(divisor, plus(this.byDivisor.get(divisor) ?? ZERO, value));
  }

  /** Numerator over a divisor that all of them divide. */
  over(common: bigint): Decimal {
    let sum = ZERO;
    for (const [divisor, value] of this.byDivisor) {
      sum = plus(sum, times(value, new Decimal((common / BigInt(divisor)).toString())));
    }
    return sum;
  }

  divisors(): Iterable<number> {
    return this.byDivisor.keys();
  }
}

/** Adds the parts of one conversion to the sums of its channels. */
export function creditPath(
  kind: ExactKind,
  touches: readonly PathTouch[],
  value: Decimal,
  sumsOf: (channel: string) => CreditSums,
): void {
  const { length } = touches;
  const last = touches[length - 1]!;
  const whole = (touch: PathTouch): void => sumsOf(touch.channel).add(value, 1);
  switch (kind) {
    case 'first':
      return whole(touches[0]!);
    case 'last':
      return whole(last);
    case 'lastNonDirect':
      return whole(touches.findLast(({ direct }) => direct !== true) ?? last);
    case 'linear':
      for (const { channel } of touches) sumsOf(channel).add(value, length);
      return;
    case 'shapley': {
      const channels = new Set(touches.map(({ channel }) => channel));
      for (const channel of channels) sumsOf(channel).add(value, channels.size);
      return;
    }
    case 'position': {
      if (length < 3) {
        for (const { channel } of touches) sumsOf(channel).add(value, length);
        return;
      }
      const end = times(value, TWO);
      sumsOf(touches[0]!.channel).add(end, 5);
      sumsOf(last.channel).add(end, 5);
      for (const { channel } of touches.slice(1, -1)) sumsOf(channel).add(value, 5 * (length - 2));
    }
  }
}

const TWO: Decimal = /* @__PURE__ */ new Decimal(2);
