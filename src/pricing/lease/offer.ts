import type { DecimalString } from '../../core/decimal.js';

/** How a yearly rate becomes one of a month: a twelfth of it, or its twelfth root. */
export const RATE_CONVENTIONS = ['nominal12', 'effective'] as const;

/** What it costs to buy a thing or to lease it; amounts are decimals of one currency. */
export interface OfferTerms {
  readonly buy: {
    readonly price: DecimalString;
    /** What it is worth at the end of the horizon. Default: nothing. */
    readonly residual?: DecimalString;
  };
  readonly lease: {
    readonly upfront?: DecimalString;
    /** Paid every month. */
    readonly rent: DecimalString;
    /** Whether a month is paid at its `end` or at its `start`. */
    readonly timing: 'end' | 'start';
    /** The rent rises by a fraction after every so many months, counted from the first month. */
    readonly escalation?: { readonly rate: DecimalString; readonly everyMonths: number };
    /** The first months that cost nothing. */
    readonly freeMonths?: number;
    /** Paid at the end of the horizon to keep the thing, whose residual value is then kept as well. */
    readonly buyout?: DecimalString;
  };
  /** From 1 to 1200. */
  readonly horizonMonths: number;
  /** A year's discount rate as a fraction, above −1 (`effective`) or −12 (`nominal12`). */
  readonly rate: DecimalString;
  /** `nominal12`: a twelfth a month; `effective`: (1 + rate)^(1/12) − 1. */
  readonly convention: (typeof RATE_CONVENTIONS)[number];
}

/** What is paid in a month; what comes back is negative. */
export interface CashFlow {
  /** 0 is the day of signing, each other month is that at whose end the payment lies. */
  readonly month: number;
  readonly amount: DecimalString;
  /** What it is worth on the day of signing, rounded so that the column adds up to its rounded total. */
  readonly presentValue: DecimalString;
}
