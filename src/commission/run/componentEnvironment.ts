import type { GateFacts } from '../modifier/gate.js';
import type { DaySpan } from './grid.js';
import type { SlotResult } from './slotResult.js';
import type { SlotSpan } from './slotSpan.js';

/** What a component asks of the run around it. */
export interface ComponentEnvironment {
  slotSpan(payee: number, span: number): SlotSpan;
  isAssigned(payee: number, days: DaySpan): boolean;
  gateFacts(payee: number, span: number): GateFacts;
  /** The result that another version of the plan left for the span before, for components that accumulate to date. */
  resultOfEarlierVersion(payee: number, span: number): SlotResult | null;
  /** A gate could not be decided, so it did not hold. */
  unknownGate(payee: number, span: number): void;
  /** An axis had no position: nothing was earned on it. */
  undefinedAxis(payee: number, span: number): void;
}
