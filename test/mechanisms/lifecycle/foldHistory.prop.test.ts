import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileLifecycle,
  explainRefusal,
  type LifecycleEvent,
  LifecycleState,
} from '../../../src/mechanisms/lifecycle/index.js';
import { dealEvent, dealEvents, shuffled } from './events.arb.js';
import { deal } from './lifecycles.js';

const { apply, fold, stateAsOf, allowed } = compileLifecycle<string, string>(deal);
const keys = fc.array(fc.integer(), { minLength: 1, maxLength: 25 });
const enforce = fc.constantFrom('strict' as const, 'record' as const);

const bytes = (value: unknown): string => JSON.stringify(value);

test('any order of the input gives the same bytes', () => {
  fc.assert(
    fc.property(dealEvents, keys, enforce, (events, order, mode) => {
      const options = { enforce: mode };
      expect(bytes(fold(shuffled(events, order), options))).toBe(bytes(fold(events, options)));
    }),
  );
});

test('malformed events have a place in the result that the input does not choose', () => {
  const spoil = fc.constantFrom({ at: 'soon' }, { seq: NaN }, { type: 'delete' }, { entityId: '' }, { set: 7 });
  const maybe = fc
    .tuple(dealEvent, fc.option(spoil))
    .map(([event, fault]) => ({ ...event, ...fault }) as LifecycleEvent);
  fc.assert(
    fc.property(fc.array(maybe, { maxLength: 15 }), keys, (events, order) => {
      expect(bytes(fold(shuffled(events, order)))).toBe(bytes(fold(events)));
    }),
  );
});

test('every event is applied, rejected, or counted as a duplicate', () => {
  fc.assert(
    fc.property(dealEvents, enforce, (events, mode) => {
      const { states, rejected, duplicates } = fold(events, { enforce: mode });
      const applied = events.length - rejected.length - duplicates;
      // All but those that only set fields start a stay.
      const stays = states.reduce((sum, { visits }) => sum + visits.length, 0);
      const sets = events.filter(({ type }) => type === 'set').length;
      expect(applied).toBeGreaterThanOrEqual(stays);
      expect(applied).toBeLessThanOrEqual(stays + sets);
    }),
  );
});

test('entities can be folded apart', () => {
  fc.assert(
    fc.property(dealEvents, enforce, (events, mode) => {
      const parts = ['A', 'B', 'C'].map((id) =>
        fold(
          events.filter(({ entityId }) => entityId === id),
          { enforce: mode },
        ),
      );
      const all = fold(events, { enforce: mode });
      expect(parts.flatMap(({ states }) => states)).toEqual(all.states);
      expect(parts.flatMap(({ rejected }) => rejected)).toEqual(all.rejected);
      expect(parts.flatMap(({ violations }) => violations)).toEqual(all.violations);
      expect(parts.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(all.duplicates);
    }),
  );
});

test('folding a beginning and then the rest is folding all', () => {
  fc.assert(
    fc.property(
      dealEvents,
      fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-15', '2026-02-01'),
      enforce,
      (events, cut, mode) => {
        const first = stateAsOf(events, cut, { enforce: mode });
        const rest = fold(
          events.filter(({ at }) => at > cut),
          { enforce: mode, start: first.states },
        );
        const all = fold(events, { enforce: mode });
        expect(bytes(rest.states)).toBe(bytes(all.states));
        expect(first.rejected.length + rest.rejected.length).toBe(all.rejected.length);
        expect(first.violations.length + rest.violations.length).toBe(all.violations.length);
      },
    ),
  );
});

test('as of the last day there is, the states are those of the fold', () => {
  fc.assert(
    fc.property(dealEvents, enforce, (events, mode) => {
      expect(stateAsOf(events, '9999-12-31', { enforce: mode })).toEqual(fold(events, { enforce: mode }));
    }),
  );
});

test('on a log without refusals both modes agree', () => {
  fc.assert(
    fc.property(dealEvents, (events) => {
      const placeOf = ({ entityId, at, seq }: LifecycleEvent): string => `${entityId} ${at} ${seq}`;
      const refused = new Set(fold(events).rejected.map(({ event }) => placeOf(event)));
      const clean = events.filter((event) => !refused.has(placeOf(event)));
      const strict = fold(clean);
      // Without the refused events none of the others is refused.
      expect(strict.rejected).toEqual([]);
      expect(fold(clean, { enforce: 'record' })).toEqual(strict);
    }),
  );
});

test('the fold is one event applied after another', () => {
  fc.assert(
    fc.property(dealEvents, (events) => {
      const places = new Map(events.map((event) => [`${event.entityId} ${event.at} ${event.seq}`, event]));
      const distinct = [...places.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
      const states = new Map<string, LifecycleState>();
      for (const event of distinct) {
        const result = apply(states.get(event.entityId) ?? null, event);
        if (result.ok) states.set(event.entityId, result.state);
      }
      expect(fold(distinct).states).toEqual([...states.values()].sort((a, b) => (a.entityId < b.entityId ? -1 : 1)));
    }),
  );
});

test('states are what their schema says, and hang together', () => {
  fc.assert(
    fc.property(dealEvents, enforce, (events, mode) => {
      for (const state of fold(events, { enforce: mode }).states) {
        expect(LifecycleState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
        const last = state.visits.at(-1)!;
        expect(last).toEqual({ state: state.state, enteredAt: state.enteredAt, leftAt: null });
        state.visits.slice(1).forEach(({ enteredAt }, at) => expect(state.visits[at]!.leftAt).toBe(enteredAt));
        expect(state.visits[0]!.enteredAt).toBe(state.createdAt);
        const isOver = state.state === 'won' || state.state === 'lost';
        expect(state.outcome === null).toBe(!isOver);
        if (isOver) expect(state.outcomes.at(-1)).toEqual({ ...state.outcome, state: state.state });
      }
    }),
  );
});

test('what is allowed is applied, and what is not is refused for the reasons given', () => {
  fc.assert(
    fc.property(dealEvents, (events) => {
      for (const state of fold(events).states) {
        for (const way of allowed(state)) {
          if (way.type === 'create') throw new Error('an entity is created once');
          const result = apply(state, {
            entityId: state.entityId,
            at: '2027-01-01',
            seq: 1,
            type: way.type,
            to: way.to,
          });
          expect(result.ok).toBe(way.ok);
          if (!result.ok && !way.ok) expect(result.reasons).toEqual(way.reasons);
        }
      }
    }),
  );
});

test('reasons are sorted, distinct and have texts in both languages', () => {
  fc.assert(
    fc.property(dealEvents, (events) => {
      for (const { reasons } of fold(events).rejected) {
        const order = reasons.map(({ code, id = '', field = '' }) => `${code}\u0000${id}\u0000${field}`);
        expect(order).toEqual([...new Set(order)].sort());
        for (const locale of ['en', 'zh-CN'] as const) {
          for (const text of explainRefusal(reasons, locale)) expect(text).not.toMatch(/\{\w+\}|^\w+$/);
        }
      }
    }),
  );
});
