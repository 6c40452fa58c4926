import { fail } from '../fail.js';
import { checkMinutes } from './checkMinutes.js';

/** How often customers of a grade are visited: days between visits that may, should and must lie there. */
export interface VisitCadence {
  readonly grade: string;
  /** Days, whole numbers from 1. */
  readonly minGap: number;
  readonly targetGap: number;
  readonly maxGap: number;
  /** Minutes of a visit, a whole number from 1. */
  readonly minutes: number;
}

/** Refuses gaps and minutes that are no whole numbers from 1. */
export function checkCadence(cadence: VisitCadence, at: number): void {
  for (const field of ['minGap', 'targetGap', 'maxGap'] as const) {
    const gap = cadence[field];
    if (!Number.isSafeInteger(gap) || gap < 1) fail('care.gap', ['cadences', at, field], { value: String(gap) });
  }
  checkMinutes(cadence.minutes, 1, ['cadences', at, 'minutes']);
}
