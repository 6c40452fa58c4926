import type { Params } from '../../core/errors.js';
import type { ConflictEvent, SeenPrice } from './conflictData.js';
import type { FactSink } from './factSink.js';

/**
 * Puts a conflict about a price on its day into a sink, with the product among its facts.
 *
 * @param against the other party
 * @param other a second price that proves it
 */
export function priceEvent(
  { events }: FactSink,
  { rule, code }: Pick<ConflictEvent, 'rule' | 'code'>,
  seen: SeenPrice,
  against: string,
  facts: Params,
  other?: SeenPrice,
): void {
  events.push({
    rule,
    code,
    parties: [seen.seller, against],
    territory: null,
    on: seen.on!,
    evidence: other === undefined ? [seen.id] : [seen.id, other.id],
    value: null,
    facts: { product: seen.product, ...facts },
  });
}
