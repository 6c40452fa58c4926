import { money, sumMoney } from 'salesmodel/core';
import { forecastMonthlySales } from 'salesmodel/mechanisms/forecast';
import { percent } from './percent.js';
import { superstoreLines } from './superstoreLines.js';
import { textTable } from './textTable.js';

/** Sales of the superstore by month, forecast for half a year, with the error of each model on the months held out. */
export function monthlySales() {
  const byMonth = new Map<string, string[]>();
  for (const { date, amount } of superstoreLines()) {
    const month = date.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), amount]);
  }
  const rows = [...byMonth].map(([month, amounts]) => ({
    month,
    value: sumMoney(
      amounts.map((amount) => money(amount, 'USD')),
      'USD',
    ).amount,
  }));
  const result = forecastMonthlySales(rows, { horizon: 6 });
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  const { months, choice, model, accuracy, naive } = result;
  const text = [
    `${rows.length} months of orders; the model with the least error on the last months: ${nameOf(model)}`,
    textTable(
      ['model', 'scaled error'],
      choice.candidates.map((tried) => [
        nameOf(tried.model),
        tried.ok ? (tried.score?.toFixed(3) ?? '') : tried.reasons[0]!.code,
      ]),
    ),
    '',
    `Error ÷ sales of the months held out: ${percent(String(accuracy.wape))}; as in the same month of the year before: ${percent(String(naive.accuracy.wape))}`,
    '',
    textTable(
      ['month', 'forecast', '80 % from', 'to'],
      months.map(({ month, value, interval80 }) => [month, value, String(interval80.low), String(interval80.high)]),
    ),
  ].join('\n');
  return { rows, result, text };
}

function nameOf(model: object): string {
  return Object.values(model).join(' ');
}
