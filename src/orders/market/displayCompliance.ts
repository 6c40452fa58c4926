import type { DecimalString } from '../../core/decimal.js';
import type { Scorecard, ScoreResult } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { scoreScorecard } from '../../mechanisms/scoring/scorecard/scoreScorecard.js';

/** What a display should have. */
export interface DisplayItem {
  readonly id: string;
  readonly weight: DecimalString;
  /** Without it the display scores 0. */
  readonly required?: boolean;
}

/**
 * Returns the score of a display, 0 to 100: the weight of what is there. An item that is required and not there takes the
 * score to 0; one that was not checked is left out.
 *
 * @param items what it should have
 * @param checks by item, whether it is there; `null` or absent was not checked
 * @throws SalesModelError those of `scoreScorecard`
 * @example
 * import { displayCompliance } from 'salesmodel/orders';
 *
 * const items = [{ id: 'price', weight: '2', required: true }, { id: 'poster', weight: '1' }, { id: 'eyeLevel', weight: '1' }];
 * const result = displayCompliance(items, { price: true, poster: false, eyeLevel: true });
 * result.status === 'scored' && result.total; // => '75.00'
 * const failed = displayCompliance(items, { price: false, poster: true, eyeLevel: true });
 * failed.status === 'scored' && [failed.beforeGates, failed.total, failed.gates[0]?.id]; // => [ '50.00', '0.00', 'price' ]
 */
export function displayCompliance(
  items: readonly DisplayItem[],
  checks: Readonly<Record<string, boolean | null>>,
): ScoreResult {
  const card: Scorecard = {
    id: 'display',
    items: items.map(({ id, weight }) => ({
      id,
      metric: id,
      weight,
      normaliser: { kind: 'binary', op: 'ge', value: '1' },
    })),
    gates: items
      .filter(({ required }) => required)
      .map(({ id }) => ({ id, when: { field: id, op: 'eq', value: '0' }, effect: { kind: 'zero' } })),
  };
  const facts = Object.fromEntries(
    Object.entries(checks).map(([id, met]) => [id, met === null ? null : met ? '1' : '0']),
  );
  return scoreScorecard(card, facts);
}
