import type { AttributionRule, PathTouch } from './attributionPath.js';

/** Rules whose parts are quotients of whole numbers. */
export type ExactKind = Exclude<AttributionRule['kind'], 'decay' | 'markov'>;

/** Beyond this a sum goes to the integers of any size, so that no sum of two numbers leaves the safe ones. */
const MOST = 2 ** 51;

/** An exact sum of whole numbers for each place. */
class Sums {
  private readonly small: Float64Array;
  private readonly big = new Map<number, bigint>();

  constructor(places: number) {
    this.small = new Float64Array(places);
  }

  add(place: number, value: number | bigint): void {
    if (typeof value === 'number' && value <= MOST) {
      const sum = this.small[place]! + value;
      if (sum <= MOST) {
        this.small[place] = sum;
        return;
      }
    }
    this.big.set(place, (this.big.get(place) ?? 0n) + BigInt(value));
  }

  at(place: number): bigint {
    return BigInt(this.small[place]!) + (this.big.get(place) ?? 0n);
  }
}

/**
 * Sums of values by what they are divided by, so that a million paths need no fraction: the credit of a channel is
 * Σ sum ÷ divisor.
 */
export class CreditSums {
  private readonly byDivisor = new Map<number, Sums>();

  /** @param places number of channels */
  constructor(private readonly places: number) {}

  dividedBy(divisor: number): Sums {
    let sums = this.byDivisor.get(divisor);
    if (sums === undefined) this.byDivisor.set(divisor, (sums = new Sums(this.places)));
    return sums;
  }

  divisors(): Iterable<number> {
    return this.byDivisor.keys();
  }

  /** The numerator of a channel over a divisor that all of them divide. */
  over(common: bigint, place: number): bigint {
    let sum = 0n;
    for (const [divisor, sums] of this.byDivisor) sum += sums.at(place) * (common / BigInt(divisor));
    return sum;
  }
}

/** Adds the parts of one conversion to the sums of its channels. */
export function creditPath(
  kind: ExactKind,
  touches: readonly PathTouch[],
  value: number | bigint,
  sums: CreditSums,
  placeOf: (channel: string) => number,
): void {
  const { length } = touches;
  const last = touches[length - 1]!;
  const whole = (touch: PathTouch): void => sums.dividedBy(1).add(placeOf(touch.channel), value);
  const equally = (channels: Iterable<string>, divisor: number): void => {
    const divided = sums.dividedBy(divisor);
    for (const channel of channels) divided.add(placeOf(channel), value);
  };
  switch (kind) {
    case 'first':
      return whole(touches[0]!);
    case 'last':
      return whole(last);
    case 'lastNonDirect':
      return whole(touches.findLast(({ direct }) => direct !== true) ?? last);
    case 'linear':
      return equally(channelsOf(touches), length);
    case 'shapley': {
      const channels = new Set(channelsOf(touches));
      return equally(channels, channels.size);
    }
    case 'position': {
      if (length < 3) return equally(channelsOf(touches), length);
      const fifths = sums.dividedBy(5);
      for (const { channel } of [touches[0]!, last]) {
        fifths.add(placeOf(channel), value);
        fifths.add(placeOf(channel), value);
      }
      return equally(channelsOf(touches.slice(1, -1)), 5 * (length - 2));
    }
  }
}

function channelsOf(touches: readonly PathTouch[]): string[] {
  return touches.map(({ channel }) => channel);
}
