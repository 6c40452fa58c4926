import { expect, test } from 'vitest';
import { foldHistory, lintLifecycle } from '../../../src/mechanisms/lifecycle/index.js';
import {
  checkQuotePolicy,
  lintApprovalMatrix,
  presets,
  requiredApprovals,
  ApprovalMatrix,
  type QuoteInput,
} from '../../../src/pricing/index.js';

const quote: QuoteInput = {
  code: 'Q-1',
  currency: 'EUR',
  on: '2026-03-01',
  priceTax: 'exclusive',
  rounding: 'standard',
  lines: [
    { id: 'a', sku: 'pump', quantity: '4', unitPrice: '250', cost: '600', attributes: { group: 'pumps', weight: 3 } },
    { id: 'b', sku: 'seal', quantity: '10', unitPrice: '10', cost: '40' },
  ],
  conditions: [{ code: 'manual', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.1' } }],
};
const matrix: ApprovalMatrix = {
  code: 'm',
  roles: [
    { role: 'rep', level: 1 },
    { role: 'head', level: 2 },
  ],
  limits: [
    { role: 'rep', maxDiscount: '0.1' },
    { role: 'rep', keys: { group: 'pumps' }, maxDiscount: '0.05' },
    { role: 'head', maxDiscount: '0.3' },
  ],
};

test('a quote under guards and authority says both', () => {
  const check = checkQuotePolicy(
    quote,
    [{ code: 'floor', kind: 'floor', cost: { minMargin: '0.4' }, keys: { group: 'pumps' } }],
    matrix,
    {
      requester: 'rep',
    },
  );
  if (check.status !== 'checked') throw new Error('priced');
  expect(check.isWithin).toBe(false);
  expect(check.violations).toMatchObject([
    { line: 'a', reasons: [{ code: 'belowFloor', params: { actual: '225', allowed: '250' } }] },
  ]);
  expect(check.approvals).toMatchObject({
    status: 'needsApproval',
    approvers: [{ role: 'head', because: [{ params: { scope: 'a', limit: 'maxDiscount' } }] }],
  });
});

test('within guards and authority, also where the prices contain tax', () => {
  const taxes = [{ code: 'VAT', rate: '0.25' }];
  const inclusive: QuoteInput = {
    ...quote,
    priceTax: 'inclusive',
    lines: quote.lines.map((line) => ({ ...line, taxes, attributes: {} })),
  };
  const check = checkQuotePolicy(inclusive, [], matrix, { requester: 'rep' });
  expect(check).toMatchObject({ status: 'checked', isWithin: true, violations: [] });
});

test('compound taxes are taken out as they were put in', () => {
  const taxes = [
    { code: 'A', rate: '0.1' },
    { code: 'B', rate: '0.1', compound: true },
  ];
  const line = { id: 'a', sku: 'pump', quantity: '1', unitPrice: '121', taxes };
  const check = checkQuotePolicy(
    { ...quote, priceTax: 'inclusive', lines: [line], conditions: [] },
    [],
    { ...matrix, limits: [{ role: 'rep', maxDiscount: '0' }] },
    { requester: 'rep' },
  );
  expect(check).toMatchObject({ isWithin: true });
});

test('a line without a price leaves nothing to check', () => {
  const charge = { kind: 'block', blocks: [{ upTo: '5', price: '10' }] } as const;
  const check = checkQuotePolicy({ ...quote, lines: [{ id: 'a', sku: 'pump', quantity: '6', charge }] }, [], matrix);
  expect(check.status).toBe('incomplete');
});

test('a track that no scope needs asks nobody', () => {
  const tracked: ApprovalMatrix = {
    code: 't',
    roles: [{ role: 'treasurer', track: 'finance', level: 1 }],
    limits: [{ role: 'treasurer' }],
    tracks: [{ track: 'finance', when: { field: 'context.term', op: 'eq', value: 'credit' } }],
  };
  const deal = { lines: [{ id: '1', list: '1', net: '1' }] };
  const of = (term: string): string =>
    requiredApprovals(tracked, { ...deal, context: { term } }, { on: '2026-03-01' }).status;
  expect([of('cash'), of('credit')]).toEqual(['withinAuthority', 'needsApproval']);
});

test('the way of an approval is a sound lifecycle', () => {
  expect(lintLifecycle(presets.approvalLifecycle).filter(({ severity }) => severity === 'error')).toEqual([]);
  const event = (seq: number, to: 'submitted' | 'rejected' | 'draft' | 'approved' | 'expired', more: object = {}) =>
    ({ entityId: 'Q-1', at: `2026-03-0${seq}`, seq, type: 'transition', to, ...more }) as const;
  const { states, rejected } = foldHistory(presets.approvalLifecycle, [
    { entityId: 'Q-1', at: '2026-03-01', seq: 1, type: 'create' },
    event(2, 'submitted'),
    event(3, 'rejected', { reason: 'margin' }),
    event(4, 'draft'),
    event(5, 'approved'),
    event(6, 'submitted'),
    event(7, 'approved'),
    event(8, 'expired'),
  ]);
  expect(states[0]?.state).toBe('expired');
  expect(rejected.map(({ event }) => event.seq)).toEqual([5]);
});

test('the preset of authority has no findings but the amounts that nobody signs', () => {
  expect(ApprovalMatrix.parse(presets.cnSalesAuthority)).toEqual(presets.cnSalesAuthority);
  expect(lintApprovalMatrix(presets.cnSalesAuthority).map(({ code, params }) => [code, params['limit']])).toEqual([
    ['unapprovable', 'maxDiscount'],
    ['unapprovable', 'minMargin'],
  ]);
});
