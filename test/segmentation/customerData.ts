import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OrderRow } from '../../src/segmentation/index.js';

/** Published data sets that are no part of the project; tests that need one are skipped where it is not there. */
const folder = process.env['CUSTOMER_DATA'] ?? resolve('../shared/data/customers');

export const hasCustomerData = existsSync(folder);

/** The cells of a file's lines, without those of its heading. */
export function cellsOf(file: string): string[][] {
  const lines = readFileSync(`${folder}/${file}`, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(','));
}

/** The orders of a file by the places of customer, date and amount in its lines. */
export function ordersOf(file: string, [customer, date, amount]: readonly [number, number, number]): OrderRow[] {
  return cellsOf(file).map((cells) => ({ customer: cells[customer]!, date: cells[date]!, amount: cells[amount]! }));
}
