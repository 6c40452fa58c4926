import { fromDayNumber } from '../../core/date.js';
import { type Decimal, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { explainInput, explainStep, type Explanation } from '../../core/explanation.js';
import type { FoundRate } from '../../core/rateTable.js';
import { conversionDay } from '../run/creditFields.js';
import { currencyOfRow } from '../run/rowFact.js';
import type { RunView } from './runView.js';
import type { SlotView } from './slotView.js';

/** An amount in another currency, and the quotes that were used. */
export function explainConverted(
  amount: Explanation,
  value: Decimal,
  { quote }: FoundRate,
  on: number,
  run: RunView,
): Explanation {
  const { rates = [] } = run.computed.setup.definition;
  const legs = quote.legs.map((leg) => {
    const index = rates.findIndex(({ from, to, on: day }) => from === leg.from && to === leg.to && day === leg.on);
    const path: Path = ['rates', index, 'rate'];
    return explainInput(path, leg.rate, 'fx.quote', { from: leg.from, to: leg.to, on: leg.on });
  });
  const params = { from: quote.from, to: quote.to, rate: quote.rate, on: fromDayNumber(on) };
  return explainStep('fx.converted', params, toText(value), [amount, ...legs]);
}

/** The money of a credit in the currency of its plan. */
export function inPlanCurrency(view: SlotView, item: number, amount: Explanation): Explanation {
  const { plan, items } = view;
  const { rows, table } = plan.run;
  const { conversion } = plan;
  const row = table.credits.row[items.items.credit[item]!]!;
  const from = currencyOfRow(rows, row);
  const { currency } = plan.planRun.plan;
  if (from === currency) return amount;
  const on = conversionDay(rows, conversion, row, items.items, item);
  const found = conversion.lookup(from, currency, on);
  if (found === undefined) return amount;
  const value = plan.convert(toDecimal(String(amount.value)), row, items.items, item);
  return explainConverted(amount, value, found, on, plan.run);
}
