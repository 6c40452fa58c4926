import { compareText } from '../../core/compareText.js';
import type { Decimal } from '../../core/decimal.js';
import type { Amounts } from '../condition/amounts.js';
import { combine, haveConflict, maximalSets } from '../condition/combination.js';
import type { CompiledCondition } from '../condition/compileCondition.js';
import { figureOf } from '../condition/figure.js';
import { type ConditionRun, runConditions, type RunSetup, type Watch } from '../condition/runConditions.js';
import { byId, withAmount } from './readLines.js';
import { type FinalLine, type RoundedQuote, roundQuote } from './roundQuote.js';

/** Conditions that ran, with the rounded figures. */
export interface ResolvedQuote<N> {
  readonly run: ConditionRun<N>;
  readonly rounded: RoundedQuote;
}

/** Runs a quote with the conditions for which `isOut` does not hold. */
export function runQuote<N>(
  setup: RunSetup,
  amounts: Amounts<N>,
  isOut: (one: CompiledCondition) => boolean,
): ResolvedQuote<N> {
  const run = runConditions(setup, amounts, isOut);
  return { run, rounded: roundRun(setup, run, amounts) };
}

/** Rounds what conditions came to. */
export function roundRun<N>(setup: RunSetup, { lines }: ConditionRun<N>, amounts: Amounts<N>): RoundedQuote {
  const final = lines.map(({ read, running, ofLine }): FinalLine => {
    const amount = amounts.decimalOf(running);
    return { read, running: amount, ofLine: ofLine === running ? amount : amounts.decimalOf(ofLine) };
  });
  return roundQuote(setup.quote, allLines(setup, final), setup.rounder);
}

/** The lines by id, with those that are a share of what others came to. */
function allLines({ late }: RunSetup, run: readonly FinalLine[]): readonly FinalLine[] {
  if (late.length === 0) return run;
  const lines = new Map(run.map((line) => [line.read.line.id, line]));
  const amountOf = (id: string): { list: Decimal; net: Decimal } => {
    const { read, running } = lines.get(id)!;
    const list = read.list.value;
    return read.sign < 0 ? { list: list.neg(), net: running.neg() } : { list, net: running };
  };
  for (const { share, line } of late) {
    const read = withAmount(line, figureOf(share.rate(amountOf)));
    const { value } = read.list;
    lines.set(line.line.id, { read, running: value, ofLine: value });
  }
  return [...lines.values()].toSorted((a, b) => byId(a.read, b.read));
}

/** The discounts of a quote that may take part in it, in the order of their steps. */
export function discountsOf({ steps }: RunSetup): CompiledCondition[] {
  return steps.filter(
    (step): step is CompiledCondition =>
      'condition' in step && step.condition.kind === 'discount' && step.hidden === null,
  );
}

/**
 * Settles which discounts apply where some do not combine, and runs them.
 *
 * @param watch looks on while those run that were chosen
 */
export function resolveConditions<N>(setup: RunSetup, amounts: Amounts<N>, watch?: Watch<N>): ConditionRun<N> {
  const resolve = setup.quote.procedure?.resolve ?? 'best';
  const discounts = discountsOf(setup);
  const without = (set: readonly CompiledCondition[]) => (one: CompiledCondition) =>
    discounts.includes(one) && !set.includes(one);
  if (resolve === 'all' || !haveConflict(discounts)) return runConditions(setup, amounts, () => false, watch);
  if (resolve === 'priority') {
    return runConditions(setup, amounts, without(byPriority(setup, amounts, discounts, without)), watch);
  }
  const outcomes = maximalSets(discounts).map((set) => ({ set, outcome: runQuote(setup, amounts, without(set)) }));
  const best = outcomes.reduce((least, other) => (isBefore(other, least) ? other : least));
  return watch === undefined ? best.outcome.run : runConditions(setup, amounts, without(best.set), watch);
}

interface Outcome {
  readonly set: readonly CompiledCondition[];
  readonly outcome: { readonly rounded: RoundedQuote };
}

/** The lower payable, then the fewer conditions, then the codes. */
function isBefore(a: Outcome, b: Outcome): boolean {
  const payable = (one: Outcome): Decimal => one.outcome.rounded.payable;
  return (payable(a).cmp(payable(b)) || a.set.length - b.set.length || compareText(codes(a.set), codes(b.set))) < 0;
}

/** The codes of a set as one text. */
function codes(set: readonly CompiledCondition[]): string {
  return JSON.stringify(set.map(({ condition: { code } }) => code).toSorted(compareText));
}

/** Takes discounts by priority; one that does not come to anything stands in nobody's way. */
function byPriority<N>(
  setup: RunSetup,
  amounts: Amounts<N>,
  discounts: readonly CompiledCondition[],
  without: (set: readonly CompiledCondition[]) => (one: CompiledCondition) => boolean,
): readonly CompiledCondition[] {
  let chosen: readonly CompiledCondition[] = [];
  for (const one of discounts.toSorted((a, b) => (b.condition.priority ?? 0) - (a.condition.priority ?? 0))) {
    if (!chosen.every((other) => combine(other.condition, one.condition))) continue;
    const trial = [...chosen, one];
    const { applied } = runConditions(setup, amounts, without(trial));
    if (applied.some(({ condition }) => condition === one.condition.code)) chosen = trial;
  }
  // Those that came to nothing say why themselves.
  const idle = discounts.filter((one) =>
    chosen.every((other) => other === one || combine(other.condition, one.condition)),
  );
  return [...new Set([...chosen, ...idle])];
}
