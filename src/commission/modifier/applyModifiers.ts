import { type Decimal, type DecimalLike, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { fail } from '../fail.js';
import { compileModifiers } from '../plan/compileComponent.js';
import { checkModifierOptions } from '../plan/checkOptions.js';
import { compileRate } from '../rate/compileRate.js';
import { plainPosition, type Position, ratioPosition } from '../rate/position.js';
import type { RateQuantity } from '../rate/rateFunction.js';
import type { Measure, Modifier } from '../schema.js';
import type { ModifierContext } from './compileModifier.js';
import { compileGate, type Gate } from './gate.js';
import { runModifiers } from './runModifiers.js';
import { type EarningSequence, mapParts, totalOf } from './sequence.js';

/** What a span earned before its modifiers, and what they may ask about the span. */
export interface EarningState {
  /** The credits of the span in canonical order: what each earned, and what it counts for (needed by limits and rates of the measure). */
  readonly credits: readonly { readonly earned: DecimalLike; readonly measure?: DecimalLike }[];
  /** Quota of the span, in units of the measure. */
  readonly quota?: DecimalLike;
  /** Target pay of the span, in plan currency. */
  readonly target?: DecimalLike;
  /**
   * The window up to the span's end, for limits of scope `window`: what its earlier spans earned before the modifier, what
   * a floor added to them, the quota and the target pay of the window. Default: the span alone.
   */
  readonly window?: {
    readonly earlier?: DecimalLike;
    readonly raised?: DecimalLike;
    readonly quota?: DecimalLike;
    readonly target?: DecimalLike;
  };
  /** Facts of gates by field, such as `attainment.sales` or `score.mbo`. A fact that is missing makes a gate unknown. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Whether the payee has an active assignment: floors and kickers are not paid without one. Default `true`. */
  readonly active?: boolean;
}

/** What modifiers make of an earning. Every amount is exact. */
export interface ModifiedState {
  /** The credits and the amounts of the span add up to it; so do the earning before and all effects. */
  readonly earned: string;
  /** What is left of each credit's earning. */
  readonly credits: readonly string[];
  /** Kickers and floors, in the order in which they came in. */
  readonly periodAmounts: readonly {
    readonly index: number;
    readonly kind: 'kicker' | 'floor';
    readonly amount: string;
  }[];
  /** What each modifier added or took, in the order of the list. */
  readonly modifiers: readonly { readonly index: number; readonly kind: Modifier['kind']; readonly effect: string }[];
  /** For each cap that defers: what lies over it and waits, and the room left under it. The excess stays in `earned`. */
  readonly deferrals: readonly { readonly index: number; readonly excess: string; readonly room: string }[];
  /** `gate.unknown` and `axis.undefined` with the place of the modifier: an undecided gate is closed, an undefined axis multiplies by 0. */
  readonly findings: readonly Finding[];
}

/**
 * Returns what a list of modifiers makes of the earning of one span, in the order written. Exact; nothing is rounded.
 *
 * @param list modifiers of a component; limits without a scope are of the `period`
 * @param state the credits of the span, and the quota, target pay, window and facts that the list looks at; amounts in
 * plan currency, measures signed
 * @throws SalesModelError `plan.hurdleOrder` (another rate anywhere but at the head), `state.missing` (the list looks
 * at something that the state lacks), `plan.axisMode` (a multiplier along a third quantity needs a run),
 * `option.unknown`, and the errors of rules, tiers, curves and decimals
 * @example
 * import { applyModifiers } from 'salesmodel/commission';
 *
 * const result = applyModifiers(
 *   [
 *     { kind: 'multiplier', by: '1.5' },
 *     { kind: 'cap', limit: { ofTarget: '2' } },
 *   ],
 *   { credits: [{ earned: '600' }, { earned: '500' }, { earned: '-100' }], target: '800' },
 * );
 * result.earned; // => '1500'
 * result.credits; // => ['900', '700', '-100']
 * result.modifiers.map(({ kind, effect }) => `${kind} ${effect}`); // => ['multiplier 500', 'cap 0']
 */
export function applyModifiers(list: readonly Modifier[], state: EarningState): ModifiedState {
  checkModifierOptions(list, []);
  const compiled = compileModifiers(list, 'period', (third) => scoreName(third).length, []);
  const given = state.credits.map(({ earned }, i) => toDecimal(earned, ['credits', i, 'earned']));
  const measureOf = (credit: number): Decimal => figure(state.credits[credit]?.measure, ['credits', credit, 'measure']);
  const measure = (): Decimal => given.reduce((sum, _, credit) => plus(sum, measureOf(credit)), ZERO);
  const quota = (): Decimal => figure(state.quota, ['quota']);
  const target = (): Decimal => figure(state.target, ['target']);
  const { window = {}, facts = {}, active = true } = state;
  const span = { quota, target, measure };
  const ofWindow = {
    quota: () => (window.quota === undefined ? quota() : toDecimal(window.quota, ['window', 'quota'])),
    target: () => (window.target === undefined ? target() : toDecimal(window.target, ['window', 'target'])),
    measure,
  };
  const earlier = toDecimal(window.earlier ?? 0, ['window', 'earlier']);
  const raised = toDecimal(window.raised ?? 0, ['window', 'raised']);
  const findings: Finding[] = [];
  const report = (code: string, index: number): void => {
    findings.push({ code, severity: 'warning', path: [index], params: {} });
  };

  let sequence = inRow(given);
  const before: Decimal[] = [totalOf(sequence)];
  const deferrals: ModifiedState['deferrals'][number][] = [];
  compiled.list.forEach((modifier, index) => {
    const context: ModifierContext = {
      span,
      window: ofWindow,
      active,
      holds: (gate) => holds(gate, index),
      lookUp: () => factorOf(index),
      creditMeasure: measureOf,
      earlier: () => earlier,
      raised: () => raised,
    };
    sequence = otherwise(index) ?? sequence;
    const modified = runModifiers(sequence, [{ modifier, position: index }], context, null);
    sequence = modified.sequence;
    before.push(totalOf(sequence));
    for (const { excess, room } of modified.deferrals) {
      deferrals.push({ index, excess: toText(excess), room: toText(room) });
    }
  });
  const parts: string[] = [];
  mapParts(sequence, (part) => {
    parts.push(toText(part));
    return part;
  });
  return {
    earned: toText(totalOf(sequence)),
    credits: parts,
    periodAmounts: sequence.periodAmounts.map(({ modifier, kind, amount }) => ({
      index: modifier,
      kind: kind === 'floor' ? kind : 'kicker',
      amount: toText(amount),
    })),
    modifiers: list.map(({ kind }, index) => ({
      index,
      kind,
      effect: toText(minus(before[index + 1] ?? ZERO, before[index] ?? ZERO)),
    })),
    deferrals,
    findings,
  };

  function holds(gate: Gate, index: number): boolean {
    const truth = gate({ get: (field) => facts[field] });
    if (truth === null) report('gate.unknown', index);
    return truth === true;
  }

  /** The earning by the other rate of a hurdle that is missed, or `null` where there is none. */
  function otherwise(index: number): EarningSequence | null {
    const modifier = list[index];
    if (modifier?.kind !== 'hurdle' || !('rate' in modifier.otherwise)) return null;
    if (index > 0) fail('plan.hurdleOrder', [index]);
    const quantities: RateQuantity[] = [{ isRatio: false, score: null }];
    const register = (third: Measure): number => quantities.push({ isRatio: false, score: scoreName(third) }) - 1;
    const build = compileRate(
      modifier.otherwise.rate,
      { quantities, base: 0, zeroQuota: 'none', roundMeasure: null, quantityOf: register },
      [index, 'otherwise', 'rate'],
    );
    if (holds(compileGate(modifier.when, [index, 'when']), index)) return null;
    const run = build({ quota, target, score: scoreOf }).start();
    return {
      running: given.map((_, credit) =>
        run.add({ numerators: [measureOf(credit)], denominators: [null], field: (name) => facts[name] }),
      ),
      periodAmounts: [],
    };
  }

  function factorOf(index: number): Decimal {
    const lookup = compiled.lookups[index]!;
    const position = lookup.axis === null ? plainPosition(ZERO) : positionOf(index);
    if (position !== null) return lookup.factor(position);
    report('axis.undefined', index);
    return ZERO;
  }

  function positionOf(index: number): Position | null {
    const modifier = list[index];
    const axis = modifier?.kind === 'multiplier' && typeof modifier.by !== 'string' ? modifier.by.axis : 'measure';
    if (axis === 'measure') return plainPosition(measure());
    if (axis === 'attainment') return quota().isZero() ? null : ratioPosition(measure(), quota());
    const score = axis.kind === 'score' ? scoreOf(axis.name) : undefined;
    return score === undefined ? null : plainPosition(score);
  }

  function scoreOf(name: string): Decimal | undefined {
    const value = facts[`score.${name}`];
    return value === undefined ? undefined : toDecimal(value as DecimalLike, ['facts', `score.${name}`]);
  }
}

/** Credits add up to one quantity here; others than scores are summed by a run alone. */
function scoreName(third: Measure): string {
  if (third.kind === 'score') return third.name;
  return fail('plan.axisMode', ['axis'], { expected: 'measure, attainment or a score', value: third.kind });
}

function figure(value: DecimalLike | undefined, path: readonly (string | number)[]): Decimal {
  return value === undefined ? fail('state.missing', path) : toDecimal(value, path);
}

function inRow(parts: readonly Decimal[]): EarningSequence {
  let sum = ZERO;
  return { running: parts.map((part) => (sum = plus(sum, part))), periodAmounts: [] };
}
