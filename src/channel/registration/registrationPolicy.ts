import type { WorkCalendar } from '../../core/workCalendar.js';

export const PRECEDENCES = ['firstToFile', 'mostWork'] as const;

/** How long registrations hold, and what is asked of them. */
export interface RegistrationPolicy {
  /** Days of protection from the approval on, 1 or more. Default 90. */
  readonly protectionDays?: number;
  /** Extensions that count, 0 or more; what goes beyond them changes nothing. Default 1. */
  readonly maxExtensions?: number;
  /** Working days in which the maker decides. Default 5. */
  readonly decisionWorkingDays?: number;
  /** Which days are worked. Default: Monday to Friday. */
  readonly calendar?: WorkCalendar;
  /**
   * Who goes first where nothing is approved yet: whoever submitted first (`firstToFile`, default), or whoever shows more
   * `evidence` (`mostWork`), and of equals whoever submitted first; then the lower id.
   */
  readonly precedence?: (typeof PRECEDENCES)[number];
  /** Days after an order for which its customer is the maker's. Default 365. */
  readonly existingDays?: number;
  /** Days after a rejection or an expiry before the partner may register the deal again. Default 30. */
  readonly coolOffDays?: number;
  /** Fields that must be there, such as `value`, `customer.domain` or `attributes.closeOn`. Default: none. */
  readonly required?: readonly string[];
  /** Last words of names that say what kind of company it is. Default `companySuffixes`. */
  readonly suffixes?: readonly string[];
}
