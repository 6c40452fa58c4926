import { type Ratio, ratio } from '../../core/ratio.js';
import type { Customer } from '../schema/customer.js';

/** How much of what is needed an entry holds. */
export interface RecordCompleteness {
  /** Of the required fields; without a value when none is required. */
  readonly share: Ratio;
  /** The required fields that say nothing, in the order they are required. */
  readonly missing: readonly (keyof Customer)[];
}

/**
 * Returns which share of the required fields of a customer's entry is filled, and which are not. An empty text and an
 * empty list say nothing; 0 and `none` are values.
 *
 * @param customer entry
 * @param requiredFields names of fields; one that stands twice counts once
 * @example
 * import { recordCompleteness } from 'salesmodel/segmentation';
 *
 * const { share, missing } = recordCompleteness(
 *   { id: 'c1', kind: 'company', region: 'CN/31', contacts: [] },
 *   ['region', 'industry', 'contacts', 'kind'],
 * );
 * share.value; // => '0.5'
 * missing; // => ['industry', 'contacts']
 */
export function recordCompleteness(
  customer: Customer,
  requiredFields: readonly (keyof Customer)[],
): RecordCompleteness {
  const required = [...new Set(requiredFields)];
  const missing = required.filter((field) => saysNothing(customer[field]));
  return { share: ratio(required.length - missing.length, required.length), missing };
}

function saysNothing(value: Customer[keyof Customer] | null): boolean {
  if (value === undefined || value === null) return true;
  return typeof value !== 'number' && value.length === 0;
}
