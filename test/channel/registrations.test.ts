import { expect, test } from 'vitest';
import { DealRegistration, dealRegistrationLifecycle } from '../../src/channel/index.js';
import { compileLifecycle, lintLifecycle } from '../../src/mechanisms/lifecycle/index.js';

const draft = { id: 'R1', partner: 'North', customer: { domain: 'acme.com', country: 'DE' }, products: ['pump'] };
const submitted = { ...draft, submittedOn: '2026-03-02' };
const approved = { ...submitted, approvedOn: '2026-03-05' };
const ended = (state: string, on = '2026-03-20'): object => ({ outcome: { state, on } });

test.each<[string, object]>([
  ['a draft', draft],
  ['submitted', submitted],
  ['approved', approved],
  ['extended', { ...approved, extensions: [{ on: '2026-04-01', days: 30 }], attributes: { stage: 2 } }],
  ['returned', { ...submitted, ...ended('returned') }],
  ['withdrawn before a decision', { ...submitted, ...ended('withdrawn') }],
  ['withdrawn after approval', { ...approved, ...ended('withdrawn') }],
  ['won', { ...approved, ...ended('won') }],
])('a registration may be %s', (_, registration) => {
  expect(DealRegistration.safeParse(registration).success).toBe(true);
});

test.each<[string, object]>([
  ['approved before it is submitted', { ...draft, approvedOn: '2026-03-05' }],
  ['withdrawn before it is submitted', { ...draft, ...ended('withdrawn') }],
  ['extended before it is approved', { ...submitted, extensions: [{ on: '2026-04-01', days: 30 }] }],
  ['extended by nothing', { ...approved, extensions: [{ on: '2026-04-01', days: 0 }] }],
  ['won before it is approved', { ...submitted, ...ended('won') }],
  ['rejected after it was approved', { ...approved, ...ended('rejected') }],
  ['won before the day of its approval', { ...approved, ...ended('won', '2026-03-04') }],
  ['expired by an event', { ...approved, ...ended('expired') }],
])('a registration is not %s', (_, registration) => {
  expect(DealRegistration.safeParse(registration).success).toBe(false);
});

test('the lifecycle is sound; withdrawn, rejected, won and lost are final', () => {
  expect(lintLifecycle(dealRegistrationLifecycle).filter(({ severity }) => severity !== 'info')).toEqual([]);
  const { transitions = [] } = dealRegistrationLifecycle;
  for (const state of ['withdrawn', 'rejected', 'won', 'lost', 'expired']) {
    expect(transitions.filter(({ from }) => [from].flat().includes(state as never))).toEqual([]);
  }
  const { apply } = compileLifecycle(dealRegistrationLifecycle);
  let state = null;
  const way = ['submitted', 'returned', 'submitted', 'approved', 'extended', 'extended', 'won'] as const;
  const created = apply(null, { entityId: 'R1', type: 'create', at: '2026-01-01', seq: 0 });
  state = created.ok ? created.state : null;
  for (const [at, to] of way.entries()) {
    const next = apply(state, {
      entityId: 'R1',
      type: 'transition',
      to,
      at: '2026-01-02',
      seq: at + 1,
      ...(to === 'returned' ? { reason: 'more data' } : {}),
    });
    if (!next.ok) throw new Error(JSON.stringify(next.reasons));
    state = next.state;
  }
  expect([state?.state, state?.outcome?.kind]).toEqual(['won', 'success']);
});
