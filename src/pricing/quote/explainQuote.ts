import { type Decimal, minus, plus, toText, ZERO } from '../../core/decimal.js';
import {
  explainConstant,
  explainInput,
  explainPolicy,
  explainStep,
  explainSum,
  type Explanation,
} from '../../core/explanation.js';
import { DecimalAmounts } from '../condition/decimalAmounts.js';
import type { RunSetup } from '../condition/runConditions.js';
import type { QuoteInput } from './quote.js';
import { type QuoteOptions, quoteSetup } from './quoteSetup.js';
import { resolveConditions, type ResolvedQuote, roundRun } from './resolveConditions.js';

/**
 * Returns the steps from the list amounts to the payable: every delta with its condition, the roundings, the taxes, and of
 * each condition that did not apply the reason. List, deltas, roundings, taxes and cash rounding add up to the payable.
 *
 * @param quote lines, conditions and the rounding
 * @param options price book and rates
 * @returns a tree whose value is the payable, or `null` for a quote with lines that have no price
 * @throws SalesModelError the errors of `priceQuote`
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainQuote } from 'salesmodel/pricing';
 *
 * const explanation = explainQuote({
 *   code: 'Q-1',
 *   currency: 'EUR',
 *   on: '2026-03-01',
 *   priceTax: 'exclusive',
 *   rounding: 'standard',
 *   lines: [{ id: '1', sku: 'desk', quantity: '2', unitPrice: '349.95', taxes: [{ code: 'VAT', rate: '0.19' }] }],
 *   conditions: [{ code: 'spring', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.1' } }],
 * });
 * renderExplanation(explanation, 'en', { depth: 1 }).split('\n');
 * // => [
 * //   'payable of Q-1 = 749.59',
 * //   '  list amounts = 699.9',
 * //   '  spring = -69.99',
 * //   '  tax VAT, 0.19 of 629.91 = 119.68',
 * // ]
 */
export function explainQuote(quote: QuoteInput, options: QuoteOptions = {}): Explanation {
  const setup = quoteSetup(quote, options);
  if ('unpriced' in setup) {
    const { unpriced } = setup;
    const facts = unpriced.map(({ line }) =>
      explainInput(['lines', quote.lines.findIndex(({ id }) => id === line)], line),
    );
    return explainStep('quote.incomplete', { code: quote.code, unpriced }, null, facts);
  }
  const amounts = new DecimalAmounts(setup.rounder);
  const run = resolveConditions(setup, amounts);
  const resolved = { run, rounded: roundRun(setup, run, amounts) };
  const parts = [listStep(setup, resolved), ...conditionSteps(setup, resolved), ...roundingSteps(setup, resolved)];
  return explainSum('quote.payable', { code: quote.code }, parts);
}

function listStep({ quote }: RunSetup, { rounded }: ResolvedQuote<Decimal>): Explanation {
  const facts = rounded.lines.map(({ line: { read } }) => {
    const index = quote.lines.indexOf(read.line);
    const { line, list, sign } = read;
    const amount = toText(sign < 0 ? list.value.neg() : list.value);
    const at = ['lines', index];
    const { unitPrice, quantity, sku } = line;
    const from = [
      explainInput([...at, 'quantity'], quantity),
      unitPrice === undefined ? explainInput([...at, 'sku'], sku) : explainInput([...at, 'unitPrice'], unitPrice),
    ];
    return explainStep('quote.line', { line: line.id, sku }, amount, from);
  });
  const code = 'quote.list';
  return facts.length === 0
    ? explainStep(code, {}, '0', [explainInput(['lines'], quote.lines.length)])
    : explainSum(code, {}, facts);
}

function conditionSteps({ quote, steps }: RunSetup, { run }: ResolvedQuote<Decimal>): Explanation[] {
  const place = (code: string): number => (quote.conditions ?? []).findIndex((one) => one.code === code);
  const applied = run.applied.map(({ condition, exact }) => {
    const { kind, reward } = quote.conditions![place(condition)]!;
    const fact = explainConstant(['conditions', place(condition), 'reward'], null, 'quote.reward', {
      type: reward.type,
    });
    const deltas = run.lines.flatMap(({ read, changes }) =>
      changes
        .map((code, exact, cappedBy) => ({ code, exact, cappedBy }))
        .filter(({ code }) => code === condition)
        .map(({ exact, cappedBy }) => {
          const value = toText(read.sign < 0 ? exact.neg() : exact);
          const code = cappedBy === undefined ? 'quote.delta' : 'quote.cappedDelta';
          return explainStep(code, { condition, line: read.line.id, cappedBy: cappedBy ?? null }, value, [fact]);
        }),
    );
    if (kind === 'statistical') return explainStep('quote.statistic', { condition, value: exact }, '0', [fact]);
    return deltas.length === 0
      ? explainStep('quote.condition', { condition }, '0', [fact])
      : explainSum('quote.condition', { condition }, deltas);
  });
  const order = steps.flatMap((step) => ('condition' in step ? [step.condition.code] : []));
  const inactive = run.inactive
    .toSorted((a, b) => order.indexOf(a.condition) - order.indexOf(b.condition))
    .map(({ condition, line, reason, wouldBe }) => {
      const fact = explainConstant(['conditions', place(condition)], condition);
      const code = line === undefined ? 'quote.inactive' : 'quote.inactiveLine';
      return explainStep(code, { condition, line: line ?? null, reason, wouldBe }, '0', [fact]);
    });
  return [...applied, ...inactive];
}

function roundingSteps({ quote, rounder }: RunSetup, { rounded }: ResolvedQuote<Decimal>): Explanation[] {
  const { policy, text } = rounder;
  const isInclusive = quote.priceTax === 'inclusive';
  const stated = isInclusive ? rounded.gross : rounded.net;
  const exact = rounded.lines.reduce(
    (sum, { line: { read, running } }) => plus(sum, read.sign < 0 ? running.neg() : running),
    ZERO,
  );
  const residue = minus(stated, exact);
  const steps: Explanation[] = [];
  if (!residue.isZero()) {
    const fact = explainPolicy('rounding.place', policy.place);
    steps.push(
      explainStep('quote.rounding', { place: policy.place, increment: policy.increment }, toText(residue), [fact]),
    );
  }
  if (!isInclusive) {
    for (const { code, rate, base, amount } of rounded.taxes) {
      const facts = [explainPolicy('rounding.tax', policy.tax), explainPolicy('rounding.taxBasis', policy.taxBasis)];
      steps.push(explainStep('quote.tax', { code, rate, base }, amount, facts));
    }
  }
  const { cash } = quote;
  const difference = minus(rounded.payable, rounded.gross);
  if (cash !== undefined && !difference.isZero()) {
    const fact = explainInput(['cash', 'increment'], cash.increment);
    steps.push(explainStep('quote.cash', { increment: cash.increment }, text(difference), [fact]));
  }
  return steps;
}
