import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { GradeBands } from '../../mechanisms/scoring/bands/gradeBands.js';
import { compileScorecard, type ScoredEntries } from '../../mechanisms/scoring/scorecard/compileScorecard.js';
import type { GroupTies } from '../../mechanisms/scoring/scorecard/normaliser.js';

/** Somebody's result among others. */
export interface PlacedEntry {
  readonly id: string;
  readonly value: DecimalLike | null;
}

/** How a rank becomes a score. */
export interface RankScoreOptions {
  readonly bands?: GradeBands;
  /** Default `higher`. */
  readonly direction?: 'higher' | 'lower';
  /** Which of their places equal values take. Default `max`. */
  readonly method?: GroupTies;
  /** The score of somebody alone. Default: none. */
  readonly alone?: DecimalString;
  /** Decimals of a score. Default 2. */
  readonly scale?: number;
}

/**
 * Returns the appraisal by ranking: 100 points for the best, 0 for the last, the others by how many they are better than.
 * It is a scorecard of one item.
 *
 * @param entries results, each id once
 * @param options direction, ties, grades
 * @throws SalesModelError those of `compileScorecard`
 * @example
 * import { scoreByRank } from 'salesmodel/kpi';
 *
 * const { scores } = scoreByRank([{ id: 'Ana', value: 95 }, { id: 'Bo', value: 70 }, { id: 'Cy', value: 88 }]);
 * scores.map((each) => each.status === 'scored' && `${each.id} ${each.total}`); // => ['Ana 100.00', 'Bo 0.00', 'Cy 50.00']
 */
export function scoreByRank(entries: readonly PlacedEntry[], options: RankScoreOptions = {}): ScoredEntries {
  const { bands, scale, direction, method, alone } = options;
  const card = compileScorecard({
    id: 'rank',
    missing: 'void',
    ...(bands === undefined ? {} : { bands }),
    ...(scale === undefined ? {} : { scale }),
    items: [
      {
        id: 'rank',
        metric: 'value',
        weight: '1',
        normaliser: {
          kind: 'rank',
          ...(direction === undefined ? {} : { direction }),
          ...(method === undefined ? {} : { method }),
          ...(alone === undefined ? {} : { alone }),
        },
      },
    ],
  });
  return card.objects(entries.map(({ id, value }) => ({ id, facts: { value } })));
}
