import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';

/** How a registration may end, or come back to the partner. */
export const REGISTRATION_OUTCOMES = ['returned', 'rejected', 'withdrawn', 'won', 'lost'] as const;

/** A customer as a registration, an order book or an opportunity names it. */
export interface DealCustomer {
  readonly name?: string;
  /** Such as `acme.com`. */
  readonly domain?: string;
  readonly country: string;
  /** Code of the region, where grants name regions. */
  readonly region?: string;
}

/** A deal that a partner works on and asks to be protected for. */
export interface DealRegistration {
  readonly id: string;
  readonly partner: string;
  readonly customer: DealCustomer;
  /** Empty for all products. */
  readonly products: readonly string[];
  /** Absent while it is a draft; after a return the day on which it was handed in again. */
  readonly submittedOn?: PlainDate;
  readonly approvedOn?: PlainDate;
  /** Days of protection granted with the approval. Default: those of the policy. */
  readonly protectionDays?: number;
  /** Extensions of the protection, the oldest first. */
  readonly extensions?: readonly { readonly on: PlainDate; readonly days: number }[];
  readonly outcome?: { readonly state: (typeof REGISTRATION_OUTCOMES)[number]; readonly on: PlainDate };
  /** What shows the partner's work: meetings, demonstrations, offers. Each counts one point. */
  readonly evidence?: readonly string[];
  /** What the deal may bring. */
  readonly value?: DecimalString;
  readonly attributes?: Readonly<Record<string, unknown>>;
}
