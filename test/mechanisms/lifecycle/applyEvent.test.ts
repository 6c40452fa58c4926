import { describe, expect, test } from 'vitest';
import {
  allowedEvents,
  applyEvent,
  compileLifecycle,
  explainRefusal,
  extendLifecycle,
  type LifecycleEvent,
  type LifecycleState,
} from '../../../src/mechanisms/lifecycle/index.js';
import { thrown } from '../../core/thrown.js';
import { claim, deal } from './lifecycles.js';

type Bare<E> = E extends unknown ? Omit<E, 'entityId' | 'at' | 'seq'> : never;

/** The state after some events, all of which have to be accepted; a day apart. */
function after(definition: typeof deal | typeof claim, ...events: Bare<LifecycleEvent>[]): LifecycleState {
  const { apply } = compileLifecycle<string, string>(definition);
  let state: LifecycleState | null = null;
  for (const [at, event] of events.entries()) {
    const result = apply(state, { ...event, entityId: 'X', at: `2026-01-0${at + 1}`, seq: at });
    if (!result.ok) throw new Error(explainRefusal(result.reasons, 'en').join('; '));
    ({ state } = result);
  }
  return state!;
}

/** What the next event of an entity is answered. */
function next(definition: typeof deal | typeof claim, state: LifecycleState | null, event: Bare<LifecycleEvent>) {
  return compileLifecycle<string, string>(definition).apply(state, {
    ...event,
    entityId: 'X',
    at: '2026-02-01',
    seq: 99,
  });
}

function codes(definition: typeof deal | typeof claim, state: LifecycleState | null, event: Bare<LifecycleEvent>) {
  const result = next(definition, state, event);
  return result.ok ? [] : result.reasons.map(({ code, id, field }) => [code, id ?? field].filter(Boolean).join(' '));
}

describe('creation', () => {
  test('takes the first initial state and keeps what is set', () => {
    expect(next(deal, null, { type: 'create', set: { customer: 'Ko' } })).toEqual({
      ok: true,
      transition: null,
      state: {
        definitionId: 'deal',
        definitionVersion: 2,
        entityId: 'X',
        state: 'lead',
        fields: { customer: 'Ko' },
        createdAt: '2026-02-01',
        enteredAt: '2026-02-01',
        visits: [{ state: 'lead', enteredAt: '2026-02-01', leftAt: null }],
        outcome: null,
        outcomes: [],
        reopenCount: 0,
        lastOpenState: 'lead',
        lastSeq: 99,
        lastAt: '2026-02-01',
      },
    });
  });

  test('asks for the fields of its state and for an initial one', () => {
    expect(codes(deal, null, { type: 'create', state: 'offer' })).toEqual(['missingField customer']);
    expect(codes(deal, null, { type: 'create', state: 'won' })).toEqual(['badInitialState', 'missingField contract']);
    expect(codes(deal, null, { type: 'create', state: 'wun' })).toEqual(['unknownState']);
    expect(codes(deal, null, { type: 'set', set: {} })).toEqual(['notCreated']);
    expect(codes(deal, after(deal, { type: 'create' }), { type: 'create' })).toEqual(['alreadyCreated']);
  });

  test('in a terminal state is an outcome, with nothing to reopen into', () => {
    const imported = extendLifecycle(claim, { initial: ['accepted'] });
    const state = after(imported, { type: 'create' });
    expect(state).toMatchObject({
      outcome: { kind: 'success', at: '2026-01-01', reason: null },
      outcomes: [{ state: 'accepted' }],
      lastOpenState: null,
    });
    expect(codes(imported, state, { type: 'reopen' })).toEqual(['closed']);
  });
});

describe('fields', () => {
  const state = after(deal, { type: 'create' });

  test.each(['', 0, false])('%j is a value', (customer) => {
    expect(next(deal, state, { type: 'transition', to: 'offer', set: { customer } }).ok).toBe(true);
  });

  test('null and absent are missing', () => {
    expect(codes(deal, state, { type: 'transition', to: 'offer' })).toEqual(['missingField customer']);
    expect(codes(deal, state, { type: 'transition', to: 'offer', set: { customer: null } })).toEqual([
      'missingField customer',
    ]);
  });

  test('a refused event changes nothing, and no event changes the state it is given', () => {
    const before = structuredClone(state);
    next(deal, state, { type: 'transition', to: 'sign', set: { customer: null } });
    next(deal, state, { type: 'transition', to: 'lost', reason: 'price' });
    next(deal, state, { type: 'set', set: { amount: '1' } });
    expect(state).toEqual(before);
  });
});

