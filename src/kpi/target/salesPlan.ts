import type { DecimalString } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import type { Span } from '../../core/span.js';
import type { TargetNode } from './targetNode.js';

/** What is needed of a kind of resource: money, people, samples. */
export interface PlanResource {
  readonly kind: string;
  readonly amount: DecimalString;
}

/** What is done to reach a target. */
export interface PlanAction {
  readonly code: string;
  readonly owner?: string;
  readonly due?: PlainDate;
  /** Id of the target that it serves. */
  readonly target: string;
  /** What it takes. */
  readonly needs?: readonly PlanResource[];
}

/** Goals, what is done to reach them, and what there is to do it with. */
export interface SalesPlan {
  readonly id: string;
  readonly span: Span;
  readonly targets: TargetNode;
  readonly actions: readonly PlanAction[];
  readonly resources: readonly PlanResource[];
  /** Which products go to whom, in words. */
  readonly productStrategy?: string;
}
