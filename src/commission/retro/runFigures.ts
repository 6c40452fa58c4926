import { compareText } from '../../core/compareText.js';
import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { run } from '../run/compileRun.js';
import type { ComponentStatement, Line, RunInput, RunResult } from '../schema.js';

/** Where something was earned. */
export interface EarnedPlace {
  readonly payeeId: string;
  readonly planId: string;
  /** First day. */
  readonly period: string;
  /** `null` = modifiers and bonuses of the plan. */
  readonly componentId: string | null;
  readonly currency: string;
}

/** What was earned at a place. */
export interface EarnedFigure extends EarnedPlace {
  /** First day after the period. */
  readonly end: string;
  readonly earned: Decimal;
  /** Of versions by transaction date, several may earn in one period. */
  readonly components: readonly ComponentStatement[];
  readonly planVersions: readonly string[];
  readonly lines: readonly Line[];
}

/** A run with what it earned by place. */
export interface RunFigures {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly figures: ReadonlyMap<string, EarnedFigure>;
}

/** Computes a run and gathers what it earned. */
export function runFigures(input: RunInput, detail: 'statements' | 'lines' = 'lines'): RunFigures {
  return figuresOf(input, run(input, { detail }));
}

/** Gathers what a run earned. */
export function figuresOf(input: RunInput, result: RunResult): RunFigures {
  const { statements, lines = [] } = result;
  const figures = new Map<string, EarnedFigure>();
  const linesAt = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.payeeId, line.planId, line.period, line.componentId]);
    const known = linesAt.get(key);
    if (known === undefined) linesAt.set(key, [line]);
    else known.push(line);
  }
  for (const statement of statements) {
    const { payeeId, planId, planVersion, currency, period, components } = statement;
    const place = { payeeId, planId, period: period.start, currency };
    const add = (componentId: string | null, earned: Decimal, component?: ComponentStatement): void => {
      const key = placeKey({ ...place, componentId });
      const before = figures.get(key);
      figures.set(key, {
        ...place,
        componentId,
        end: period.end,
        earned: plus(before?.earned ?? ZERO, earned),
        components: [...(before?.components ?? []), ...(component === undefined ? [] : [component])],
        planVersions: [...(before?.planVersions ?? []), component?.planVersion ?? planVersion],
        lines: linesAt.get(JSON.stringify([payeeId, planId, period.start, componentId])) ?? [],
      });
    };
    for (const component of components) add(component.id, toDecimal(component.earned), component);
    const ofPlan = statement.planModifiers.reduce((sum, { effect }) => plus(sum, toDecimal(effect)), ZERO);
    add(null, plus(ofPlan, toDecimal(statement.bonus)));
  }
  return { input, result, figures };
}

/** The same for the same place. */
export function placeKey({ payeeId, planId, period, componentId, currency }: EarnedPlace): string {
  return JSON.stringify([payeeId, planId, period, componentId, currency]);
}

/** By payee, plan, period and component, the plan's own behind its components. */
export function comparePlaces(a: EarnedPlace, b: EarnedPlace): number {
  return (
    compareText(a.payeeId, b.payeeId) ||
    compareText(a.planId, b.planId) ||
    compareText(a.period, b.period) ||
    Number(a.componentId === null) - Number(b.componentId === null) ||
    compareText(a.componentId ?? '', b.componentId ?? '') ||
    compareText(a.currency, b.currency)
  );
}
