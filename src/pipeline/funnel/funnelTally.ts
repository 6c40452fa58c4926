import type { Money } from '../../core/money.js';
import { MoneyTotals } from '../deal/moneyTotals.js';
import type { Way } from './dealWay.js';
import type { FunnelPolicy } from './funnelPolicy.js';

/** Counts of a funnel. Deals are counted by what they reached together, so that each amount is added once. */
export class FunnelTally {
  /** Deals that count for the conversion of each open stage, and those that went on. */
  readonly base: Float64Array;
  readonly converted: Float64Array;
  readonly #count: number;
  readonly #policy: Required<FunnelPolicy>;
  readonly #patterns = new Map<string, { readonly reached: Uint8Array; deals: number; readonly values: MoneyTotals }>();
  readonly #reached: Uint8Array;

  constructor(count: number, policy: Required<FunnelPolicy>) {
    this.#count = count;
    this.#policy = policy;
    this.base = new Float64Array(count);
    this.converted = new Float64Array(count);
    this.#reached = new Uint8Array(count + 1);
  }

  add(way: Way, amount: Money | null): void {
    this.count(way).add(amount);
  }

  /** Counts a deal and returns the sums that its amount belongs to. */
  count(way: Way): MoneyTotals {
    const reached = this.#mark(way);
    const key = String.fromCharCode(...reached);
    let pattern = this.#patterns.get(key);
    if (pattern === undefined) {
      this.#patterns.set(key, (pattern = { reached: reached.slice(), deals: 0, values: new MoneyTotals() }));
    }
    pattern.deals++;
    const { conversion, open } = this.#policy;
    const { base, converted } = this;
    for (let place = 0; place < this.#count; place++) {
      const starts = conversion === 'next' ? reached[place] : way.visited[place];
      if (starts !== 1 || (open === 'excludeInStage' && way.openIn === place)) continue;
      base[place]!++;
      const goes =
        conversion === 'next' ? reached[place + 1] : way[conversion === 'direct' ? 'direct' : 'later'][place];
      if (goes === 1) converted[place]!++;
    }
    return pattern.values;
  }

  reached(place: number): number {
    let sum = 0;
    for (const { reached, deals } of this.#patterns.values()) if (reached[place] === 1) sum += deals;
    return sum;
  }

  values(place: number): Money[] {
    const totals = new MoneyTotals();
    for (const { reached, values } of this.#patterns.values()) {
      if (reached[place] === 1) for (const value of values.list()) totals.add(value);
    }
    return totals.list();
  }

  #mark({ visited, furthest, last, won }: Way): Uint8Array {
    const reached = this.#reached;
    const count = this.#count;
    const { reach, backward } = this.#policy;
    if (reach === 'atOrBeyond') {
      const position = backward === 'keepMax' ? furthest : last;
      for (let place = 0; place <= count; place++) reached[place] = position >= place ? 1 : 0;
      return reached;
    }
    let all = 1;
    for (let place = 0; place < count; place++) {
      all &= visited[place]!;
      reached[place] = reach === 'touched' ? visited[place]! : all;
    }
    reached[count] = won && (reach === 'touched' || all === 1) ? 1 : 0;
    return reached;
  }
}
