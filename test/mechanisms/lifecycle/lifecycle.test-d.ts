import { expectTypeOf, test } from 'vitest';
import {
  applyEvent,
  compileLifecycle,
  defineLifecycle,
  escalationAt,
  extendLifecycle,
  foldHistory,
  type Lifecycle,
  type LifecycleDefinition,
  slaDue,
} from '../../../src/mechanisms/lifecycle/index.js';

const states = [
  { id: 'lent', kind: 'open' },
  { id: 'returned', kind: 'success' },
] as const;
const loan = defineLifecycle({
  id: 'loan',
  version: 1,
  initial: ['lent'],
  states,
  transitions: [{ id: 'return', on: 'bringBack', from: 'lent', to: 'returned' }],
});

test('a definition keeps the names of its states and events', () => {
  expectTypeOf(loan).toEqualTypeOf<LifecycleDefinition<'lent' | 'returned', 'bringBack'>>();
  expectTypeOf(compileLifecycle(loan)).toEqualTypeOf<Lifecycle<'lent' | 'returned', 'bringBack'>>();
  const result = applyEvent(loan, null, { type: 'create', entityId: 'F1', at: '2026-01-01', seq: 1 });
  if (result.ok) expectTypeOf(result.state.state).toEqualTypeOf<'lent' | 'returned'>();
  // @ts-expect-error a refused event has no state
  void result.state;
});

test('a misspelt state or policy of a definition does not compile', () => {
  const base = { id: 'loan', version: 1, states } as const;
  // @ts-expect-error no such initial state
  defineLifecycle({ ...base, initial: ['lend'] });
  // @ts-expect-error no such state to come from
  defineLifecycle({ ...base, initial: ['lent'], transitions: [{ id: 't', from: 'lend', to: 'returned' }] });
  // @ts-expect-error nor in a list
  defineLifecycle({ ...base, initial: ['lent'], transitions: [{ id: 't', from: ['lent', 'lend'], to: 'returned' }] });
  // @ts-expect-error no such state to go to
  defineLifecycle({ ...base, initial: ['lent'], transitions: [{ id: 't', from: '*', to: 'return' }] });
  // @ts-expect-error no such state to give a reason for
  defineLifecycle({ ...base, initial: ['lent'], reasons: [{ id: 'r', for: ['lost'] }] });
  // @ts-expect-error no such policy
  defineLifecycle({ ...base, initial: ['lent'], moves: { forward: 'all' } });
});

test('a misspelt state or event of an event does not compile', () => {
  const place = { entityId: 'F1', at: '2026-01-01', seq: 1 } as const;
  const { fold, apply } = compileLifecycle(loan);
  fold([{ ...place, type: 'transition', to: 'returned' }]);
  fold([{ ...place, type: 'transition', on: 'bringBack' }]);
  // @ts-expect-error no such state
  fold([{ ...place, type: 'transition', to: 'lost' }]);
  // @ts-expect-error no such event
  fold([{ ...place, type: 'transition', on: 'bring' }]);
  // @ts-expect-error no such state
  foldHistory(loan, [{ ...place, type: 'create', state: 'borrowed' }]);
  // @ts-expect-error a set says what
  apply(null, { ...place, type: 'set' });
  const silent = defineLifecycle({ id: 'x', version: 1, initial: ['lent'], states });
  // @ts-expect-error a definition without events knows none
  applyEvent(silent, null, { ...place, type: 'transition', on: 'bringBack' });
});

test('a misspelt state of an override does not compile', () => {
  extendLifecycle(loan, { states: { lent: { maxDays: 7 } } });
  // @ts-expect-error no such state
  extendLifecycle(loan, { states: { borrowed: { maxDays: 7 } } });
  // @ts-expect-error the id of a state stays
  extendLifecycle(loan, { states: { lent: { id: 'returned' } } });
  // @ts-expect-error no such initial state
  extendLifecycle(loan, { initial: ['borrowed'] });
  // @ts-expect-error no such event
  extendLifecycle(loan, { transitions: [{ id: 't', on: 'bring', from: 'lent', to: 'returned' }] });
});

test('clocks and levels are named words', () => {
  // @ts-expect-error no such unit
  slaDue('2026-01-01', 1, { unit: 'hour' });
  const steps = [
    { level: 'talks', within: 5 },
    { level: 'court', within: null },
  ] as const;
  const clock = { unit: 'day' } as const;
  const { level } = escalationAt({ steps, clock }, { openedAt: '2026-01-01' }, '2026-01-02');
  expectTypeOf(level).toEqualTypeOf<'talks' | 'court'>();
  // @ts-expect-error no such level to start at
  escalationAt({ steps, clock, startBySeverity: { low: 'talk' } }, { openedAt: '2026-01-01' }, '2026-01-02');
});
