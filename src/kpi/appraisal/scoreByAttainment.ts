import type { DecimalLike } from '../../core/decimal.js';
import type { GradeBands } from '../../mechanisms/scoring/bands/gradeBands.js';
import { compileScorecard, type ScoredEntries } from '../../mechanisms/scoring/scorecard/compileScorecard.js';
import type { AttainmentNormaliser } from '../../mechanisms/scoring/scorecard/normaliser.js';

/** Somebody's result and target. */
export interface AttainmentEntry {
  readonly id: string;
  readonly actual: DecimalLike | null;
  readonly target: DecimalLike | null;
}

/** How attainment becomes a score. */
export interface AttainmentOptions extends Pick<
  AttainmentNormaliser,
  'direction' | 'lowerForm' | 'floorAt' | 'capAt' | 'targetZero'
> {
  readonly bands?: GradeBands;
  /** Decimals of a score. Default 2. */
  readonly scale?: number;
  /** What a missing value is: none at all, or a score of 0. Default `void`. */
  readonly missing?: 'void' | 'zero';
}

/**
 * Returns the appraisal by target attainment: 100 points for the target, with grades where there are bands. It is a
 * scorecard of one item.
 *
 * @param entries results and targets, each id once
 * @param options direction, floor, cap, grades
 * @throws SalesModelError those of `compileScorecard`
 * @example
 * import { scoreByAttainment } from 'salesmodel/kpi';
 *
 * const bands = { bands: [{ id: 'A', min: '100' }, { id: 'B', min: '80' }, { id: 'C' }] };
 * const { scores } = scoreByAttainment(
 *   [{ id: 'Ana', actual: '460000', target: '500000' }, { id: 'Bo', actual: '330000', target: '300000' }],
 *   { bands, capAt: '1.2' },
 * );
 * scores.map((each) => each.status === 'scored' && [each.id, each.total, each.grade]); // => [['Ana', '92.00', 'B'], ['Bo', '110.00', 'A']]
 */
export function scoreByAttainment(entries: readonly AttainmentEntry[], options: AttainmentOptions = {}): ScoredEntries {
  const { bands, scale, missing = 'void', ...more } = options;
  const card = compileScorecard({
    id: 'attainment',
    missing,
    ...(bands === undefined ? {} : { bands }),
    ...(scale === undefined ? {} : { scale }),
    items: [
      {
        id: 'attainment',
        metric: 'actual',
        weight: '1',
        normaliser: { kind: 'attainment', target: { metric: 'target' }, ...more },
      },
    ],
  });
  return card.objects(entries.map(({ id, actual, target }) => ({ id, facts: { actual, target } })));
}
