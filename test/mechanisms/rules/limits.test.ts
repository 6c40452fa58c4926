import { describe, expect, test } from 'vitest';
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
import { thrown } from '../../core/thrown.js';

const on = '2026-03-31';
const ask = (facts: Record<string, unknown>, more: Partial<LimitRequest> = {}): LimitRequest => ({
  scopes: [{ id: 'quote', facts }],
  on,
  ...more,
});
const row = (role: string, discount: string, margin: string): LimitRow => ({
  role,
  bounds: { discount: { max: discount }, margin: { min: margin } },
});
const sales: LimitMatrix = {
  code: 'sales',
  roles: [
    { role: 'director', level: 3 },
    { role: 'representative', level: 1 },
    { role: 'manager', level: 2 },
  ],
  limits: [row('representative', '0.05', '0.25'), row('manager', '0.15', '0.15'), row('director', '0.30', '0.05')],
};

describe('checkLimits', () => {
  test('bounds are inclusive, and every failing one is a reason', () => {
    expect(checkLimits(sales, 'representative', ask({ discount: '0.05', margin: 0.25 }))).toEqual({
      ok: true,
      rows: [{ scope: 'quote', row: 0 }],
    });
    expect(checkLimits(sales, 'representative', ask({ discount: '0.08', margin: '0.1' }))).toEqual({
      ok: false,
      reasons: [
        {
          code: 'overMax',
          params: {
            scope: 'quote',
            measure: 'discount',
            bound: 'max',
            allowed: '0.05',
            row: 0,
            actual: '0.08',
            excess: '0.03',
          },
        },
        {
          code: 'underMin',
          params: {
            scope: 'quote',
            measure: 'margin',
            bound: 'min',
            allowed: '0.25',
            row: 0,
            actual: '0.1',
            excess: '0.15',
          },
        },
      ],
    });
  });
  test('every scope is judged, in the order of their ids', () => {
    const scopes = [
      { id: 'b', facts: { discount: '0.5', margin: 1 } },
      { id: 'a', facts: { discount: '0.5', margin: 1 } },
      { id: 'c', facts: { discount: '0', margin: 1 } },
    ];
    const check = checkLimits(sales, 'manager', { scopes, on });
    expect(check.ok || check.reasons.map(({ params }) => params['scope'])).toEqual(['a', 'b']);
  });
  test('zero is a bound, an absent bound is none', () => {
    const none: LimitMatrix = {
      code: 'x',
      roles: [{ role: 'r', level: 1 }],
      limits: [{ role: 'r', bounds: { gift: { max: '0' } } }],
    };
    expect(checkLimits(none, 'r', ask({ gift: '0.01' }))).toMatchObject({ ok: false });
    expect(checkLimits(none, 'r', ask({ gift: 0, amount: '1e9' }))).toMatchObject({ ok: true });
  });
  test('a missing measure fails under escalate and is passed over under ignore', () => {
    for (const discount of [undefined, null, '5 %']) {
      expect(checkLimits(sales, 'manager', ask({ discount, margin: '0.2' }))).toMatchObject({
        ok: false,
        reasons: [
          { code: 'missingFact', params: { scope: 'quote', measure: 'discount', bound: 'max', allowed: '0.15' } },
        ],
      });
      expect(checkLimits({ ...sales, missing: 'ignore' }, 'manager', ask({ discount, margin: '0.2' }))).toMatchObject({
        ok: true,
      });
    }
  });
  test('actions, keys, conditions and days decide whether a row applies', () => {
    const matrix: LimitMatrix = {
      code: 'x',
      roles: [{ role: 'r', level: 1 }],
      limits: [
        {
          code: 'eu',
          role: 'r',
          action: 'lend',
          keys: { region: ['EU', 'UK'], 'customer.grade': 'A' },
          when: { field: 'new', op: 'eq', value: false },
          bounds: {},
          from: '2026-01-01',
          to: '2027-01-01',
        },
      ],
    };
    const facts = { region: 'UK', customer: { grade: 'A' }, new: false };
    const lend = { action: 'lend' };
    expect(checkLimits(matrix, 'r', ask(facts, lend))).toEqual({
      ok: true,
      rows: [{ scope: 'quote', row: 0, code: 'eu' }],
    });
    const noRow = { ok: false, reasons: [{ code: 'noRow', params: { scope: 'quote' } }] };
    for (const request of [
      ask(facts),
      ask(facts, { action: 'give' }),
      ask({ ...facts, region: 'US' }, lend),
      ask({ ...facts, region: undefined }, lend),
      ask({ ...facts, new: undefined }, lend),
      ask({ ...facts, new: true }, lend),
      ask(facts, { ...lend, on: '2025-12-31' }),
      ask(facts, { ...lend, on: '2027-01-01' }),
    ]) {
      expect(checkLimits(matrix, 'r', request)).toEqual(noRow);
    }
  });
  test('mostSpecific: the rows with the most keys count, of equal ones the stricter bound', () => {
    const limits: LimitRow[] = [
      { role: 'r', bounds: { amount: { max: '100' } } },
      { role: 'r', keys: { region: 'EU' }, bounds: { amount: { max: '500' }, days: { max: '30' } } },
      { role: 'r', keys: { product: 'P' }, bounds: { amount: { max: '300' } } },
      { role: 'r', keys: { product: 'P', region: 'EU' }, when: { field: 'vip', op: 'isTrue' }, bounds: {} },
    ];
    const matrix: LimitMatrix = { code: 'x', roles: [{ role: 'r', level: 1 }], limits };
    const eu = { region: 'EU', product: 'P', days: 30 };
    expect(checkLimits(matrix, 'r', ask({ ...eu, amount: 300 }))).toMatchObject({
      ok: true,
      rows: [{ row: 1 }, { row: 2 }],
    });
    expect(checkLimits(matrix, 'r', ask({ ...eu, amount: 301 }))).toMatchObject({
      ok: false,
      reasons: [{ params: { row: 2 } }],
    });
    expect(checkLimits(matrix, 'r', ask({ ...eu, amount: 301, vip: true }))).toMatchObject({
      ok: true,
      rows: [{ row: 3 }],
    });
    expect(checkLimits(matrix, 'r', ask({ amount: 101 }))).toMatchObject({
      ok: false,
      reasons: [{ params: { row: 0 } }],
    });
  });
  test('anyRow: one row that holds entirely is enough, else every failing bound of all', () => {
    const limits: LimitRow[] = [
      { role: 'r', bounds: { amount: { max: '100' }, days: { max: '90' } } },
      { role: 'r', keys: { region: 'EU' }, bounds: { amount: { max: '500' }, days: { max: '30' } } },
    ];
    const matrix: LimitMatrix = { code: 'x', roles: [{ role: 'r', level: 1 }], limits, select: 'anyRow' };
    expect(checkLimits(matrix, 'r', ask({ region: 'EU', amount: 100, days: 60 }))).toMatchObject({
      ok: true,
      rows: [{ row: 0 }],
    });
    expect(checkLimits(matrix, 'r', ask({ region: 'EU', amount: 100, days: 30 }))).toMatchObject({
      ok: true,
      rows: [{ row: 0 }, { row: 1 }],
    });
    const check = checkLimits(matrix, 'r', ask({ region: 'EU', amount: 200, days: 60 }));
    expect(check.ok || check.reasons.map(({ params }) => [params['row'], params['excess']])).toEqual([
      [0, '100'],
      [1, '30'],
    ]);
  });
});

