import { dayNumber, money, sumMoney } from 'salesmodel/core';
import { repeatSummaries } from 'salesmodel/segmentation';
import {
  asMoney,
  cumulativeActual,
  cumulativeExpected,
  customerLifetimeValue,
  type FittedModel,
  fitBgNbd,
  fitGammaGamma,
  gammaGammaCheck,
  probabilityAlive,
  silentUntil,
  validatePurchases,
} from 'salesmodel/segmentation/clv';
import { percent } from './percent.js';
import { superstoreLines } from './superstoreLines.js';
import { textTable } from './textTable.js';

/** The first day of the data, the end of what the models see, and the end of what is known. */
const START = '2014-01-01';
const SEEN_UNTIL = '2015-12-31';
const KNOWN_UNTIL = '2017-12-30';
/** Weeks between the two. */
const HELD_OUT = (dayNumber(KNOWN_UNTIL) - dayNumber(SEEN_UNTIL)) / 7;

interface Week {
  readonly week: number;
  readonly actual: number;
  readonly expected: number;
}

/** The customers who first bought in 2014: what is expected of them, what came, and what they are worth. */
export interface LifetimeValueReport {
  /** Repeat purchases of all up to the end of each thirteenth week. */
  readonly track: readonly Week[];
  /** The last week that the models saw. */
  readonly seenWeeks: number;
  readonly text: string;
}

/**
 * Two years of the Superstore are seen and two are held out. The fit of who leaves is at its boundary, and says so: nobody in
 * the data stays away for long, so what is left is the model of who buys how often.
 */
export function lifetimeValue(): LifetimeValueReport {
  const lines = superstoreLines();
  const orders = lines.map(({ attributes = {}, date, amount }) => ({
    customer: String(attributes['customer']),
    date,
    amount,
  }));
  const cohort = new Set(repeatSummaries(orders, { asOf: '2014-12-31' }).summaries.map(({ customer }) => customer));
  const own = orders.filter(({ customer }) => cohort.has(customer));
  const { summaries } = repeatSummaries(own, { asOf: SEEN_UNTIL, unit: 'week' });

  const [purchases, spends, check] = [fitBgNbd(summaries), fitGammaGamma(summaries), gammaGammaCheck(summaries)];
  if (!purchases.ok || !spends.ok || !check.ok) throw new Error('the orders of two years can be fitted');
  const model = purchases.fitted;

  const seen = new Map(summaries.map(({ customer, x }) => [customer, x]));
  const holdout = repeatSummaries(own, { asOf: KNOWN_UNTIL }).summaries.map(({ customer, x }) => ({
    customer,
    purchases: x - (seen.get(customer) ?? 0),
  }));
  const foretold = validatePurchases(model, { calibration: summaries, holdout, t: HELD_OUT });

  const margin = Number(sum(lines.map(({ cost = '0' }) => cost))) / Number(sum(lines.map(({ amount }) => amount)));
  const values = summaries.map((history) => {
    const terms = { steps: 12, stepLength: 365.25 / 7 / 12, ratePerStep: 0.01, margin: 1 - margin };
    const value = customerLifetimeValue({ purchases: model, gammaGamma: spends.fitted, history, ...terms });
    if (!value.ok) throw new Error('q is above 1, so every customer has a value');
    return { history, value: asMoney(value.value, 'USD'), alive: probabilityAlive(model, history) };
  });
  values.sort(
    (a, b) => Number(b.value.amount) - Number(a.value.amount) || (a.history.customer < b.history.customer ? -1 : 1),
  );
  const total = sumMoney(
    values.map(({ value }) => value),
    'USD',
  ).amount;

  const top = values.slice(0, 5).map(({ history, value, alive }) => {
    const silence = silentUntil(model, history, 0.5);
    return [
      history.customer,
      String(history.x),
      history.tx.toFixed(1),
      history.T.toFixed(1),
      percent(alive.toFixed(4)),
      silence.ok ? String(silence.days) : 'never',
      value.amount,
    ];
  });
  const track = trackOf(model, own);
  const text = [
    `${summaries.length} customers first bought in 2014; the models see them until ${SEEN_UNTIL}.`,
    fitLines(model),
    fitLines(spends.fitted),
    `  correlation of count and spend: ${check.correlation.toFixed(3)}`,
    '',
    `Purchases of the ${HELD_OUT.toFixed(0)} weeks held out: ${foretold.actual}, foretold ${foretold.forecast.toFixed(0)}`,
    textTable(
      ['repeat purchases before', 'customers', 'bought', 'foretold'],
      foretold.byX.map(({ x, customers, actual, forecast }) => [
        `${x}`,
        `${customers}`,
        `${actual}`,
        forecast.toFixed(1),
      ]),
    ),
    '',
    `The next twelve months at a margin of ${percent((1 - margin).toFixed(4))}, discounted by 1% a month: ${total} USD`,
    textTable(['customer', 'repeats', 'last week', 'weeks known', 'alive', 'doubtful after days', 'value, USD'], top),
  ].join('\n');
  return { track, seenWeeks: (dayNumber(SEEN_UNTIL) - dayNumber(START) + 1) / 7, text };
}

/** Repeat purchases that happened and that were expected, quarter by quarter. */
function trackOf(
  model: FittedModel<Parameters<typeof validatePurchases>[0]>,
  orders: readonly { customer: string; date: string }[],
): Week[] {
  const days = new Map<string, Set<number>>();
  for (const { customer, date } of orders) {
    days.set(customer, (days.get(customer) ?? new Set<number>()).add(dayNumber(date) - dayNumber(START)));
  }
  const sorted = [...days.values()].map((each) => [...each].toSorted((a, b) => a - b));
  const births = sorted.map(([first]) => first ?? 0);
  const repeats = sorted.flatMap(([, ...later]) => later);
  return Array.from({ length: 17 }, (_, quarter) => {
    const week = 13 * quarter;
    return { week, actual: cumulativeActual(repeats, week), expected: cumulativeExpected(model, births, week) };
  });
}

function fitLines({ model, params, fit }: FittedModel): string {
  const values = Object.entries(params).map(([name, value]) => `${name} ${Number(value).toPrecision(4)}`);
  const why = fit.reasons.map(({ code, params: { parameter } }) =>
    parameter === undefined ? code : `${code} of ${String(parameter)}`,
  );
  return `${model}: ${values.join(', ')}; ${fit.status}${why.length > 0 ? ` (${why.join(', ')})` : ''}`;
}

function sum(amounts: readonly string[]): string {
  return sumMoney(
    amounts.map((amount) => money(amount, 'USD')),
    'USD',
  ).amount;
}
