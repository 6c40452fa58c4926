import { evaluateRule } from '../../../src/mechanisms/rules/index.js';
import type { Normaliser, Scorecard, ScoreFacts } from '../../../src/mechanisms/scoring/index.js';

/**
 * Scorecards again, from the rules as they are told and with fractions of bigints throughout: no shapes, no columns, no
 * doubles. What the library gives has to be this.
 */
export interface NaiveScore {
  readonly scores: Readonly<Record<string, string | null>>;
  readonly beforeGates: string | null;
  readonly total: string | null;
  readonly deltas: Readonly<Record<string, string>>;
  readonly grade: string | null;
}

class Q {
  constructor(
    readonly n: bigint,
    readonly d: bigint = 1n,
  ) {}
  static of(text: string): Q {
    const [whole = '', decimals = ''] = text.split('.');
    return new Q(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }
  plus(o: Q): Q {
    return new Q(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  minus(o: Q): Q {
    return new Q(this.n * o.d - o.n * this.d, this.d * o.d);
  }
  times(o: Q): Q {
    return new Q(this.n * o.n, this.d * o.d);
  }
  over(o: Q): Q {
    const sign = o.n < 0n ? -1n : 1n;
    return new Q(this.n * o.d * sign, this.d * o.n * sign);
  }
  cmp(o: Q): number {
    const left = this.n * o.d;
    const right = o.n * this.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  max(o: Q): Q {
    return this.cmp(o) < 0 ? o : this;
  }
  min(o: Q): Q {
    return this.cmp(o) > 0 ? o : this;
  }
  /** Half even, in units of 10⁻ˢᶜᵃˡᵉ. */
  units(scale: number): bigint {
    const n = this.n * 10n ** BigInt(scale);
    const floor = n >= 0n ? n / this.d : -((-n + this.d - 1n) / this.d);
    const rest = 2n * (n - floor * this.d);
    if (rest > this.d || (rest === this.d && floor % 2n !== 0n)) return floor + 1n;
    return floor;
  }
}

const ZERO = new Q(0n);
const ONE = new Q(1n);
const HUNDRED = new Q(100n);

export function unitsText(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function naiveScore(
  card: Scorecard,
  facts: ScoreFacts,
  last: Readonly<Record<string, string | null>>,
  group: readonly ScoreFacts[] = [facts],
): NaiveScore {
  const { itemScale = 6, scale = 2 } = card;
  const items = card.items.map((item) => {
    const raw = points(item.normaliser, item.metric, facts, group);
    let clamped = raw;
    if (clamped && item.floor !== undefined) clamped = clamped.max(Q.of(item.floor));
    if (clamped && item.cap !== undefined) clamped = clamped.min(Q.of(item.cap));
    let score = clamped && new Q(clamped.units(itemScale), 10n ** BigInt(itemScale));
    const policy = item.missing ?? card.missing ?? 'reweight';
    if (score === null && policy === 'zero') score = ZERO;
    if (score === null && policy === 'neutral') score = Q.of(item.neutralScore ?? card.neutralScore ?? '50');
    if (score === null && policy === 'carryForward') {
      const known = last[item.id];
      if (known) score = new Q(Q.of(known).units(itemScale), 10n ** BigInt(itemScale));
    }
    return { id: item.id, weight: Q.of(item.weight), score };
  });
  const mean = (zeroed: ReadonlySet<string>): bigint | null => {
    let sum = ZERO;
    let weight = ZERO;
    for (const { id, weight: own, score } of items) {
      if (score === null) continue;
      weight = weight.plus(own);
      sum = sum.plus(own.times(zeroed.has(id) ? ZERO : score));
    }
    return weight.n === 0n ? null : sum.over(weight).units(scale);
  };
  const scores = Object.fromEntries(
    items.map(({ id, score }) => [id, score && unitsText(score.units(itemScale), itemScale)]),
  );
  const before = mean(new Set());
  if (before === null) return { scores, beforeGates: null, total: null, deltas: {}, grade: null };
  const seen = { ...facts, ...Object.fromEntries(Object.entries(scores).map(([id, score]) => [`item.${id}`, score])) };
  const fired = (card.gates ?? []).filter(({ when, onUnknown }) => {
    const truth = evaluateRule(when, seen);
    return truth === true || (truth === null && onUnknown === 'apply');
  });
  const byId = fired.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const deltas: Record<string, string> = {};
  let total = before;
  const change = (id: string, to: bigint): void => {
    deltas[id] = unitsText(to - total, scale);
    total = to;
  };
  const zeroed = new Set<string>();
  for (const { id, effect } of byId) {
    if (effect.kind !== 'itemZero') continue;
    zeroed.add(effect.item);
    change(id, mean(zeroed)!);
  }
  for (const { id, effect } of byId) {
    if (effect.kind === 'multiply')
      change(id, new Q(total, 10n ** BigInt(scale)).times(Q.of(effect.factor)).units(scale));
  }
  const caps = byId.flatMap(({ id, effect }) => {
    if (effect.kind !== 'cap') return [];
    const at = Q.of(effect.at).times(new Q(10n ** BigInt(scale)));
    return [{ id, at: at.n / at.d }];
  });
  const lowest = caps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))[0];
  for (const { id, at } of caps) change(id, id === lowest?.id && at < total ? at : total);
  for (const { id, effect } of byId) if (effect.kind === 'zero') change(id, 0n);
  const grades = card.bands?.bands ?? [];
  let grade = grades.findIndex(
    ({ min }) => min === undefined || new Q(total, 10n ** BigInt(scale)).cmp(Q.of(min)) >= 0,
  );
  for (const { id, effect } of byId) {
    if (effect.kind !== 'gradeCap') continue;
    change(id, total);
    const at = grades.findIndex((band) => band.id === effect.grade);
    if (grade >= 0 && at > grade) grade = at;
  }
  return {
    scores,
    beforeGates: unitsText(before, scale),
    total: unitsText(total, scale),
    deltas,
    grade: grades[grade]?.id ?? null,
  };
}

function points(normaliser: Normaliser, metric: string, facts: ScoreFacts, group: readonly ScoreFacts[]): Q | null {
  const text = facts[metric] as string | null;
  if (text === null) return null;
  const x = Q.of(text);
  const figure = (value: string | { metric: string }): Q | null => {
    if (typeof value === 'string') return Q.of(value);
    const own = facts[value.metric] as string | null;
    return own === null ? null : Q.of(own);
  };
  const others = group.flatMap((each) => (each[metric] === null ? [] : [Q.of(each[metric] as string)]));
  switch (normaliser.kind) {
    case 'attainment': {
      const { direction = 'higher', lowerForm = 'inverse', floorAt, capAt, targetZero = 'na' } = normaliser;
      const target = figure(normaliser.target);
      if (target === null) return null;
      const isLinear = direction === 'lower' && lowerForm === 'linear';
      if (target.n === 0n && !isLinear) {
        if (targetZero === 'na') return null;
        return (direction === 'higher' ? x.n >= 0n : x.n <= 0n) ? HUNDRED : ZERO;
      }
      let share: Q;
      if (direction === 'higher') share = x.over(target);
      else if (isLinear) {
        const worst = figure(normaliser.worst!)!;
        share = worst.minus(x).over(worst.minus(target));
      } else if (lowerForm === 'mirror') share = new Q(2n).minus(x.over(target));
      else if (x.n === 0n) return HUNDRED.times(capAt === undefined ? ONE : Q.of(capAt));
      else share = target.over(x);
      if (floorAt !== undefined && share.cmp(Q.of(floorAt)) < 0) share = ZERO;
      if (capAt !== undefined) share = share.min(Q.of(capAt));
      return share.max(ZERO).times(HUNDRED);
    }
    case 'progress': {
      const [start, target] = [figure(normaliser.start), figure(normaliser.target)];
      if (start === null || target === null || start.cmp(target) === 0) return null;
      const share = x.minus(start).over(target.minus(start));
      return share
        .max(ZERO)
        .min(Q.of(normaliser.capAt ?? '1'))
        .times(HUNDRED);
    }
    case 'minMax': {
      const { min, max, allEqual } = normaliser;
      const low = min === undefined ? others.reduce((a, b) => a.min(b)) : Q.of(min);
      const high = max === undefined ? others.reduce((a, b) => a.max(b)) : Q.of(max);
      if (low.cmp(high) === 0) return Q.of(allEqual!);
      return x.minus(low).over(high.minus(low)).max(ZERO).min(ONE).times(HUNDRED);
    }
    case 'curve': {
      const at = normaliser.target === undefined ? x : x.over(figure(normaliser.target)!);
      const knots = normaliser.curve.points.map((point) => ({ x: Q.of(point.x), y: Q.of(point.y) }));
      const onKnot = knots.findLast((point) => point.x.cmp(at) === 0);
      if (onKnot) return onKnot.y;
      const right = knots.findIndex((point) => point.x.cmp(at) > 0);
      if (right === 0) return knots[0]!.y;
      const isBeyond = right < 0;
      if (isBeyond && normaliser.curve.extrapolate?.above !== 'linear') return knots.at(-1)!.y;
      const [a, b] = isBeyond ? knots.slice(-2) : [knots[right - 1]!, knots[right]!];
      return a!.y.plus(b!.y.minus(a!.y).times(at.minus(a!.x).over(b!.x.minus(a!.x))));
    }
    case 'step':
      return Q.of(
        normaliser.bands[
          band(
            normaliser.bands.map(({ upTo }) => upTo),
            normaliser.boundary,
            x,
          )
        ]!.score,
      );
    case 'deduct':
      return Q.of(normaliser.base ?? '100')
        .minus(Q.of(normaliser.per).times(x))
        .max(ZERO);
    case 'add': {
      const all = Q.of(normaliser.base ?? '0').plus(Q.of(normaliser.per).times(x));
      return normaliser.cap === undefined ? all : all.min(Q.of(normaliser.cap));
    }
    case 'binary': {
      const order = x.cmp(Q.of(normaliser.value));
      const holds = { eq: order === 0, ne: order !== 0, lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 };
      return holds[normaliser.op] ? HUNDRED : ZERO;
    }
    case 'range': {
      const [low, high, tolerance] = [Q.of(normaliser.low), Q.of(normaliser.high), Q.of(normaliser.tolerance)];
      const miss = x.cmp(low) < 0 ? low.minus(x) : x.cmp(high) > 0 ? x.minus(high) : ZERO;
      if (miss.n === 0n) return HUNDRED;
      if (miss.cmp(tolerance) >= 0) return ZERO;
      return HUNDRED.times(ONE.minus(miss.over(tolerance)));
    }
    case 'grid': {
      const other = facts[normaliser.columnMetric] as string | null;
      if (other === null) return null;
      const row = band(normaliser.rows, normaliser.rowBoundary, x);
      return Q.of(normaliser.cells[row]![band(normaliser.columns, normaliser.columnBoundary, Q.of(other))]!);
    }
    case 'rank': {
      if (others.length === 1) return Q.of(normaliser.alone!);
      const sign = normaliser.direction === 'lower' ? -1 : 1;
      const better = others.filter((each) => each.cmp(x) * sign > 0);
      const equal = others.filter((each) => each.cmp(x) === 0).length;
      const steps = better.filter((each, at) => better.findIndex((same) => same.cmp(each) === 0) === at).length;
      const twice = {
        competition: 2 * (better.length + 1),
        max: 2 * (better.length + equal),
        average: 2 * better.length + equal + 1,
        dense: 2 * (steps + 1),
      }[normaliser.method ?? 'max'];
      return HUNDRED.times(new Q(BigInt(2 * others.length - twice), BigInt(2 * (others.length - 1))));
    }
    case 'direct':
      return x;
  }
}

function band(bounds: readonly (string | null)[], boundary: string | undefined, x: Q): number {
  return bounds.findIndex((upTo) => {
    if (upTo === null) return true;
    const order = x.cmp(Q.of(upTo));
    return boundary === 'upper' ? order < 0 : order <= 0;
  });
}