describe('ways', () => {
  test('forward asks for the exit criteria of the state, back and failure do not', () => {
    const offer = after(deal, { type: 'create' }, { type: 'transition', to: 'offer', set: { customer: 'Ko' } });
    expect(codes(deal, offer, { type: 'transition', to: 'sign' })).toEqual(['exitCriterionUnknown priced']);
    expect(codes(deal, offer, { type: 'transition', to: 'won', set: { amount: 0 } })).toEqual([
      'exitCriterionFailed priced',
      'missingField contract',
    ]);
    expect(codes(deal, offer, { type: 'transition', to: 'lead' })).toEqual([]);
    expect(codes(deal, offer, { type: 'transition', to: 'lost', reason: 'price' })).toEqual([]);
  });

  test('of the candidates of an event the first that passes is taken, else all say why not', () => {
    const review = after(claim, { type: 'create', set: { amount: 500 } }, { type: 'transition', on: 'submit' });
    expect(codes(claim, review, { type: 'transition', on: 'decide' })).toEqual(['guardFailed small', 'roleNotAllowed']);
    expect(next(claim, review, { type: 'transition', on: 'decide', roles: ['director'] })).toMatchObject({
      transition: 'accept-large',
    });
    expect(
      next(claim, review, { type: 'transition', on: 'decide', roles: ['director'], set: { amount: 5 } }),
    ).toMatchObject({ transition: 'accept-small' });
    expect(codes(claim, review, { type: 'transition', on: 'decide', set: { amount: 5000 } })).toEqual([
      'guardFailed limit',
      'guardFailed small',
      'roleNotAllowed',
    ]);
    expect(codes(claim, review, { type: 'transition', on: 'decide', set: { amount: null } })).toEqual([
      'guardUnknown limit',
      'guardUnknown small',
      'roleNotAllowed',
    ]);
  });

  test('without a way there is one reason', () => {
    const draft = after(claim, { type: 'create' });
    expect(codes(claim, draft, { type: 'transition', on: 'decide' })).toEqual(['noTransition']);
    expect(codes(claim, draft, { type: 'transition', to: 'draft' })).toEqual(['noTransition']);
    expect(codes(claim, draft, { type: 'transition' })).toEqual(['noTransition']);
    expect(codes(claim, draft, { type: 'transition', to: 'nowhere', on: 'decide' })).toEqual(['unknownState']);
    expect(codes(claim, draft, { type: 'transition', to: 'refused', on: 'withdraw' })).toEqual(['noTransition']);
  });

  test('a listed transition decides alone between its states', () => {
    const gated = extendLifecycle(deal, {
      transitions: [{ id: 'jump', from: 'lead', to: 'sign', roles: ['boss'] }],
    });
    const lead = after(gated, { type: 'create' });
    expect(codes(gated, lead, { type: 'transition', to: 'sign' })).toEqual(['roleNotAllowed']);
    expect(next(gated, lead, { type: 'transition', to: 'sign', roles: ['boss'] })).toMatchObject({
      transition: 'jump',
    });
  });

  test('a listed transition to its own state starts a new stay', () => {
    const looped = extendLifecycle(claim, { transitions: [{ id: 'again', on: 'submit', from: '*', to: 'draft' }] });
    const draft = after(looped, { type: 'create' }, { type: 'transition', on: 'submit' });
    expect(draft.visits.map(({ enteredAt, leftAt }) => [enteredAt, leftAt])).toEqual([
      ['2026-01-01', '2026-01-02'],
      ['2026-01-02', null],
    ]);
  });
});

