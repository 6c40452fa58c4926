import type { PlainDate } from '../../../core/date.js';
import { DAY_MS, type Instant, MINUTE_MS } from '../../../core/instant.js';
import { timeOf } from '../../../mechanisms/lifecycle/time.js';
import type { PipelineDefinition } from '../../definition/pipelineDefinition.js';
import type { Opportunity } from '../../opportunity/opportunity.js';
import type { TrainingLead } from '../lead/leadValues.js';

/** A deal with its way in time. */
export type ComparedDeal = Pick<Opportunity, 'id' | 'outcome' | 'createdAt' | 'visits'> &
  Partial<Pick<Opportunity, 'deletedAt' | 'fields' | 'ownerId' | 'teamId' | 'pipelineId'>>;

/** A deal as it was known. */
export type KnownDeal = TrainingLead &
  Pick<Opportunity, 'createdAt' | 'closedAt' | 'visits'> & {
    readonly stage: string;
    readonly lastOpenStage: string | null;
  };

/** The day of a time, as a number, where days begin at an offset. */
export function dayOfTime(at: PlainDate | Instant, minutes: number, path: readonly (string | number)[]): number {
  const time = timeOf(at, path);
  return Math.floor((at.length > 10 ? time + minutes * MINUTE_MS : time) / DAY_MS);
}

/**
 * Returns a function that says how deals stood when a day began. Nothing that happened on that day or later can be seen in
 * what it returns, except fields that were changed.
 */
export function knownBefore(
  pipeline: PipelineDefinition,
  deals: readonly ComparedDeal[],
  minutes: number,
): (day: number) => KnownDeal[] {
  const kinds = new Map(pipeline.states.map(({ id, kind }) => [id, kind]));
  const days = deals.map(({ visits }, at) =>
    visits.map(({ enteredAt }, index) => dayOfTime(enteredAt, minutes, ['deals', at, 'visits', index, 'enteredAt'])),
  );
  return (day) =>
    deals.flatMap((deal, at): KnownDeal[] => {
      const visits = deal.visits.filter((_, index) => days[at]![index]! < day);
      if ((deal.deletedAt ?? null) !== null || visits.length === 0) return [];
      let outcome: KnownDeal['outcome'] = null;
      let closedAt: KnownDeal['closedAt'] = null;
      let lastOpenStage: string | null = null;
      for (const { state, enteredAt } of visits) {
        const kind = kinds.get(state);
        if (kind === undefined || kind === 'open') {
          [outcome, closedAt, lastOpenStage] = [null, null, state];
          continue;
        }
        closedAt ??= enteredAt;
        // A deal that moves on to an evaluation stays won or lost.
        if (kind !== 'ended') outcome = kind === 'success' ? 'won' : 'lost';
        else outcome ??= 'ended';
      }
      return [{ ...deal, outcome, closedAt, visits, lastOpenStage, stage: visits.at(-1)!.state }];
    });
}
