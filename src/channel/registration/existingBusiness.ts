import type { PlainDate } from '../../core/date.js';
import type { DealCustomer, DealRegistration } from './dealRegistration.js';

/** A right of a partner to sell somewhere. */
export interface RegistrationGrant {
  readonly partner: string;
  /** Id of one of the `territories`, or else a code of a region or a country itself. */
  readonly territory: string;
  /** Absent or empty for all products. */
  readonly products?: readonly string[];
  readonly from: PlainDate;
  /** The first day after. Default: open. */
  readonly to?: PlainDate | null;
}

/** What is known beside a registration. What is dated after the day of the check is not known yet. */
export interface ExistingBusiness {
  /** Of all partners; the one that is checked may be among them. */
  readonly registrations: readonly DealRegistration[];
  /** Customers of the maker with the day of their last order; without one they have not ordered. */
  readonly customers: readonly (DealCustomer & { readonly lastOrderOn?: PlainDate })[];
  /** Opportunities of the maker's own people. */
  readonly opportunities: readonly { readonly id: string; readonly customer: DealCustomer; readonly open: boolean }[];
  readonly grants: readonly RegistrationGrant[];
  /** The regions of each territory that a grant names. */
  readonly territories?: readonly { readonly id: string; readonly regions: readonly string[] }[];
}
