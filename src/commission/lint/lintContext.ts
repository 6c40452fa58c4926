import type { Decimal } from '../../core/decimal.js';
import type { CommissionPlan, Component, Crediting } from '../schema.js';

/** What every finding is looked for in. */
export interface LintContext {
  readonly plan: CommissionPlan;
  readonly crediting: Crediting;
  /** How many levels `levels: "all"` of a credit rule is taken for. */
  readonly levels: number;
  /** The quota of one evaluated span of a component; `null` where it is not known. */
  quota(component: Component): Decimal | null;
}
