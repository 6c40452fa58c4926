import { findCurrency, isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { compileRates, type RateOptions, type RateTable } from '../../core/rateTable.js';
import { ROUNDING_MODES } from '../../core/rounding.js';
import { compileCondition, type CompiledCondition } from '../condition/compileCondition.js';
import type { Condition } from '../condition/condition.js';
import { defaultOrder, type ExclusionGroup, RESOLVES } from '../condition/procedure.js';
import type { RunSetup, Step } from '../condition/runConditions.js';
import { fail } from '../fail.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import { toCount } from '../toCount.js';
import type { CompiledPriceBook } from '../priceBook/compilePriceBook.js';
import type { QuoteInput } from './quote.js';
import { compileRounding } from './quoteRounding.js';
import { type IncompleteLines, readLines } from './readLines.js';

/** What a quote is priced with. */
export interface QuoteOptions extends RateOptions {
  /** Prices of the lines that have none of their own. */
  readonly book?: CompiledPriceBook;
  /** Exchange rates, for conditions in other currencies. */
  readonly rates?: RateTable;
}

/** Reads a quote: its lines with their list amounts and its conditions in their order. */
export function quoteSetup(quote: QuoteInput, options: QuoteOptions): RunSetup | IncompleteLines {
  const path: Path = ['quote'];
  const currency = findCurrency(quote.currency, isoCurrencies, [...path, 'currency']);
  const day = dayNumber(quote.on, [...path, 'on']);
  oneOf(quote.priceTax, ['exclusive', 'inclusive'], [...path, 'priceTax']);
  oneOf(quote.negative ?? 'reject', ['reject', 'mirror', 'clampToZero'], [...path, 'negative']);
  if (quote.cash !== undefined) oneOf(quote.cash.mode, ROUNDING_MODES, [...path, 'cash', 'mode']);
  distinct(
    (quote.budgets ?? []).map(({ budget }) => budget.code),
    (index) => [...path, 'budgets', index, 'budget', 'code'],
  );
  const rounder = compileRounding(quote.rounding, currency, [...path, 'rounding']);
  const steps = readSteps(quote, day, options, path);
  const read = readLines(quote, options.book ?? null, path);
  if ('unpriced' in read) return read;
  return { quote, ...read, steps, groups: groupsOf(quote, path), rounder };
}

function readSteps(quote: QuoteInput, day: number, options: QuoteOptions, path: Path): Step[] {
  const { conditions = [], procedure, currency, context = {} } = quote;
  const at = (index: number): Path => [...path, 'conditions', index];
  distinct(
    conditions.map(({ code }) => code),
    (index) => [...at(index), 'code'],
  );
  const setting = { currency, day, context, rates: compileRates(options.rates ?? [], options) };
  const compiled = new Map(conditions.map((one, index) => [one.code, compileCondition(one, setting, at(index))]));
  conditions.forEach(({ budget }, index) => {
    if (budget !== undefined && quote.budgets?.some(({ budget: { code } }) => code === budget) !== true) {
      fail('pricing.unknownReference', [...at(index), 'budget'], { what: 'budget', value: budget });
    }
  });
  const steps: Step[] =
    procedure === undefined
      ? defaultOrder(conditions).map(({ code }) => compiled.get(code)!)
      : stepsOf(quote, compiled, path);
  checkSubtotals(steps, conditions, path);
  return steps;
}

function stepsOf(
  { procedure, conditions = [] }: QuoteInput,
  compiled: ReadonlyMap<string, CompiledCondition>,
  path: Path,
): Step[] {
  const { steps, resolve = 'best' } = procedure!;
  oneOf(resolve, RESOLVES, [...path, 'procedure', 'resolve']);
  const place = (index: number): Path => [...path, 'procedure', 'steps', index];
  distinct(
    steps.map((step) => JSON.stringify(step)),
    place,
  );
  conditions.forEach(({ code }, index) => {
    if (!steps.some((step) => 'condition' in step && step.condition === code)) {
      fail('pricing.unknownReference', [...path, 'conditions', index, 'code'], {
        what: 'step of the procedure',
        value: code,
      });
    }
  });
  return steps.map((step, index) => {
    if ('subtotal' in step) return step;
    return (
      compiled.get(step.condition) ??
      fail('pricing.unknownReference', place(index), { what: 'condition', value: step.condition })
    );
  });
}

/** A condition reads a subtotal that was taken before it. */
function checkSubtotals(steps: readonly Step[], conditions: readonly Condition[], path: Path): void {
  const seen = new Set<string>();
  for (const step of steps) {
    if ('subtotal' in step) {
      seen.add(step.subtotal);
      continue;
    }
    const { basis } = step.condition;
    if (typeof basis === 'object' && !seen.has(basis.subtotal)) {
      const index = conditions.indexOf(step.condition);
      fail('pricing.unknownSubtotal', [...path, 'conditions', index, 'basis'], { value: basis.subtotal });
    }
  }
}

/** The groups of a procedure; without one a group keeps its best member. */
function groupsOf({ conditions = [], procedure }: QuoteInput, path: Path): ReadonlyMap<string, ExclusionGroup> {
  const groups = new Map((procedure?.groups ?? []).map((group) => [group.code, group]));
  distinct(
    (procedure?.groups ?? []).map(({ code }) => code),
    (index) => [...path, 'procedure', 'groups', index, 'code'],
  );
  conditions.forEach(({ group }, index) => {
    if (group === undefined || groups.has(group)) return;
    if (procedure !== undefined)
      fail('pricing.unknownReference', [...path, 'conditions', index, 'group'], { what: 'group', value: group });
    groups.set(group, { code: group, keep: 'best' });
  });
  for (const [index, { keep, count = 1, zero = 'compete', excludesBy = 'presence', excludes = [] }] of (
    procedure?.groups ?? []
  ).entries()) {
    const at = [...path, 'procedure', 'groups', index];
    oneOf(keep, ['best', 'worst', 'first', 'priority'], [...at, 'keep']);
    oneOf(zero, ['compete', 'ignore'], [...at, 'zero']);
    oneOf(excludesBy, ['presence', 'total'], [...at, 'excludesBy']);
    toCount(count, [...at, 'count']);
    excludes.forEach((other, position) => {
      if (!groups.has(other)) {
        fail('pricing.unknownReference', [...at, 'excludes', position], { what: 'group', value: other });
      }
    });
  }
  return groups;
}
