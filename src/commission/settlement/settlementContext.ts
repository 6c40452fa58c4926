import type { CreditTable } from '../run/creditFields.js';
import type { ItemSource } from '../run/itemSource.js';
import type { PlanRun } from '../run/planRun.js';
import type { Reversals } from '../run/reversals.js';
import type { RowAccount } from '../run/rowAccount.js';
import type { RunFindings } from '../run/runFindings.js';
import type { PlanEarnings } from '../statement/earnedInPeriod.js';
import type { DatedEvent } from './releaseFacts.js';

/** What the stages need that follow the modifiers line by line. */
export interface SettlementContext {
  readonly table: CreditTable;
  readonly reversals: Reversals | null;
  readonly account: RowAccount;
  readonly findings: RunFindings;
  readonly asOf: number;
  /** By day, none after `asOf`. */
  readonly events: readonly DatedEvent[];
  itemsOf(run: PlanRun): readonly ItemSource[];
  earningsOf(run: PlanRun): PlanEarnings;
}