describe('reasons', () => {
  const lead = after(deal, { type: 'create' });

  test('a failure state with reasons takes one of them, with its fields', () => {
    expect(codes(deal, lead, { type: 'transition', to: 'lost' })).toEqual(['reasonRequired']);
    expect(codes(deal, lead, { type: 'transition', to: 'lost', reason: '' })).toEqual(['reasonRequired']);
    expect(codes(deal, lead, { type: 'transition', to: 'lost', reason: 'mood' })).toEqual(['reasonUnknown']);
    expect(codes(deal, lead, { type: 'transition', to: 'lost', reason: 'competitor' })).toEqual([
      'missingField competitor',
    ]);
    expect(
      next(deal, lead, { type: 'transition', to: 'lost', reason: 'competitor', set: { competitor: 'Us' } }),
    ).toMatchObject({ ok: true, state: { outcome: { kind: 'failure', reason: 'competitor' } } });
  });

  test('a listed transition asks for one anywhere or lifts it', () => {
    const draft = after(claim, { type: 'create' });
    expect(codes(claim, draft, { type: 'transition', on: 'refuse' })).toEqual(['reasonRequired']);
    expect(next(claim, draft, { type: 'transition', on: 'refuse', reason: 'too late' })).toMatchObject({
      state: { outcome: { reason: 'too late' } },
    });
    const lifted = extendLifecycle(deal, {
      transitions: [{ id: 'drop', from: 'lead', to: 'lost', reason: 'optional' }],
    });
    expect(codes(lifted, lead, { type: 'transition', to: 'lost' })).toEqual([]);
  });
});

describe('closing and reopening', () => {
  test('an ended state entered from a terminal one keeps the outcome, from an open one it is the outcome', () => {
    const refused = after(claim, { type: 'create' }, { type: 'transition', on: 'refuse', reason: 'late' });
    const filed = next(claim, refused, { type: 'transition', to: 'archived' });
    expect(filed).toMatchObject({ state: { state: 'archived', outcome: { kind: 'failure', at: '2026-01-02' } } });
    expect(filed.ok && filed.state.outcomes).toHaveLength(1);
    const withdrawn = after(claim, { type: 'create' }, { type: 'transition', to: 'archived' });
    expect(withdrawn.outcome).toEqual({ kind: 'ended', at: '2026-01-02', reason: null });
  });

  test('every closing stays on record, and reopenings are counted', () => {
    const state = after(
      deal,
      { type: 'create' },
      { type: 'transition', to: 'lost', reason: 'price' },
      { type: 'reopen' },
      { type: 'transition', to: 'won', set: { contract: 'C-1' } },
    );
    expect(state.reopenCount).toBe(1);
    expect(state.outcomes.map(({ state: at, kind }) => [at, kind])).toEqual([
      ['lost', 'failure'],
      ['won', 'success'],
    ]);
    expect(codes(deal, state, { type: 'transition', to: 'lead' })).toEqual(['closed']);
    expect(codes(deal, state, { type: 'reopen', to: 'sign' })).toEqual(['closed']);
    expect(next(deal, state, { type: 'reopen', to: 'lead' })).toMatchObject({
      transition: 'move',
      state: { outcome: null },
    });
  });

  test('a listed transition back to an open state is a reopening, by either event', () => {
    const refused = after(claim, { type: 'create' }, { type: 'transition', on: 'refuse', reason: 'late' });
    const appealed = next(claim, refused, { type: 'transition', on: 'appeal', set: { appeal: 'see letter' } });
    expect(appealed).toMatchObject({ state: { state: 'review', reopenCount: 1, outcome: null } });
    expect(codes(claim, refused, { type: 'reopen', to: 'review' })).toEqual(['missingField appeal']);
    expect(codes(claim, refused, { type: 'reopen' })).toEqual(['closed']);
  });
});

