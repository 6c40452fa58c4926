import type { GateFacts } from '../modifier/gate.js';
import type { DaySpan } from './grid.js';
import type { SlotSpan } from './slotSpan.js';
import type { PeriodSpan } from './spansOfPeriod.js';

/** What a component asks of the run around it. */
export interface ComponentEnvironment {
  slotSpan(payee: number, span: number): SlotSpan;
  isAssigned(payee: number, days: DaySpan): boolean;
  gateFacts(payee: number, span: number): GateFacts;
  /** The same span of the component in the version of the plan that answers for it; `null` for none. */
  answeringSpan(span: number): PeriodSpan | null;
  /** A gate could not be decided, so it did not hold. */
  unknownGate(payee: number, span: number): void;
  /** An axis had no position: nothing was earned on it. */
  undefinedAxis(payee: number, span: number): void;
}