describe('route', () => {
  const quote = (discount: string, margin: string, requester?: string): LimitRequest =>
    ask({ discount, margin }, requester === undefined ? {} : { requester });
  test.each([
    ['0.15', '0.15', 'manager'],
    ['0.04', '0.10', 'director'],
    ['0.05', '0.25', 'representative'],
  ])('discount %s and margin %s: %s', (discount, margin, role) => {
    expect(route(sales, quote(discount, margin))).toMatchObject({ status: 'needsApproval', approvers: [{ role }] });
    expect(route(sales, quote(discount, margin, role))).toEqual({ status: 'withinAuthority' });
  });
  test('what nobody may sign names the failing bounds of the highest level', () => {
    expect(route(sales, quote('0.31', '0.25', 'manager'))).toEqual({
      status: 'notApprovable',
      reasons: [
        {
          code: 'overMax',
          params: {
            track: 'default',
            role: 'director',
            scope: 'quote',
            measure: 'discount',
            bound: 'max',
            allowed: '0.3',
            row: 2,
            actual: '0.31',
            excess: '0.01',
          },
        },
      ],
    });
  });
  test('because lists what the next lower level could not sign, avoid the change that would let it', () => {
    expect(route(sales, quote('0.04', '0.10', 'representative'))).toMatchObject({
      status: 'needsApproval',
      approvers: [{ track: 'default', role: 'director', level: 3, because: [{ role: 'manager', code: 'underMin' }] }],
      avoid: [
        {
          track: 'default',
          role: 'manager',
          changes: [{ scope: 'quote', measure: 'margin', bound: 'min', from: '0.1', to: '0.15' }],
        },
      ],
    });
  });
  test('stepByStep adds every level between the requester and the one that may sign', () => {
    const steps: LimitMatrix = { ...sales, routing: 'stepByStep' };
    const rolesOf = (request: LimitRequest): unknown => {
      const found = route(steps, request);
      return found.status === 'needsApproval' && found.approvers.map(({ role }) => role);
    };
    expect(rolesOf(quote('0.2', '0.1', 'representative'))).toEqual(['manager', 'director']);
    expect(rolesOf(quote('0.2', '0.1', 'manager'))).toEqual(['director']);
    expect(rolesOf(quote('0.2', '0.1', 'guest'))).toEqual(['representative', 'manager', 'director']);
  });
  test('a track is needed when its rule holds or is unknown; own authority silences its track alone', () => {
    const matrix: LimitMatrix = {
      code: 'x',
      roles: [
        { role: 'manager', track: 'sales', level: 1 },
        { role: 'controller', track: 'finance', level: 1 },
        { role: 'cfo', track: 'finance', level: 2 },
      ],
      limits: [
        { role: 'manager', bounds: {} },
        { role: 'controller', bounds: { days: { max: '60' } } },
        { role: 'cfo', bounds: {} },
      ],
      tracks: [{ track: 'sales' }, { track: 'finance', when: { field: 'days', op: 'gt', value: '30' } }],
    };
    expect(route(matrix, ask({ days: 30 }, { requester: 'manager' }))).toEqual({ status: 'withinAuthority' });
    expect(route(matrix, ask({ days: 30 }))).toMatchObject({
      approvers: [{ track: 'sales', role: 'manager', because: [] }],
    });
    expect(route(matrix, ask({ days: 61 }))).toMatchObject({
      approvers: [{ track: 'finance', role: 'cfo' }, { track: 'sales' }],
    });
    expect(route(matrix, ask({}, { requester: 'manager' }))).toMatchObject({
      approvers: [{ track: 'finance', role: 'cfo', because: [{ role: 'controller', code: 'missingFact' }] }],
      avoid: [],
    });
  });
  test('equal levels are asked by role, and a higher level never beats a lower one that may sign', () => {
    const limits: LimitRow[] = [
      { role: 'b', bounds: { amount: { max: '100' } } },
      { role: 'a', bounds: { amount: { max: '50' } } },
      { role: 'top', bounds: { amount: { max: '10' } } },
    ];
    const matrix: LimitMatrix = {
      code: 'x',
      roles: [
        { role: 'b', level: 1 },
        { role: 'a', level: 1 },
        { role: 'top', level: 2 },
      ],
      limits,
    };
    expect(route(matrix, ask({ amount: 20 }))).toMatchObject({ approvers: [{ role: 'a' }] });
    expect(route(matrix, ask({ amount: 60 }, { requester: 'top' }))).toMatchObject({ approvers: [{ role: 'b' }] });
    expect(route(matrix, ask({ amount: 101 }))).toMatchObject({ status: 'notApprovable' });
  });
  test('the smallest change takes the row with the fewest changes, then the least relative one', () => {
    const limits: LimitRow[] = [
      { role: 'low', bounds: { amount: { max: '100' } } },
      { role: 'low', bounds: { amount: { max: '180' } } },
      { role: 'low', bounds: { amount: { max: '190' }, days: { max: '0' } } },
      { role: 'high', bounds: {} },
    ];
    const matrix: LimitMatrix = {
      code: 'x',
      roles: [
        { role: 'low', level: 1 },
        { role: 'high', level: 2 },
      ],
      limits,
      select: 'anyRow',
    };
    expect(route(matrix, ask({ amount: 200, days: 5 }))).toMatchObject({
      avoid: [{ role: 'low', changes: [{ measure: 'amount', from: '200', to: '180' }] }],
    });
    expect(route(matrix, ask({ amount: { total: 200 }, days: 5 }))).toMatchObject({ avoid: [] });
  });
  test('a change is offered only if it helps', () => {
    const limits: LimitRow[] = [
      {
        role: 'low',
        when: { field: 'deal.amount', op: 'gt', value: '150' },
        bounds: { 'deal.amount': { max: '150' } },
      },
      { role: 'high', bounds: {} },
    ];
    const matrix: LimitMatrix = {
      code: 'x',
      roles: [
        { role: 'low', level: 1 },
        { role: 'high', level: 2 },
      ],
      limits,
    };
    expect(route(matrix, ask({ deal: { amount: 200 } }))).toMatchObject({ approvers: [{ role: 'high' }], avoid: [] });
    const open: LimitMatrix = {
      ...matrix,
      limits: [{ role: 'low', bounds: { 'deal.amount': { max: '150' } } }, limits[1]!],
    };
    expect(route(open, ask({ deal: { amount: 200 } }))).toMatchObject({
      avoid: [{ changes: [{ from: '200', to: '150' }] }],
    });
  });
});

