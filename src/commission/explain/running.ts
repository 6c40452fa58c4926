import { type Decimal, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { explainLater, explainLess, explainStep, type Explanation } from '../../core/explanation.js';

/**
 * A sum while the credits of a span come in: its value after each of them, and how that came about.
 * Position 0 is before the first credit. Nothing is made before it is asked for.
 */
export interface Running {
  at(position: number): Decimal;
  /** How the value after a credit came about; with `own` that credit stands beside all earlier ones. */
  node(position: number, own: boolean): Explanation;
  /** What the credit at a position adds. */
  part(position: number): Explanation;
}

/**
 * A sum of parts that each credit brings by itself.
 *
 * @param at the sum, where it is known without adding the parts up
 * @param first credits that come before the sum begins
 */
export function accumulated(
  part: (position: number) => Explanation,
  at?: (position: number) => Decimal,
  first = 0,
): Running {
  const sums: Decimal[] = [ZERO];
  const added = (position: number): Decimal => {
    for (let next = sums.length; next <= position - first; next += 1) {
      sums.push(plus(sums[next - 1]!, toDecimal(String(part(first + next).value))));
    }
    return sums[position - first]!;
  };
  const sum = at ?? added;
  const all = (position: number): Explanation => {
    const count = position - first;
    if (count === 0) return explainStep('sum.nothing', {}, '0', []);
    return explainLater('sum.credits', { count, additive: true }, toText(sum(position)), () =>
      Array.from({ length: count }, (_, before) => part(first + before + 1)),
    );
  };
  return {
    at: sum,
    part,
    node: (position, own) => {
      const count = position - first;
      if (count === 1) return part(position);
      if (!own) return all(position);
      return explainLater('sum.running', { count, additive: true }, toText(sum(position)), () => [
        all(position - 1),
        part(position),
      ]);
    },
  };
}

/** A function of what came in so far, such as tiers on a running sum: a credit adds the difference that it makes. */
export function functionOf(
  at: (position: number) => Decimal,
  node: (position: number, own: boolean) => Explanation,
): Running {
  const known = new Map<number, Decimal>([[0, ZERO]]);
  const value = (position: number): Decimal => {
    let is = known.get(position);
    if (is === undefined) known.set(position, (is = at(position)));
    return is;
  };
  return {
    at: value,
    node,
    part: (position) => difference(value, node, position),
  };
}

/** What a change of the running sum, alike at every position, makes of it. */
export interface Change {
  value(sum: Decimal): Decimal;
  /** The step from a sum to what it was changed to. */
  explain(sum: Explanation, changed: Decimal): Explanation;
  /** Whether the parts of a sum may be changed one by one. */
  readonly isLinear: boolean;
}

/** A running sum that is changed at every position; where a change leaves a value, no step says so. */
export function changed(running: Running, { value, explain, isLinear }: Change): Running {
  const known = new Map<number, Decimal>();
  const at = (position: number): Decimal => {
    let is = known.get(position);
    if (is === undefined) known.set(position, (is = value(running.at(position))));
    return is;
  };
  const step = (from: Explanation, before: Decimal, after: Decimal): Explanation =>
    before.eq(after) ? from : explain(from, after);
  const node = (position: number, own: boolean): Explanation =>
    step(running.node(position, own), running.at(position), at(position));
  return {
    at,
    node,
    part: (position) =>
      isLinear
        ? step(
            running.part(position),
            minus(running.at(position), running.at(position - 1)),
            minus(at(position), at(position - 1)),
          )
        : position > 1 && at(position).eq(running.at(position)) && at(position - 1).eq(running.at(position - 1))
          ? running.part(position)
          : difference(at, node, position),
  };
}

function difference(
  at: (position: number) => Decimal,
  node: (position: number, own: boolean) => Explanation,
  position: number,
): Explanation {
  const before = at(position - 1);
  if (before.isZero()) return node(position, true);
  return explainLater('sum.added', { additive: true }, toText(minus(at(position), before)), () => [
    node(position, true),
    explainLess(node(position - 1, false), 'sum.before'),
  ]);
}
