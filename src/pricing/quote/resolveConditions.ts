import type { Decimal } from '../../core/decimal.js';
import { compareText } from '../../core/compareText.js';
import { haveConflict, maximalSets, combine } from '../condition/combination.js';
import type { CompiledCondition } from '../condition/compileCondition.js';
import { type ConditionRun, runConditions, type RunSetup } from '../condition/runConditions.js';
import { type RunningLine, startLine } from '../condition/runningLine.js';
import { byId, withAmount } from './readLines.js';
import { type RoundedQuote, roundQuote } from './roundQuote.js';

/** Conditions that ran, with the rounded figures. */
export interface ResolvedQuote {
  readonly run: ConditionRun;
  readonly rounded: RoundedQuote;
}

/** Runs a quote with the conditions for which `isOut` does not hold. */
export function runQuote(setup: RunSetup, isOut: (one: CompiledCondition) => boolean): ResolvedQuote {
  const run = runConditions(setup, isOut);
  return { run, rounded: roundQuote(setup.quote, allLines(setup, run.lines), setup.rounder) };
}

/** The lines by id, with those that are a share of what others came to. */
function allLines({ late }: RunSetup, run: readonly RunningLine[]): readonly RunningLine[] {
  if (late.length === 0) return run;
  const lines = new Map(run.map((line) => [line.read.line.id, line]));
  const amountOf = (id: string): { list: Decimal; net: Decimal } => {
    const { read, running } = lines.get(id)!;
    return read.sign < 0 ? { list: read.list.neg(), net: running.neg() } : { list: read.list, net: running };
  };
  for (const { share, line } of late) lines.set(line.line.id, startLine(withAmount(line, share.rate(amountOf))));
  return [...lines.values()].toSorted((a, b) => byId(a.read, b.read));
}

/** The discounts of a quote that may take part in it, in the order of their steps. */
export function discountsOf({ steps }: RunSetup): CompiledCondition[] {
  return steps.filter(
    (step): step is CompiledCondition =>
      'condition' in step && step.condition.kind === 'discount' && step.hidden === null,
  );
}

/** Settles which discounts apply where some do not combine, and runs the quote. */
export function resolveConditions(setup: RunSetup): ResolvedQuote {
  const resolve = setup.quote.procedure?.resolve ?? 'best';
  const discounts = discountsOf(setup);
  const without = (set: readonly CompiledCondition[]) => (one: CompiledCondition) =>
    discounts.includes(one) && !set.includes(one);
  if (resolve === 'all' || !haveConflict(discounts)) return runQuote(setup, () => false);
  if (resolve === 'priority') return runQuote(setup, without(byPriority(setup, discounts, without)));
  const outcomes = maximalSets(discounts).map((set) => ({ set, outcome: runQuote(setup, without(set)) }));
  const best = outcomes.reduce((least, other) => (isBefore(other, least) ? other : least));
  return best.outcome;
}

type Outcome = { readonly set: readonly CompiledCondition[]; readonly outcome: ResolvedQuote };

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
function byPriority(
  setup: RunSetup,
  discounts: readonly CompiledCondition[],
  without: (set: readonly CompiledCondition[]) => (one: CompiledCondition) => boolean,
): readonly CompiledCondition[] {
  let chosen: readonly CompiledCondition[] = [];
  for (const one of discounts.toSorted((a, b) => (b.condition.priority ?? 0) - (a.condition.priority ?? 0))) {
    if (!chosen.every((other) => combine(other.condition, one.condition))) continue;
    const trial = [...chosen, one];
    const { applied } = runConditions(setup, without(trial));
    if (applied.some(({ condition }) => condition === one.condition.code)) chosen = trial;
  }
  // Those that came to nothing say why themselves.
  const idle = discounts.filter((one) =>
    chosen.every((other) => other === one || combine(other.condition, one.condition)),
  );
  return [...new Set([...chosen, ...idle])];
}
