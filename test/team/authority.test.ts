import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approvalChain,
  authorityHeadroom,
  AuthorityMatrix,
  canApprove,
  explainApproval,
  lintAuthority,
  lowestApprover,
} from '../../src/team/index.js';
import { renderExplanation } from '../../src/core/index.js';
import { thrown } from '../core/thrown.js';

const rule = (role: string, max: string, min: string, action = 'giveDiscount') => ({
  id: `${role}-${action}`,
  role,
  action,
  limits: { discount: { max }, margin: { min } },
});
const matrix: AuthorityMatrix = {
  order: ['representative', 'manager', 'director'],
  rules: [rule('representative', '0.05', '0.25'), rule('manager', '0.15', '0.15'), rule('director', '0.30', '0.05')],
};
const request = (discount: string, margin: string, more = {}) => ({
  action: 'giveDiscount',
  facts: { discount, margin, ...more },
  on: '2026-03-31',
});

describe('canApprove', () => {
  test('all reasons at once, and a measure without a fact is none to pass over', () => {
    const refused = canApprove(matrix, {
      ...request('0.2', '0.1', { requestedBy: 'Ana' }),
      role: 'manager',
      approver: 'Ana',
    });
    expect(refused.ok || refused.reasons.map(({ code }) => code)).toEqual(['overMax', 'underMin', 'selfApproval']);
    const { margin, ...facts } = request('0.1', '0.2').facts;
    expect(margin).toBe('0.2');
    expect(canApprove(matrix, { action: 'giveDiscount', facts, on: '2026-03-31', role: 'manager' })).toMatchObject({
      ok: false,
      reasons: [{ code: 'missingFact' }],
    });
    expect(canApprove(matrix, { action: 'lendRecord', facts: {}, on: '2026-03-31', role: 'manager' })).toMatchObject({
      reasons: [{ code: 'noRow' }],
    });
  });

  test('one’s own request only where it is allowed', () => {
    const own = { ...request('0.1', '0.2', { requestedBy: 'Ana' }), role: 'manager', approver: 'Ana' };
    expect(canApprove(matrix, own)).toEqual({
      ok: false,
      reasons: [{ code: 'selfApproval', params: { person: 'Ana' } }],
    });
    expect(canApprove(matrix, own, { selfApproval: 'allow' })).toEqual({ ok: true, rule: 'manager-giveDiscount' });
    expect(canApprove(matrix, { ...own, approver: 'Bo' }).ok).toBe(true);
    expect(thrown(() => canApprove(matrix, own, { selfApproval: 'yes' as 'allow' })).code).toBe('option.unknown');
  });

  test('any one rule of the role that holds entirely is enough, on its days', () => {
    const wide = { ...rule('manager', '0.25', '0.2'), id: 'spring', from: '2026-03-01', to: '2026-04-01' };
    const two = { ...matrix, rules: [...matrix.rules, wide] };
    expect(canApprove(two, { ...request('0.2', '0.3'), role: 'manager' })).toEqual({ ok: true, rule: 'spring' });
    expect(canApprove(two, { ...request('0.2', '0.3'), role: 'manager', on: '2026-04-01' }).ok).toBe(false);
    expect(thrown(() => canApprove(matrix, { ...request('0', '1'), role: 'clerk' })).code).toBe('limits.unknownRole');
  });
});

test('the chain has every role in between, or the last alone', () => {
  const roles = (options: Parameters<typeof approvalChain>[2]): unknown => {
    const chain = approvalChain(matrix, request('0.2', '0.1'), options);
    return chain.status === 'needsApproval' && chain.approvers.map(({ role }) => role);
  };
  expect(roles({})).toEqual(['director']);
  expect(roles({ requester: 'representative', skipLevels: false })).toEqual(['manager', 'director']);
  expect(approvalChain(matrix, request('0.01', '0.9'), { requester: 'representative' }).status).toBe('withinAuthority');
});

test('headroom, or what else is in the way', () => {
  expect(authorityHeadroom(matrix, 'manager', request('0.1', '0.2'), 'discount')).toEqual({
    ok: true,
    headroom: { max: '0.15', min: 'unbounded', up: '0.05', down: 'unbounded' },
  });
  expect(authorityHeadroom(matrix, 'manager', request('0.1', '0.1'), 'discount')).toMatchObject({
    ok: false,
    reasons: [{ code: 'underMin' }],
  });
});

test('an explanation shows the rules that were tried, with facts, bounds and what spoke against them', () => {
  const why = explainApproval(matrix, request('0.1', '0.2'));
  expect(renderExplanation(why, 'en').split('\n')).toEqual([
    'lowest role that may: giveDiscount = manager',
    '  whether the role representative may = false',
    '    rule representative-giveDiscount does not allow it: overMax, underMin = false',
    '      facts.discount = 0.1',
    '      rules[0].limits.discount.max = 0.05',
    '      facts.margin = 0.2',
    '      rules[0].limits.margin.min = 0.25',
    '  whether the role manager may = true',
    '    rule manager-giveDiscount allows it = true',
    '      facts.discount = 0.1',
    '      rules[1].limits.discount.max = 0.15',
    '      facts.margin = 0.2',
    '      rules[1].limits.margin.min = 0.15',
  ]);
  const none = explainApproval(matrix, { ...request('0.1', '0.2'), facts: {} });
  expect([none.value, none.from.length, none.from[0]?.from[0]?.params['reasons']]).toEqual([null, 3, 'missingFact']);
});

test('what is questionable is found', () => {
  const odd = { ...matrix, rules: [rule('manager', '0.1', '0.2'), rule('director', '0.05', '0.2')] };
  expect(lintAuthority(odd).map(({ code }) => code)).toContain('limitInversion');
  expect(AuthorityMatrix.parse(matrix)).toEqual(matrix);
  expect(AuthorityMatrix.safeParse({ ...matrix, order: ['manager'] }).success).toBe(false);
});

test('a request that is worse in every measure never needs a lower role', () => {
  const hundredths = fc.integer({ min: 0, max: 40 });
  const text = (n: number): string => String(n / 100);
  const limits = fc.array(fc.tuple(hundredths, hundredths), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(limits, hundredths, hundredths, hundredths, hundredths, (bounds, discount, margin, more, less) => {
      const order = bounds.map((_, at) => `r${at}`);
      const any = { order, rules: bounds.map(([max, min], at) => rule(`r${at}`, text(max), text(min))) };
      const level = (discount: number, margin: number): number => {
        const found = lowestApprover(any, request(text(discount), text(margin)));
        return found.ok ? order.indexOf(found.role) : order.length;
      };
      expect(level(discount + more, margin - less)).toBeGreaterThanOrEqual(level(discount, margin));
      const why = explainApproval(any, request(text(discount), text(margin)));
      expect(why.value).toBe(order[level(discount, margin)] ?? null);
      for (const { params, from, value } of why.from) {
        expect(value).toBe(from.some((tried) => tried.value === true));
        expect(value).toBe(
          canApprove(any, { ...request(text(discount), text(margin)), role: String(params['role']) }).ok,
        );
      }
      const room = authorityHeadroom(any, 'r0', request(text(discount), text(margin)), 'discount');
      if (!room.ok || room.headroom.max === 'unbounded') return;
      const at = (value: string): boolean => canApprove(any, { ...request(value, text(margin)), role: 'r0' }).ok;
      expect(at(room.headroom.max)).toBe(true);
      expect(at(String(Math.round(Number(room.headroom.max) * 100 + 1) / 100))).toBe(false);
    }),
  );
});
