import { compareText } from '../../core/compareText.js';
import { quotient, type Quotient } from '../../core/fixed/quotient.js';
import { roundSafe } from '../../core/fixed/safeQuotient.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { RoundingMode } from '../../core/rounding.js';
import { type Figure, sumOfFigures } from '../condition/figure.js';
import { type IntegerAmounts, NotExact } from '../condition/integerAmounts.js';
import type { QuoteTax } from './quote.js';
import type { ReadTax } from './readLine.js';

/** What a tax comes to over the quote, and what divides its products. */
interface TaxSum {
  readonly code: string;
  readonly rate: string;
  readonly figure: Figure;
  readonly by: Quotient;
  base: number;
  amount: number;
}

/** The taxes of a quote in integers, rounded by line and code, and their sums by code. */
export class IntegerTaxes {
  private readonly sums = new Map<string, TaxSum>();
  private last: TaxSum | null = null;

  constructor(
    private readonly amounts: IntegerAmounts,
    private readonly mode: RoundingMode,
  ) {}

  /** The rounded tax of a line's net, and the text of the exact one. */
  of(taxes: readonly ReadTax[], net: number, running: number): { readonly tax: number; readonly exact: string } {
    const { amounts } = this;
    let tax = 0;
    for (const each of taxes) {
      const sum = this.sumOf(each);
      const base = each.tax.compound === true ? net + tax : net;
      const product = base * sum.figure.units;
      if (!isSafe(product, sum.by)) throw new NotExact();
      const amount = roundSafe(product, sum.by) * amounts.unit;
      sum.base = amounts.plus(sum.base, base);
      sum.amount = amounts.plus(sum.amount, amount);
      tax = amounts.plus(tax, amount);
    }
    return { tax, exact: this.exactText(taxes, running) };
  }

  /** By code and rate. */
  table(): QuoteTax[] {
    const { amounts } = this;
    return [...this.sums]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([, { code, rate, base, amount }]) => ({
        code,
        rate,
        base: amounts.roundedText(base),
        amount: amounts.roundedText(amount),
      }));
  }

  private exactText(taxes: readonly ReadTax[], running: number): string {
    if (taxes.length === 0) return '0';
    const { units, decimals } = sumOfFigures(taxes.map(({ share }) => share));
    const exact = running * units;
    if (!Number.isSafeInteger(exact)) throw new NotExact();
    return scaledText(exact, this.amounts.scale + decimals);
  }

  private sumOf({ tax: { code }, rate }: ReadTax): TaxSum {
    // Lines of one rate have it as one figure.
    if (this.last?.code === code && this.last.figure === rate) return this.last;
    const key = JSON.stringify([code, rate.text]);
    let known = this.sums.get(key);
    if (known === undefined) {
      const by = quotient(BigInt(this.amounts.unit) * BigInt(rate.unit), this.mode);
      known = { code, rate: rate.text, figure: rate, by, base: 0, amount: 0 };
      this.sums.set(key, known);
    }
    this.last = known;
    return known;
  }
}

/** Whether a product may be divided in doubles. */
function isSafe(product: number, { divisor }: Quotient): boolean {
  const size = Math.abs(product) + divisor;
  return size <= Number.MAX_SAFE_INTEGER && size <= divisor * 2 ** 50;
}
