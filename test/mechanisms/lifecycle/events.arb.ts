import fc from 'fast-check';
import type { LifecycleEvent } from '../../../src/mechanisms/lifecycle/index.js';

const states = fc.constantFrom('lead', 'offer', 'sign', 'won', 'lost', 'nowhere');
const fields = fc.dictionary(
  fc.constantFrom('customer', 'amount', 'approved', 'contract', 'competitor'),
  fc.constantFrom(null, '', '0', '12.50', true, false),
  { maxKeys: 5 },
);
const place = fc.record({
  entityId: fc.constantFrom('A', 'B', 'C'),
  at: fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01', '2026-02-28'),
  seq: fc.nat({ max: 6 }),
});

/** Events of the deals of lifecycles.ts, many of which are refused, repeated or in conflict. */
export const dealEvent: fc.Arbitrary<LifecycleEvent> = fc
  .tuple(
    place,
    fc.oneof(
      { weight: 2, arbitrary: fc.record({ type: fc.constant('create' as const), set: fields }) },
      {
        weight: 5,
        arbitrary: fc.record(
          {
            type: fc.constant('transition' as const),
            to: states,
            on: fc.constant('jump'),
            reason: fc.constantFrom('price', 'competitor', 'mood'),
            set: fields,
          },
          { requiredKeys: ['type', 'to'] },
        ),
      },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('set' as const), set: fields }) },
      {
        weight: 1,
        arbitrary: fc.record({ type: fc.constant('reopen' as const), to: states }, { requiredKeys: ['type'] }),
      },
    ),
  )
  .map(([where, what]) => ({ ...where, ...what }));

export const dealEvents: fc.Arbitrary<LifecycleEvent[]> = fc.array(dealEvent, { maxLength: 25 });

/** The same events in another order. */
export function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, at) => ({ item, key: keys[at % keys.length] ?? 0, at }))
    .sort((a, b) => a.key - b.key || b.at - a.at)
    .map(({ item }) => item);
}
