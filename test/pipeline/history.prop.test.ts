import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldHistory } from '../../src/mechanisms/lifecycle/index.js';
import {
  compilePipeline,
  type Opportunity,
  type OpportunityEvent,
  type OpportunityPolicy,
  Snapshot,
} from '../../src/pipeline/index.js';
import { day, log, pipeline, type Stage } from './deals.arb.js';

const { apply, fold, snapshotAsOf } = compilePipeline(pipeline);
const policy: fc.Arbitrary<OpportunityPolicy<Stage>> = fc.record({
  enforce: fc.constantFrom('strict', 'record'),
  overrides: fc.constantFrom('untilStageChange', 'sticky'),
  closeDateOnClose: fc.constantFrom('setToEventDate', 'keep'),
});

test('the order of the events changes no byte', () => {
  fc.assert(
    fc.property(
      log.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
      policy,
      ([events, shuffled], how) => {
        expect(JSON.stringify(fold(shuffled, how))).toBe(JSON.stringify(fold(events, how)));
      },
    ),
  );
});

test('a past snapshot made of all events is the one taken on that day, and folding goes on from it', () => {
  fc.assert(
    fc.property(log, day, policy, (events, asOf, how) => {
      const taken = fold(
        events.filter(({ at }) => at <= asOf),
        how,
      );
      expect(snapshotAsOf(events, asOf, how)).toEqual({ asOf, ...taken });
      const after = events.filter(({ at }) => at > asOf);
      const whole = fold(events, how);
      const rest = fold(after, { ...how, start: taken.deals });
      expect(rest.deals).toEqual(whole.deals);
      expect([...taken.rejected, ...rest.rejected]).toHaveLength(whole.rejected.length);
    }),
  );
});

test('deals folded apart are the deals folded together', () => {
  fc.assert(
    fc.property(log, policy, (events, how) => {
      const parts = ['a', 'b', 'c', 'd', 'e'].map((id) =>
        fold(
          events.filter(({ dealId }) => dealId === id),
          how,
        ),
      );
      expect(parts.flatMap(({ deals }) => deals)).toEqual(fold(events, how).deals);
    }),
  );
});

test('one event after the other gives the deals of the fold', () => {
  fc.assert(
    fc.property(log, policy, (events, { overrides, closeDateOnClose }) => {
      const how = { overrides: overrides!, closeDateOnClose: closeDateOnClose! };
      const deals = new Map<string, Opportunity<Stage>>();
      const inOrder = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
      for (const event of inOrder) {
        const applied = apply(deals.get(event.dealId) ?? null, event, how);
        if (applied.ok) deals.set(event.dealId, applied.deal);
      }
      expect([...deals.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(fold(events, how).deals);
    }),
  );
});

test('a clean log gives the same strictly and as recorded', () => {
  fc.assert(
    fc.property(log, (events) => {
      const { rejected } = fold(events);
      const refused = new Set<OpportunityEvent>(rejected.map(({ event }) => event));
      const clean = events.filter((event) => !refused.has(event));
      expect(fold(clean, { enforce: 'record' })).toEqual(fold(clean));
    }),
  );
});

test('stages and visits are those of the engine', () => {
  fc.assert(
    fc.property(log, (events) => {
      const bare = events.flatMap((event) => {
        const base = { entityId: event.dealId, at: event.at, seq: event.seq };
        if (event.type === 'created')
          return { ...base, type: 'create', state: event.stage!, set: { amount: event.amount } } as const;
        if (event.type === 'stageChanged')
          return { ...base, type: 'transition', to: event.to, reason: 'price' } as const;
        if (event.type === 'reopened') return { ...base, type: 'reopen', ...(event.to && { to: event.to }) } as const;
        if (event.type === 'amountChanged') return { ...base, type: 'set', set: { amount: event.amount } } as const;
        return [];
      });
      const { states } = foldHistory(pipeline, bare);
      const ways = fold(events).deals.map(({ id, stage, visits, reopenCount }) => ({ id, stage, visits, reopenCount }));
      expect(ways).toEqual(
        states.map(({ entityId, state, visits, reopenCount }) => ({ id: entityId, stage: state, visits, reopenCount })),
      );
    }),
  );
});

test('deals and snapshots are what their schemas say, and survive as JSON', () => {
  fc.assert(
    fc.property(log, policy, day, (events, how, asOf) => {
      const { deals } = snapshotAsOf(events, asOf, how);
      const snapshot = { asOf, deals };
      expect(Snapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    }),
    // Parsing costs more than folding.
    { numRuns: 200 },
  );
});