describe('what is no event of the entity', () => {
  const state = after(deal, { type: 'create' }, { type: 'set', set: {} });
  const event = { entityId: 'X', at: '2026-01-02', seq: 1, type: 'set', set: {} } as const;
  const { apply } = compileLifecycle<string, string>(deal);
  const reasons = (changed: object) => {
    const result = apply(state, { ...event, ...changed } as LifecycleEvent);
    return result.ok ? [] : result.reasons.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
  };

  test('comes too early or at a taken place', () => {
    expect(reasons({ at: '2026-01-01' })).toEqual(['outOfOrder']);
    expect(reasons({ seq: 0 })).toEqual(['outOfOrder']);
    expect(reasons({})).toEqual(['conflictingEvent']);
    expect(reasons({ seq: 2 })).toEqual([]);
    expect(reasons({ seq: 0, type: 'create' })).toEqual(['alreadyCreated', 'outOfOrder']);
    expect(reasons({ seq: 0, type: 'transition', to: 'lead' })).toEqual(['noTransition']);
  });

  test('is malformed', () => {
    expect(reasons({ entityId: '' })).toEqual(['badEvent entityId']);
    expect(reasons({ at: '2026-02-30' })).toEqual(['badEvent at']);
    expect(reasons({ at: '2026-02-01T10:00' })).toEqual(['badEvent at']);
    expect(reasons({ at: 20260201 })).toEqual(['badEvent at']);
    expect(reasons({ seq: 1.5 })).toEqual(['badEvent seq']);
    expect(reasons({ type: 'delete' })).toEqual(['badEvent type']);
    expect(reasons({ set: undefined })).toEqual(['badEvent set']);
    expect(reasons({ roles: 'manager' })).toEqual(['badEvent roles']);
    expect(reasons({ set: ['a'] })).toEqual(['badEvent set']);
    expect(reasons({ set: JSON.parse('{"__proto__":{}}') as object })).toEqual(['badEvent set']);
  });

  test('belongs to another entity, definition or kind of time: an error of the caller', () => {
    expect(thrown(() => apply(state, { ...event, entityId: 'Y' }))).toMatchObject({ code: 'lifecycle.entity' });
    expect(thrown(() => apply(state, { ...event, at: '2026-02-01T10:00Z' }))).toMatchObject({
      code: 'lifecycle.mixedTime',
      path: ['event', 'at'],
    });
    expect(thrown(() => applyEvent(claim, state as never, event))).toMatchObject({
      code: 'lifecycle.definition',
      params: { expected: 'claim', value: 'deal' },
    });
    expect(thrown(() => applyEvent(deal, { ...state, state: 'gone' } as never, event))).toMatchObject({
      code: 'lifecycle.unknownState',
      path: ['state', 'state'],
    });
  });
});

test('a later version goes on with a state and puts its name to it', () => {
  const state = after(deal, { type: 'create' });
  const event = { entityId: 'X', at: '2026-02-01', seq: 2, type: 'set', set: {} } as const;
  expect(applyEvent(extendLifecycle(deal, { version: 3 }), state as never, event)).toMatchObject({
    state: { definitionVersion: 3 },
  });
});

describe('allowedEvents', () => {
  test('from nothing they are the initial states', () => {
    expect(allowedEvents(deal, null)).toMatchObject([
      { type: 'create', to: 'lead', transition: null, ok: true },
      { type: 'create', to: 'offer', ok: false, reasons: [{ code: 'missingField' }] },
    ]);
    expect(allowedEvents(deal, null, { set: { customer: 'Ko' } }).every(({ ok }) => ok)).toBe(true);
  });

  test('from an open state each way says what it asks for', () => {
    const review = after(claim, { type: 'create', set: { amount: 500 } }, { type: 'transition', on: 'submit' });
    const ways = allowedEvents(claim, review as never, { reason: 'late' });
    expect(ways.map(({ transition, on, ok }) => [transition, on, ok])).toEqual([
      ['accept-small', 'decide', false],
      ['accept-large', 'decide', false],
      ['refuse', 'refuse', true],
      ['withdraw', undefined, true],
    ]);
  });

  test('from a terminal state there are listed transitions and reopening', () => {
    const lost = after(deal, { type: 'create' }, { type: 'transition', to: 'lost', reason: 'price' });
    expect(allowedEvents(deal, lost as never)).toEqual([{ type: 'reopen', to: 'lead', transition: 'move', ok: true }]);
  });
});

test('a refusal is explained in both languages', () => {
  const review = after(claim, { type: 'create', set: { amount: 500 } }, { type: 'transition', on: 'submit' });
  const result = next(claim, review, { type: 'transition', on: 'decide' });
  expect(result.ok || explainRefusal(result.reasons, 'en')).toEqual([
    'the condition small does not hold; it asks about ["amount"]',
    'one of the roles ["manager","director"] is needed',
  ]);
  expect(result.ok || explainRefusal(result.reasons, 'zh-CN')).toEqual([
    '前提条件 small 不成立，它涉及 ["amount"]',
    '需要 ["manager","director"] 之一的角色',
  ]);
});
