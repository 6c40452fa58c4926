import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ApprovalMatrix,
  type ApprovalRow,
  type ApprovalRoute,
  type Deal,
  needsReapproval,
  negotiationRoom,
  requiredApprovals,
} from '../../../src/pricing/index.js';

const ROLES = ['rep', 'manager', 'director'];
const hundredths = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((units) => String(units / 100));
const row = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    keys: fc.record({ group: fc.constantFrom('pumps', 'valves') }),
    maxDiscount: hundredths(60),
    minMargin: hundredths(60),
    maxAmount: fc.integer({ min: 0, max: 2000 }).map(String),
    maxPaymentDays: fc.integer({ min: 0, max: 90 }).map(String),
  },
  { requiredKeys: ['role'] },
) as fc.Arbitrary<ApprovalRow>;
const matrices: fc.Arbitrary<ApprovalMatrix> = fc.record({
  code: fc.constant('m'),
  roles: fc.constant(ROLES.map((role, level) => ({ role, level }))),
  limits: fc.array(row, { minLength: 1, maxLength: 5 }),
  evaluate: fc.constantFrom('line', 'quote', 'both'),
  missing: fc.constantFrom('escalate', 'ignore'),
  routing: fc.constantFrom('skipLevel', 'stepByStep'),
});
const line = fc.record({
  list: fc.integer({ min: 100, max: 1000 }),
  net: fc.integer({ min: 1, max: 1000 }),
  cost: fc.integer({ min: 0, max: 800 }),
  group: fc.constantFrom('pumps', 'valves'),
});
const lines = fc.array(line, { minLength: 1, maxLength: 2 });
type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;
const dealOf = (each: readonly Line[], paymentDays = 30): Deal => ({
  lines: each.map(({ group, ...amounts }, index) => ({ id: String(index), ...amounts, keys: { group } })),
  paymentDays,
});
const on = '2026-03-01';
const levelOf = (result: ApprovalRoute): number =>
  result.status === 'withinAuthority'
    ? 0
    : result.status === 'notApprovable'
      ? 9
      : Math.max(...result.approvers.map(({ level }) => level));

test('a worse deal never needs a lower level, and an improved one never asks again', () => {
  fc.assert(
    // A higher list and cost, and more days: a higher discount, a lower margin, the same amount.
    fc.property(matrices, lines, fc.nat(300), fc.nat(300), fc.nat(30), (matrix, each, list, cost, days) => {
      const better = dealOf(each);
      const worse = dealOf(
        each.map((one) => ({ ...one, list: one.list + list, cost: one.cost + cost })),
        30 + days,
      );
      const request = { requester: 'rep', on };
      expect(levelOf(requiredApprovals(matrix, worse, request))).toBeGreaterThanOrEqual(
        levelOf(requiredApprovals(matrix, better, request)),
      );
      expect(needsReapproval(matrix, worse, better, { approvedOn: on, on })).toEqual({ needed: false });
      expect(needsReapproval(matrix, better, worse, { approvedOn: on, on }).needed).toBe(list + cost + days > 0);
    }),
  );
});

test('whoever is named may sign as the requester', () => {
  fc.assert(
    fc.property(matrices, lines, (matrix, each) => {
      const result = requiredApprovals(matrix, dealOf(each), { requester: 'rep', on });
      if (result.status !== 'needsApproval') return;
      const requester = result.approvers.at(-1)!.role;
      expect(requiredApprovals(matrix, dealOf(each), { requester, on })).toEqual({ status: 'withinAuthority' });
      expect(result.approvers.at(-1)!.because.length > 0 || requester === 'rep').toBe(true);
    }),
  );
});

test('at the end of its room a role may sign, and an increment beyond it may not', () => {
  fc.assert(
    fc.property(matrices, line, (drawn, one) => {
      const matrix: ApprovalMatrix = {
        ...drawn,
        evaluate: 'line',
        limits: drawn.limits.map(({ maxAmount: _, maxPaymentDays: __, ...limits }) => limits),
      };
      const room = negotiationRoom(
        matrix,
        'rep',
        { list: one.list, cost: one.cost, keys: { group: one.group } },
        { on },
      );
      if (!room.ok) return;
      const may = (net: number): boolean =>
        requiredApprovals(
          matrix,
          { lines: [{ id: '0', list: one.list, net, cost: one.cost, keys: { group: one.group } }] },
          { requester: 'rep', on },
        ).status === 'withinAuthority';
      const price = Number(room.price);
      if (price > 0) expect(may(price)).toBe(true);
      if (price > 0.01 && room.binding !== null) expect(may(Math.round(price * 100 - 1) / 100)).toBe(false);
    }),
  );
});

test('a matrix survives JSON, and its order of rows changes nothing', () => {
  fc.assert(
    fc.property(matrices, lines, (matrix, each) => {
      expect(ApprovalMatrix.parse(JSON.parse(JSON.stringify(matrix)))).toEqual(matrix);
      const turned = { ...matrix, limits: matrix.limits.toReversed(), roles: matrix.roles.toReversed() };
      const request = { requester: 'rep', on };
      expect(requiredApprovals(turned, dealOf(each), request)).toEqual(
        requiredApprovals(matrix, dealOf(each), request),
      );
      const deal = dealOf(each);
      const back = { ...deal, lines: deal.lines.toReversed() };
      expect(requiredApprovals(matrix, back, request)).toEqual(requiredApprovals(matrix, deal, request));
    }),
    { numRuns: 300 },
  );
});
