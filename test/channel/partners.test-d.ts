import { expectTypeOf, test } from 'vitest';
import {
  checkRegistration,
  type CoSellTerms,
  coSellTerms,
  type DealRegistration,
  type MdfLedger,
  mdfBalance,
  type Partner,
  type PartnerRebate,
  type RegistrationPolicy,
} from '../../src/channel/index.js';
import type { ShareRiskAndProfitInput } from '../../src/commission/index.js';

declare const registration: DealRegistration;
declare const ledger: MdfLedger;
declare const partner: Partner;

test('the terms of those who sell together are what sharing takes', () => {
  expectTypeOf<CoSellTerms>().toExtend<ShareRiskAndProfitInput>();
});

test('a refusal has reasons, and only that', () => {
  expectTypeOf<Extract<PartnerRebate, { ok: true }>>().not.toHaveProperty('reasons');
  const none = { registrations: [], customers: [], opportunities: [], grants: [] };
  const check = checkRegistration(registration, none, {}, '2026-01-01');
  // @ts-expect-error one has to ask first whether it is refused
  void check.reasons;
});

test('what must not compile', () => {
  // @ts-expect-error no such precedence
  const policy: RegistrationPolicy = { precedence: 'lastToFile' };
  // @ts-expect-error all four kinds of what is known are given, if only empty
  checkRegistration(registration, { registrations: [] }, policy, '2026-01-01');
  // @ts-expect-error a balance is one of a day
  mdfBalance(ledger);
  // @ts-expect-error a claim has a state that there is
  mdfBalance({ ...ledger, claims: [{ id: 'A', on: '2026-01-01', amount: '1', state: 'paid' }] }, '2026-01-01');
  // @ts-expect-error no such state of a partner
  const gone: Partner = { ...partner, state: 'gone' };
  // @ts-expect-error an agreement says how losses are shared
  coSellTerms({ parties: ['a'], plan: 'p', from: '2026-01-01', to: null, contributions: {}, profitShares: {} }, gone);
});
