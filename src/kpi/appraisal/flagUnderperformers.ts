import type { DecimalLike } from '../../core/decimal.js';
import {
  flagOutliers,
  type OutlierFlag,
  type OutlierFlags,
  type OutlierOptions,
} from '../../mechanisms/scoring/flagOutliers.js';
import type { ScoreResult } from '../../mechanisms/scoring/scorecard/scorecard.js';
import type { ValueEntry } from '../../mechanisms/scoring/valueEntry.js';
import { type DevelopmentNeed, developmentNeeds } from './developmentNeeds.js';

/** Who is flagged, and on what their coaching is based. */
export interface UnderperformerOptions extends Omit<OutlierOptions, 'side'> {
  /** Scorecards by id, for what to work on. */
  readonly scorecards?: Readonly<Record<string, ScoreResult>>;
  /** Score that is enough. Default 60. */
  readonly below?: DecimalLike;
}

/** Somebody clearly below the others, and what to work on; no needs are known without a scorecard. */
export interface Underperformer extends OutlierFlag {
  readonly needs: readonly DevelopmentNeed[] | null;
}

/** Those who are flagged, the farthest first and then by id, or too small a group. */
export type Underperformers =
  | (Omit<Extract<OutlierFlags, { status: 'flagged' }>, 'flags'> & { readonly flags: readonly Underperformer[] })
  | Extract<OutlierFlags, { status: 'insufficientData' }>;

/**
 * Returns who is clearly below a group, by one of the methods of `flagOutliers` on its low side, with the items of the
 * person's scorecard that are below a score.
 *
 * @param values one entry for each id
 * @param options method, distance, least group, scorecards
 * @throws SalesModelError those of `flagOutliers`
 * @example
 * import { flagUnderperformers } from 'salesmodel/kpi';
 *
 * const values = ['100', '95', '105', '98', '60', '102'].map((value, at) => ({ id: `rep ${at + 1}`, value }));
 * const found = flagUnderperformers(values, { method: 'pctOfMean' });
 * found.status === 'flagged' && found.flags.map(({ id }) => id); // => ['rep 5']
 */
export function flagUnderperformers(values: readonly ValueEntry[], options: UnderperformerOptions): Underperformers {
  const { scorecards = {}, below, ...more } = options;
  const found = flagOutliers(values, { ...more, side: 'low' });
  if (found.status === 'insufficientData') return found;
  const needs = (id: string): readonly DevelopmentNeed[] | null =>
    Object.hasOwn(scorecards, id) ? developmentNeeds(scorecards[id]!, below === undefined ? {} : { below }) : null;
  return { ...found, flags: found.flags.map((flag) => ({ ...flag, needs: needs(flag.id) })) };
}
