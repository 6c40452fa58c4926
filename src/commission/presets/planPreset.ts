import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';
import type { CommissionPlan, Crediting } from '../schema.js';

/** A plan with what else it is to work: parts of a run, to be used or to be copied and changed. */
export interface PlanPreset {
  readonly plan: CommissionPlan;
  /** How people above a seller are credited, for the `crediting` of the run. */
  readonly crediting?: Crediting;
  /** What gives the score that the plan pays by; the score is its total by 100. */
  readonly scorecard?: Scorecard;
}