describe('headroom', () => {
  test('goes to the bound with everything else as it is', () => {
    expect(headroom(sales, 'manager', ask({ discount: '0.20', margin: '0.2' }), 'discount')).toEqual({
      ok: true,
      scopes: [{ scope: 'quote', max: '0.15', min: 'unbounded', up: '-0.05', down: 'unbounded' }],
    });
    expect(headroom(sales, 'manager', ask({ margin: '0.2' }), 'discount')).toMatchObject({
      ok: true,
      scopes: [{ max: '0.15', up: null }],
    });
    expect(headroom(sales, 'manager', ask({ discount: '0.1', margin: '0.2' }), 'amount')).toMatchObject({
      scopes: [{ max: 'unbounded', up: 'unbounded' }],
    });
  });
  test('other bounds that fail are reasons', () => {
    expect(headroom(sales, 'manager', ask({ discount: '0.1', margin: '0.1' }), 'discount')).toMatchObject({
      ok: false,
      reasons: [{ code: 'underMin', params: { measure: 'margin' } }],
    });
    expect(headroom({ ...sales, limits: [] }, 'manager', ask({}), 'discount')).toMatchObject({
      ok: false,
      reasons: [{ code: 'noRow' }],
    });
  });
  test('anyRow: the farthest of the rows that hold otherwise', () => {
    const limits: LimitRow[] = [
      { role: 'r', bounds: { amount: { max: '100' }, days: { max: '90' } } },
      { role: 'r', bounds: { amount: { max: '500' }, days: { max: '30' } } },
      { role: 'r', bounds: { amount: { max: '900' }, days: { max: '10' } } },
    ];
    const matrix: LimitMatrix = { code: 'x', roles: [{ role: 'r', level: 1 }], limits, select: 'anyRow' };
    expect(headroom(matrix, 'r', ask({ amount: 1, days: 30 }), 'amount')).toMatchObject({
      scopes: [{ max: '500', up: '499' }],
    });
  });
});

