import { allocate, type AllocateOptions } from '../../core/allocate.js';
import { type Currency, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalString, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import {
  type Residue,
  RESIDUES,
  roundDecimal,
  ROUNDING_MODES,
  type RoundingMode,
  toIncrement,
} from '../../core/rounding.js';

/** Where and how a quote is rounded: every choice that makes cents differ between systems. */
export interface QuoteRounding {
  /** What is rounded: the net of one unit, of a line, or of the document, whose cents are then shared out. */
  readonly place: 'unit' | 'line' | 'document';
  readonly mode: RoundingMode;
  /** Default: one minor unit of the currency. */
  readonly increment?: DecimalString;
  /** Who gets what is left when an amount is shared out; lines stand in the order of their ids. */
  readonly residue: Residue;
  /** Whether each delta of a line is rounded or stays exact. */
  readonly conditions: 'exact' | 'each';
  /** Whether tax is rounded by line and code or by code over the document. */
  readonly tax: 'line' | 'document';
  /** Whether tax is taken of rounded or of exact nets. */
  readonly taxBasis: 'rounded' | 'exact';
  /** Of prices with tax: whether the tax is rounded and the net is the rest, or the reverse. */
  readonly inclusive: 'roundTax' | 'roundNet';
  /** Whether gross is net plus tax, or the exact gross rounded, with the difference in the tax. */
  readonly gross: 'sum' | 'exact';
  /** Whether amounts for the whole quote are shared out by amounts without or with tax. */
  readonly spreadWeight: 'net' | 'gross';
}

const STANDARD: QuoteRounding = {
  place: 'line',
  mode: 'halfUp',
  residue: 'largestRemainder',
  conditions: 'exact',
  tax: 'line',
  taxBasis: 'rounded',
  inclusive: 'roundTax',
  gross: 'sum',
  spreadWeight: 'net',
};

/** Roundings by name: the standard one, and those that give the cents of other systems. */
export const QUOTE_ROUNDINGS = {
  standard: STANDARD,
  odooPerLine: { ...STANDARD, inclusive: 'roundNet' },
  odooGlobal: { ...STANDARD, place: 'document', tax: 'document', taxBasis: 'exact' },
  stripeLine: { ...STANDARD, conditions: 'each' },
  vendure: { ...STANDARD, conditions: 'each', spreadWeight: 'gross' },
  lago: { ...STANDARD, tax: 'document', taxBasis: 'exact' },
  killBill: STANDARD,
} as const satisfies Readonly<Record<string, QuoteRounding>>;

/**
 * The name of a rounding.
 *
 * @useDeclaredType
 */
export type QuoteRoundingPreset = keyof typeof QUOTE_ROUNDINGS;

/** A rounding with its increment read. */
export interface Rounder {
  readonly policy: QuoteRounding & { readonly increment: DecimalString };
  readonly increment: Decimal;
  /** Decimals that amounts are written with. */
  readonly decimals: number;
  /** The nearest multiple of the increment. */
  readonly round: (value: Decimal) => Decimal;
  /** A whole number of increments shared out by weights; no part has another sign than the whole. */
  readonly share: (total: Decimal, weights: readonly Decimal[]) => Decimal[];
  /** An amount with the decimals of its currency, never a negative zero. */
  readonly text: (value: Decimal) => DecimalString;
}

function readPolicy(rounding: QuoteRounding | QuoteRoundingPreset, path: Path): QuoteRounding {
  // A quote that names no rounding is refused like one that names an unknown one.
  if (typeof rounding !== 'object') return QUOTE_ROUNDINGS[oneOf(rounding, PRESETS, path)];
  for (const [name, options] of Object.entries(OPTIONS)) {
    oneOf(rounding[name as keyof typeof OPTIONS], options as never, [...path, name]);
  }
  return rounding;
}

const PRESETS = /* @__PURE__ */ Object.keys(QUOTE_ROUNDINGS) as QuoteRoundingPreset[];

/** Reads a rounding. */
export function compileRounding(
  rounding: QuoteRounding | QuoteRoundingPreset,
  currency: Currency,
  path: Path,
): Rounder {
  const policy = readPolicy(rounding, path);
  const increment = toIncrement(policy.increment ?? minorUnit(currency), [...path, 'increment']);
  const decimals = Math.max(currency.exponent, increment.dp());
  return {
    policy: { ...policy, increment: increment.toFixed() },
    increment,
    decimals,
    round: (value) => roundDecimal(value, increment, policy.mode),
    share(total, weights) {
      const parts = partsOf(total, weights, { increment, residue: policy.residue, mode: policy.mode });
      // Where one part takes the whole difference it may be left with less than nothing.
      const isMixed = parts.some((part) => !part.isZero() && part.isNegative() !== total.isNegative());
      return isMixed ? partsOf(total, weights, { increment }) : parts;
    },
    text: (value) => (value.isZero() ? ZERO : value).toFixed(decimals),
  };
}

function partsOf(total: Decimal, weights: readonly Decimal[], options: AllocateOptions): Decimal[] {
  return allocate(total, weights, options).parts.map((part) => toDecimal(part));
}

const OPTIONS = {
  place: ['unit', 'line', 'document'],
  mode: ROUNDING_MODES,
  residue: RESIDUES,
  conditions: ['exact', 'each'],
  tax: ['line', 'document'],
  taxBasis: ['rounded', 'exact'],
  inclusive: ['roundTax', 'roundNet'],
  gross: ['sum', 'exact'],
  spreadWeight: ['net', 'gross'],
} as const;
