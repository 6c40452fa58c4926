import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkLimits,
  headroom,
  lintLimits,
  route,
  type LimitMatrix,
  type LimitRequest,
  type LimitRow,
  type LimitScope,
} from '../../../src/mechanisms/rules/index.js';

/** `amount` and `days` are bounded above, `margin` below: worse is more of the first two and less of the last. */
const size = fc.integer({ min: 0, max: 6 }).map(String);
const role = fc.constantFrom('a', 'b', 'c', 'd');
/** Optional fields: present in `of10` of ten cases. */
const sometimes = <T>(of10: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.integer({ min: 1, max: 10 }).chain((die) => (die <= of10 ? value : fc.constant(undefined)));
/** A record without the fields that are undefined. */
const present = <T>(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<T> =>
  fc.record(fields).map((record) => JSON.parse(JSON.stringify(record)) as T);

const row: fc.Arbitrary<LimitRow> = present<LimitRow>({
  role,
  bounds: present<LimitRow['bounds']>({
    amount: sometimes(
      7,
      size.map((max) => ({ max })),
    ),
    days: sometimes(
      3,
      size.map((max) => ({ max })),
    ),
    margin: sometimes(
      3,
      size.map((min) => ({ min })),
    ),
  }),
  action: sometimes(1, fc.constant('lend')),
  keys: sometimes(
    4,
    present<Record<string, string | string[]>>({
      region: sometimes(5, fc.constantFrom<string | string[]>('EU', ['EU', 'US'])),
      product: sometimes(5, fc.constantFrom('P', 'Q')),
    }),
  ),
  from: sometimes(1, fc.constant('2026-01-01')),
  to: sometimes(1, fc.constant('2026-07-01')),
});
const matrices: fc.Arbitrary<LimitMatrix> = present<LimitMatrix>({
  code: fc.constant('m'),
  roles: fc
    .tuple(...['a', 'b', 'c', 'd'].map(() => fc.integer({ min: 1, max: 3 })))
    .map((levels) => levels.map((level, index) => ({ role: 'abcd'[index]!, level }))),
  limits: fc.array(row, { minLength: 2, maxLength: 9 }),
  select: sometimes(5, fc.constantFrom('mostSpecific', 'anyRow')),
  missing: sometimes(5, fc.constantFrom('escalate', 'ignore')),
  routing: sometimes(5, fc.constantFrom('skipLevel', 'stepByStep')),
});
const facts = present<Record<string, string>>({
  amount: sometimes(9, size),
  days: sometimes(9, size),
  margin: sometimes(9, size),
  region: sometimes(8, fc.constantFrom('EU', 'US', 'CN')),
  product: sometimes(8, fc.constantFrom('P', 'Q', 'R')),
});
const requests: fc.Arbitrary<LimitRequest> = present<LimitRequest>({
  on: fc.constantFrom('2025-12-31', '2026-03-31', '2026-07-01'),
  action: sometimes(5, fc.constant('lend')),
  requester: sometimes(3, fc.constantFrom('a', 'b', 'guest')),
  scopes: fc
    .array(facts, { minLength: 1, maxLength: 2 })
    .map((list) => list.map((one, index) => ({ id: `s${index}`, facts: one }))),
});

const moved = ({ id, facts: own }: LimitScope, by: Record<string, number>): LimitScope => ({
  id,
  facts: Object.fromEntries(
    Object.entries(own).map(([field, value]) => [field, field in by ? String(Number(value) + by[field]!) : value]),
  ),
});
/** Below every level: nobody is asked; above every level: nobody may sign. */
const levelNeeded = (matrix: LimitMatrix, request: LimitRequest): number => {
  const found = route(matrix, request);
  if (found.status === 'needsApproval') return found.approvers.at(-1)!.level;
  return found.status === 'withinAuthority' ? -Infinity : Infinity;
};

test('a worse request never needs a lower level, even with inverted limits', () => {
  const more = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(matrices, requests, more, more, more, (matrix, request, amount, days, margin) => {
      const worse = {
        ...request,
        scopes: request.scopes.map((scope) => moved(scope, { amount, days, margin: -margin })),
      };
      expect(levelNeeded(matrix, worse)).toBeGreaterThanOrEqual(levelNeeded(matrix, request));
    }),
    { numRuns: 1000 },
  );
});

test('at headroom it passes, one step beyond it does not', () => {
  const measures = fc.constantFrom(['amount', 'max', '0.001'], ['days', 'max', '0.001'], ['margin', 'min', '-0.001']);
  fc.assert(
    fc.property(matrices, requests, role, measures, (matrix, request, who, [measure, end, step]) => {
      const room = headroom(matrix, who, request, measure!);
      const at = (beyond: number): LimitRequest => ({
        ...request,
        scopes: request.scopes.map((scope, index) => {
          const bound = room.ok ? room.scopes[index]![end as 'max' | 'min'] : 'unbounded';
          if (bound === 'unbounded')
            return { ...scope, facts: { ...scope.facts, [measure!]: Number(step) > 0 ? '1000000' : '-1000000' } };
          return {
            ...scope,
            facts: { ...scope.facts, [measure!]: String(Number(bound) + (index === beyond ? Number(step) : 0)) },
          };
        }),
      });
      expect(checkLimits(matrix, who, at(-1)).ok).toBe(room.ok);
      for (const [index, scope] of (room.ok ? room.scopes : []).entries()) {
        if (scope[end as 'max' | 'min'] !== 'unbounded') expect(checkLimits(matrix, who, at(index)).ok).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the route asks who may sign, because of what others may not, and its changes help', () => {
  fc.assert(
    fc.property(matrices, requests, (matrix, request) => {
      const found = route(matrix, request);
      if (found.status === 'withinAuthority') {
        expect(checkLimits(matrix, request.requester!, request).ok).toBe(true);
      } else if (found.status === 'notApprovable') {
        expect(matrix.roles.map(({ role: who }) => checkLimits(matrix, who, request).ok)).not.toContain(true);
      } else {
        const last = found.approvers.at(-1)!;
        expect(checkLimits(matrix, last.role, request).ok).toBe(true);
        for (const { role: who, code, params } of last.because) {
          const check = checkLimits(matrix, who, request);
          expect(check.ok || check.reasons).toContainEqual({ code, params });
        }
        for (const { role: who, changes } of found.avoid) {
          expect(checkLimits(matrix, who, request).ok).toBe(false);
          const scopes = request.scopes.map(({ id, facts: own }) => ({
            id,
            facts: {
              ...own,
              ...Object.fromEntries(
                changes.filter(({ scope }) => scope === id).map(({ measure, to }) => [measure, to]),
              ),
            },
          }));
          expect(checkLimits(matrix, who, { ...request, scopes }).ok).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('the order of roles, rows and scopes changes no answer', () => {
  const answer = (matrix: LimitMatrix, request: LimitRequest): unknown =>
    JSON.parse(JSON.stringify(route(matrix, request), (key, value: unknown) => (key === 'row' ? undefined : value)));
  fc.assert(
    fc.property(matrices, requests, (matrix, request) => {
      const shuffled = { ...matrix, roles: matrix.roles.toReversed(), limits: matrix.limits.toReversed() };
      const { select } = matrix;
      const first = answer(matrix, request);
      // Equal reasons of several rows come in the order of the rows, so only the verdicts are compared under anyRow.
      const verdict = (one: unknown): unknown => (select === 'anyRow' ? (one as { status: string }).status : one);
      expect(verdict(answer(shuffled, { ...request, scopes: request.scopes.toReversed() }))).toEqual(verdict(first));
    }),
    { numRuns: 500 },
  );
});

test('what the linter calls dead is not missed, and without inversions the higher may what the lower may', () => {
  fc.assert(
    fc.property(matrices, fc.array(requests, { minLength: 5, maxLength: 5 }), (matrix, many) => {
      const findings = lintLimits(matrix);
      const verdicts = (one: LimitMatrix): unknown =>
        many.map((request) => 'abcd'.split('').map((who) => checkLimits(one, who, request).ok));
      const before = verdicts(matrix);
      for (const { path } of findings.filter(({ code }) => code === 'deadRow')) {
        expect(verdicts({ ...matrix, limits: matrix.limits.filter((_, index) => index !== path[1]) })).toEqual(before);
      }
      const dead = findings.filter(({ code }) => code === 'deadRole').map(({ params }) => params['role']);
      for (const request of many) {
        const found = route({ ...matrix, routing: 'skipLevel' }, request);
        if (matrix.routing !== 'stepByStep' && found.status === 'needsApproval')
          expect(dead).not.toContain(found.approvers[0]!.role);
      }
      if (matrix.select === 'anyRow' || findings.some(({ code }) => code === 'limitInversion')) return;
      for (const request of many) {
        for (const lower of matrix.roles) {
          for (const higher of matrix.roles) {
            if (lower.level >= higher.level || !checkLimits(matrix, lower.role, request).ok) continue;
            const check = checkLimits(matrix, higher.role, request);
            expect(check.ok || check.reasons.filter(({ code }) => code !== 'noRow')).toEqual(check.ok || []);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});