describe('lintLimits', () => {
  const codes = (matrix: LimitMatrix): unknown => lintLimits(matrix).map(({ code, path }) => [code, ...path]);
  const one = (limits: LimitRow[], more: Partial<LimitMatrix> = {}): LimitMatrix => ({
    code: 'x',
    roles: [
      { role: 'low', level: 1 },
      { role: 'high', level: 2 },
    ],
    limits,
    ...more,
  });
  const max = (value: string): LimitRow['bounds'] => ({ amount: { max: value } });

  test('a sound matrix with an open top has no findings', () => {
    expect(
      lintLimits(
        one([
          { role: 'low', bounds: max('10') },
          { role: 'high', bounds: {} },
        ]),
      ),
    ).toEqual([]);
  });
  test('a size that nobody may sign', () => {
    expect(lintLimits(sales)).toEqual([
      {
        code: 'unapprovable',
        severity: 'info',
        path: ['limits', 2],
        params: { track: 'default', measure: 'discount', bound: 'max', beyond: '0.3', example: { facts: {} } },
      },
      {
        code: 'unapprovable',
        severity: 'info',
        path: ['limits', 2],
        params: { track: 'default', measure: 'margin', bound: 'min', beyond: '0.05', example: { facts: {} } },
      },
    ]);
  });
  test('a role is needed where each lower one fails on another scope of the same request', () => {
    const rows: LimitRow[] = [
      { role: 'first', bounds: max('10'), keys: { product: 'P' } },
      { role: 'second', bounds: max('10'), keys: { product: 'Q' } },
      { role: 'both', bounds: max('10') },
    ];
    const matrix: LimitMatrix = {
      code: 'm',
      roles: [
        { role: 'first', level: 1 },
        { role: 'second', level: 1 },
        { role: 'both', level: 2 },
      ],
      limits: rows,
    };
    const sameDay = lintLimits({ ...matrix, limits: [...rows, { role: 'second', bounds: max('10') }] });
    expect(sameDay.filter(({ code }) => code === 'deadRole').map(({ params }) => params['role'])).toEqual(['both']);
    expect(lintLimits(matrix).map(({ code }) => code)).not.toContain('deadRole');
    const scope = (product: string): LimitScope => ({ id: product, facts: { amount: '10', product } });
    expect(route(matrix, { scopes: [scope('P'), scope('Q')], on: '2026-03-31' })).toMatchObject({
      approvers: [{ role: 'both' }],
    });
  });
  test('a higher level with a tighter bound, and the role that nobody needs for it', () => {
    const findings = lintLimits(
      one([
        { role: 'low', bounds: {} },
        { role: 'high', bounds: max('10') },
      ]),
    );
    expect(findings).toEqual([
      { code: 'deadRole', severity: 'warning', path: ['roles', 1], params: { role: 'high' } },
      {
        code: 'limitInversion',
        severity: 'warning',
        path: ['limits', 1],
        params: {
          track: 'default',
          roles: ['low', 'high'],
          measure: 'amount',
          bound: 'max',
          allowed: ['unbounded', '10'],
          example: { facts: {} },
        },
      },
    ]);
  });
  test('a role without a row', () => {
    expect(codes(one([{ role: 'low', bounds: {} }]))).toEqual([['deadRole', 'roles', 1]]);
  });
  test('an inversion for one key alone', () => {
    const matrix = one([
      { role: 'low', bounds: max('10') },
      { role: 'low', keys: { region: 'EU' }, bounds: max('50') },
      { role: 'high', bounds: max('20') },
    ]);
    expect(lintLimits(matrix).find(({ code }) => code === 'limitInversion')?.params).toMatchObject({
      allowed: ['50', '20'],
      example: { facts: { region: 'EU' } },
    });
  });
  test('a row that changes no answer', () => {
    expect(
      codes(
        one([
          { role: 'low', bounds: max('10') },
          { role: 'low', bounds: max('20') },
          { role: 'high', bounds: {} },
        ]),
      ),
    ).toEqual([
      ['deadRow', 'limits', 1],
      ['rowOverlap', 'limits', 1],
    ]);
    expect(
      codes(
        one(
          [
            { role: 'low', bounds: max('10') },
            { role: 'low', bounds: max('20') },
            { role: 'high', bounds: {} },
          ],
          { select: 'anyRow' },
        ),
      ),
    ).toEqual([
      ['deadRow', 'limits', 0],
      ['rowOverlap', 'limits', 1],
    ]);
    const twins = one([
      { role: 'low', bounds: max('10') },
      { role: 'low', bounds: max('10') },
      { role: 'high', bounds: {} },
    ]);
    expect(codes(twins)).toEqual([
      ['deadRow', 'limits', 1],
      ['rowOverlap', 'limits', 1],
    ]);
    expect(codes({ ...twins, select: 'anyRow' })).toEqual([
      ['deadRow', 'limits', 1],
      ['rowOverlap', 'limits', 1],
    ]);
  });
  test('a keyed row beside a conditional one is not dead, and conditions hide no finding of others', () => {
    const when = { field: 'vip', op: 'isTrue' } as const;
    const limits: LimitRow[] = [
      { role: 'low', keys: { region: 'EU' }, bounds: max('10') },
      { role: 'low', keys: { region: 'EU' }, when, bounds: max('20') },
      { role: 'low', keys: { region: 'EU' }, when, bounds: max('5') },
      { role: 'high', keys: { region: 'EU' }, bounds: max('100') },
    ];
    expect(codes(one(limits))).toEqual([
      ['deadRow', 'limits', 1],
      ['rowOverlap', 'limits', 2],
      ['unapprovable', 'limits', 3],
      ['uncoveredKey', 'limits'],
    ]);
  });
  test('keys that no row covers', () => {
    const limits: LimitRow[] = [
      { role: 'low', action: 'lend', keys: { region: 'EU', product: ['A', 'B'] }, bounds: {} },
      { role: 'high', keys: { region: 'US' }, bounds: {} },
    ];
    const found = lintLimits(one(limits)).filter(({ code }) => code === 'uncoveredKey');
    expect(found.map(({ params }) => [params['action'], params['keys']])).toEqual([
      ['lend', { product: ['A', 'B'], region: ['…'] }],
      ['lend', { product: ['…'], region: ['EU', '…'] }],
    ]);
  });
  test('gaps and overlaps of days', () => {
    const limits: LimitRow[] = [
      { role: 'low', bounds: max('3'), from: '2026-03-01' },
      { role: 'low', bounds: max('1'), to: '2026-01-01' },
      { role: 'low', bounds: max('2'), from: '2026-02-01', to: '2026-03-02' },
      { role: 'high', bounds: {} },
    ];
    const found = lintLimits(one(limits)).filter(({ code }) => code !== 'deadRow');
    expect(found).toEqual([
      {
        code: 'dateGap',
        severity: 'warning',
        path: ['limits', 2],
        params: { rows: [1, 2], from: '2026-01-01', to: '2026-02-01' },
      },
      { code: 'rowOverlap', severity: 'warning', path: ['limits', 2], params: { rows: [0, 2], on: '2026-03-01' } },
    ]);
  });
  test('too many combinations', () => {
    const fields = Array.from({ length: 16 }, (_, index) => `k${index}`);
    const limits: LimitRow[] = fields.map((field) => ({ role: 'low', keys: { [field]: 'x' }, bounds: {} }));
    expect(thrown(() => lintLimits(one(limits))).code).toBe('rule.limit');
  });
});

