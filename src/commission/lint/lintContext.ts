import type { Decimal } from '../../core/decimal.js';
import type { CommissionPlan, Component } from '../schema.js';

/** What every finding is looked for in. */
export interface LintContext {
  readonly plan: CommissionPlan;
  /** The quota of one evaluated span of a component; `null` where it is not known. */
  quota(component: Component): Decimal | null;
}
