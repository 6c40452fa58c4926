import { Decimal, type DecimalString, plus, times, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { scaledText } from '../../core/fixed/scaledText.js';

/** The most decimals of a figure in integers: powers of ten are exact doubles this far. */
const MOST_DECIMALS = 15;

/** A number of a quote. Most are small integers of few decimals, and as such they are read and multiplied much faster. */
export class Figure {
  /**
   * @param units the number in units of 10^−decimals, a safe integer; NaN where it is none
   * @param decimals 0 to 15
   * @param known the number itself, where it is known already
   */
  constructor(
    readonly units: number,
    readonly decimals: number,
    private known: Decimal | null = null,
  ) {}

  get value(): Decimal {
    return (this.known ??= new Decimal(scaledText(this.units, this.decimals)));
  }

  get text(): DecimalString {
    return this.known === null ? scaledText(this.units, this.decimals) : toText(this.known);
  }

  /** 10^decimals. */
  get unit(): number {
    return POWERS[this.decimals]!;
  }

  get isNegative(): boolean {
    return Number.isNaN(this.units) ? this.value.lt(0) : this.units < 0;
  }

  get isZero(): boolean {
    return this.units === 0;
  }

  /** Without zeros at the end of its decimals. */
  trimmed(): Figure {
    let { units, decimals } = this;
    for (; decimals > 0 && units % 10 === 0; decimals--) units /= 10;
    return decimals === this.decimals ? this : new Figure(units, decimals, this.known);
  }

  /** Without its sign. */
  abs(): Figure {
    if (!this.isNegative) return this;
    return Number.isNaN(this.units) ? figureOf(this.value.abs()) : new Figure(-this.units, this.decimals);
  }
}

const POWERS = /* @__PURE__ */ Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10 ** decimals);

/**
 * Reads a decimal.
 *
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 */
export function readFigure(text: DecimalString, path: () => Path): Figure {
  if (typeof text === 'string') {
    const point = text.indexOf('.');
    const decimals = point < 0 ? 0 : text.length - point - 1;
    const units = decimals <= MOST_DECIMALS ? parseScaled(text, decimals) : NaN;
    if (!Number.isNaN(units)) return new Figure(units, decimals);
  }
  return figureOf(toDecimal(text, path()));
}

/** The figure of a decimal. */
export function figureOf(value: Decimal): Figure {
  const decimals = value.dp();
  const units = value.isZero() ? 0 : decimals <= MOST_DECIMALS ? parseScaled(toText(value), decimals) : NaN;
  return new Figure(units, Math.min(decimals, MOST_DECIMALS), value);
}

/** The product of two figures. */
export function product(a: Figure, b: Figure): Figure {
  const units = a.units * b.units;
  const decimals = a.decimals + b.decimals;
  if (Number.isSafeInteger(units) && decimals <= MOST_DECIMALS) return new Figure(units, decimals);
  return figureOf(times(a.value, b.value));
}

/** The sum of figures. */
export function sumOfFigures(figures: readonly Figure[]): Figure {
  const [first, ...others] = figures;
  if (first === undefined) return new Figure(0, 0);
  return others.length === 0 ? first : figureOf(others.reduce((sum, { value }) => plus(sum, value), first.value));
}