describe('a wrong matrix', () => {
  const good: LimitMatrix = {
    code: 'x',
    roles: [{ role: 'r', track: 't', level: 1 }],
    limits: [{ role: 'r', bounds: {} }],
  };
  const withRow = (part: Partial<LimitRow>): LimitMatrix => ({ ...good, limits: [{ role: 'r', bounds: {}, ...part }] });
  const cases: [LimitMatrix, string, (string | number)[]][] = [
    [withRow({ role: 'q' }), 'limits.unknownRole', ['m', 'limits', 0, 'role']],
    [{ ...good, tracks: [{ track: 'other' }] }, 'limits.unknownTrack', ['m', 'roles', 0, 'track']],
    [{ ...good, tracks: [{ track: 't' }, { track: 'other' }] }, 'limits.unknownTrack', ['m', 'tracks', 1, 'track']],
    [{ ...good, tracks: [{ track: 't' }, { track: 't' }] }, 'limits.duplicateLevel', ['m', 'tracks', 1]],
    [
      { ...good, roles: [...good.roles, { role: 'r', track: 't', level: 2 }] },
      'limits.duplicateLevel',
      ['m', 'roles', 1],
    ],
    [{ ...good, roles: [{ role: 'r', track: 't', level: 1.5 }] }, 'rule.type', ['m', 'roles', 0, 'level']],
    [
      { ...good, tracks: [{ track: 't', when: { field: '', op: 'exists' } }] },
      'rule.type',
      ['m', 'tracks', 0, 'when', 'field'],
    ],
    [{ ...good, select: 'best' as 'anyRow' }, 'option.unknown', ['m', 'select']],
    [{ ...good, missing: 'fail' as 'ignore' }, 'option.unknown', ['m', 'missing']],
    [{ ...good, routing: 'all' as 'skipLevel' }, 'option.unknown', ['m', 'routing']],
    [withRow({ bounds: { amount: { max: 'x' } } }), 'decimal.invalid', ['m', 'limits', 0, 'bounds', 'amount', 'max']],
    [
      withRow({ bounds: { amount: { min: '5', max: '4' } } }),
      'rule.type',
      ['m', 'limits', 0, 'bounds', 'amount', 'max'],
    ],
    [withRow({ bounds: { ['a.__proto__']: {} } }), 'key.forbidden', ['m', 'limits', 0, 'bounds', 'a.__proto__']],
    [withRow({ keys: { constructor: 'x' } }), 'key.forbidden', ['m', 'limits', 0, 'keys', 'constructor']],
    [withRow({ keys: { region: 5 as never } }), 'rule.type', ['m', 'limits', 0, 'keys', 'region']],
    [withRow({ keys: { region: ['x', {}] as never } }), 'rule.type', ['m', 'limits', 0, 'keys', 'region', 1]],
    [withRow({ from: '2026-02-30' }), 'date.invalid', ['m', 'limits', 0, 'from']],
    [withRow({ from: '2026-02-01', to: '2026-02-01' }), 'period.order', ['m', 'limits', 0, 'to']],
    [withRow({ when: { field: 'a', op: 'like' } as never }), 'rule.unknownOperator', ['m', 'limits', 0, 'when', 'op']],
  ];
  test.each(cases)('%#', (matrix, code, path) => {
    const fields = { region: 'string', amount: 'decimal', a: 'any', 'a.*': 'any' } as const;
    for (const call of [
      () => route(matrix, ask({}), { fields, path: ['m'] }),
      () => lintLimits(matrix, { fields, path: ['m'] }),
    ]) {
      expect(thrown(call)).toMatchObject({ code, path });
    }
  });
  test('a role or a day that does not exist', () => {
    expect(thrown(() => checkLimits(good, 'nobody', ask({})))).toMatchObject({
      code: 'limits.unknownRole',
      path: ['role'],
    });
    expect(thrown(() => headroom(good, 'nobody', ask({}), 'x'))).toMatchObject({
      code: 'limits.unknownRole',
      path: ['role'],
    });
    expect(thrown(() => route(good, ask({}, { on: 'today' })))).toMatchObject({
      code: 'date.invalid',
      path: ['request', 'on'],
    });
  });
});
