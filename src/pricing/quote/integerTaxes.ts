import { compareText } from '../../core/compareText.js';
import { type Decimal, plus, toText, ZERO } from '../../core/decimal.js';
import { quotient, type Quotient } from '../../core/fixed/quotient.js';
import { roundSafe } from '../../core/fixed/safeQuotient.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { RoundingMode } from '../../core/rounding.js';
import { toScaled } from '../../core/scaled.js';
import type { QuoteTax } from './quote.js';
import type { ReadTax } from './readLines.js';

/** A rate as an integer of 10⁻ˢᶜᵃˡᵉ, and what divides its products. */
interface TaxRate {
  readonly key: string;
  readonly rate: number;
  readonly by: Quotient;
}

/** The taxes of a quote in integers, rounded by line and code, and their sums by code. */
export class IntegerTaxes {
  private readonly rates = new Map<ReadTax['tax'], TaxRate>();
  private readonly sums = new Map<string, { base: number; amount: number }>();

  constructor(
    private readonly unit: number,
    private readonly scale: number,
    private readonly mode: RoundingMode,
    private readonly text: (value: number) => string,
  ) {}

  /** The rounded tax of a line's net, and the text of the exact one; `null` where a product is too large. */
  of(taxes: readonly ReadTax[], net: number, running: number): { readonly tax: number; readonly exact: string } | null {
    let tax = 0;
    for (const each of taxes) {
      const { key, rate, by } = this.rateOf(each);
      const base = each.tax.compound === true ? net + tax : net;
      const product = base * rate;
      if (!isSafe(product, by)) return null;
      const amount = roundSafe(product, by) * this.unit;
      const sum = this.sums.get(key) ?? { base: 0, amount: 0 };
      sum.base += base;
      sum.amount += amount;
      this.sums.set(key, sum);
      tax += amount;
    }
    const share = taxes.reduce((sum, each) => plus(sum, each.share), ZERO);
    const exact = running * Number(scaled(share));
    return Number.isSafeInteger(exact) ? { tax, exact: scaledText(exact, this.scale + share.dp()) } : null;
  }

  isSafe(): boolean {
    return [...this.sums.values()].every(
      ({ base, amount }) => Number.isSafeInteger(base) && Number.isSafeInteger(amount),
    );
  }

  /** By code and rate. */
  table(): QuoteTax[] {
    return [...this.sums]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, { base, amount }]) => {
        const [code, rate] = JSON.parse(key) as [string, string];
        return { code, rate, base: this.text(base), amount: this.text(amount) };
      });
  }

  private rateOf({ tax, rate }: ReadTax): TaxRate {
    let known = this.rates.get(tax);
    if (known === undefined) {
      const divisor = BigInt(this.unit) * 10n ** BigInt(rate.dp());
      const key = JSON.stringify([tax.code, toText(rate)]);
      known = { key, rate: Number(scaled(rate)), by: quotient(divisor, this.mode) };
      this.rates.set(tax, known);
    }
    return known;
  }
}

function scaled(value: Decimal): bigint {
  return toScaled(value, value.dp());
}

/** Whether a product may be divided in doubles. */
function isSafe(product: number, { divisor }: Quotient): boolean {
  const size = Math.abs(product) + divisor;
  return size <= Number.MAX_SAFE_INTEGER && size <= divisor * 2 ** 50;
}
