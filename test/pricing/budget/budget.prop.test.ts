import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plus, toDecimal } from '../../../src/core/decimal.js';
import {
  availableBudget,
  type BudgetState,
  commitBudget,
  releaseBudget,
  reserveBudget,
} from '../../../src/pricing/index.js';

const event = fc.record({
  kind: fc.constantFrom('reserve' as const, 'reserve' as const, 'commit' as const, 'release' as const),
  id: fc.constantFrom('x', 'y', 'z'),
  amount: fc.integer({ min: 0, max: 900 }).map((units) => String(units / 10)),
  expires: fc.option(fc.constantFrom('2026-03-05', '2026-03-20'), { nil: undefined }),
  later: fc.integer({ min: 0, max: 2 }),
});

test('in any order of events what is committed and held stays within the limit', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 30 }),
      fc.constantFrom('cap' as const, 'drop' as const),
      (events, over) => {
        let state: BudgetState = {
          budget: { code: 'b', limit: '100', unit: 'amount', over },
          committed: '0',
          reservations: [],
        };
        let day = 1;
        for (const { kind, id, amount, expires, later } of events) {
          day = Math.min(28, day + later);
          const on = `2026-03-${String(day).padStart(2, '0')}`;
          if (kind === 'reserve') {
            const grant = reserveBudget(state, { id, amount, ...(expires === undefined ? {} : { expires }) }, on);
            expect(plus(toDecimal(grant.granted), toDecimal(grant.shortfall)).eq(amount)).toBe(true);
            ({ state } = grant);
          } else {
            const change = kind === 'commit' ? commitBudget(state, id, on, amount) : releaseBudget(state, id);
            if (change.ok) ({ state } = change);
            else expect(state.reservations.some((one) => one.id === id)).toBe(false);
          }
          const live = state.reservations.filter((one) => one.expires === undefined || on < one.expires);
          const used = live.reduce((sum, one) => plus(sum, toDecimal(one.amount)), toDecimal(state.committed));
          expect(used.lte(100)).toBe(true);
          expect(plus(used, toDecimal(availableBudget(state, on))).eq(100)).toBe(true);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        }
      },
    ),
  );
});

test('reserving twice reserves once, releasing twice changes nothing', () => {
  const start: BudgetState = { budget: { code: 'b', limit: '100', unit: 'amount' }, committed: '0', reservations: [] };
  const once = reserveBudget(start, { id: 'x', amount: '60' }, '2026-03-01').state;
  expect(reserveBudget(once, { id: 'x', amount: '60' }, '2026-03-01').state).toEqual(once);
  const released = releaseBudget(once, 'x');
  expect(released).toMatchObject({ ok: true, state: start });
  expect(releaseBudget(start, 'x')).toMatchObject({ ok: false });
});
