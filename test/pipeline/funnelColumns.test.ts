import { expect, test } from 'vitest';
import { compileFunnel, type FunnelColumns, type FunnelOptions, presets } from '../../src/pipeline/index.js';

const pipeline = presets['hubspot-like'];
const codes = (...values: number[]) => Int32Array.from(values);
const sound: FunnelColumns = {
  starts: codes(0, 2, 3),
  visits: { dictionary: ['appointment', 'qualified', 'nowhere'], codes: codes(0, 1, 0) },
  outcome: { dictionary: ['won'], codes: codes(0, -1) },
};
/** Five cents, and nothing. */
const worth = { values: Float64Array.of(5, NaN), scale: 2 };
const euros = { dictionary: ['EUR'], codes: codes(0, -1) };

test('deals by column, with and without amounts, beyond the safe integers too', () => {
  const { columns } = compileFunnel(pipeline);
  expect(columns(sound).stages.map(({ reached, values }) => [reached, values.length])[0]).toEqual([2, 0]);
  expect(columns({ ...sound, amount: worth, currency: euros }).stages[1]?.values).toEqual([
    { amount: '0.05', currency: 'EUR' },
  ]);
  const large = { values: BigInt64Array.of(9007199254740993n, 1n), scale: 8 };
  const both = { dictionary: ['EUR'], codes: codes(0, 0) };
  expect(columns({ ...sound, amount: large, currency: both }).stages[0]?.values).toEqual([
    { amount: '90071992.54740994', currency: 'EUR' },
  ]);
});

test.each<[path: readonly (string | number)[], change: Partial<FunnelColumns>, options?: FunnelOptions]>([
  [['starts', 0], { starts: codes(1, 2, 3) }],
  [['starts', 0], { starts: codes() }],
  [['starts', 2], { starts: codes(0, 2, 1) }],
  [['visits', 'codes'], { starts: codes(0, 2, 4) }],
  [['visits', 'codes', 1], { visits: { dictionary: ['appointment'], codes: codes(0, 1, 0) } }],
  [['outcome', 'codes'], { outcome: { dictionary: [], codes: codes(-1) } }],
  [['outcome', 'codes', 1], { outcome: { dictionary: [], codes: codes(-1, -2) } }],
  [['currency', 'codes'], { amount: worth }],
  [['amount', 'values'], { amount: { values: Float64Array.of(5), scale: 2 }, currency: euros }],
  [['amount', 'values', 1], { amount: { values: Float64Array.of(5, 0.5), scale: 2 }, currency: euros }],
  [['amount', 'scale'], { amount: { ...worth, scale: -1 }, currency: euros }],
  [['closed'], {}, { cohort: 'closed', period: { kind: 'month', start: '2026-01-01', end: '2026-02-01' } }],
  [['group', 'codes'], {}, { by: 'ownerId' }],
])('columns that do not fit each other: %j', (path, change, options = {}) => {
  const { columns } = compileFunnel(pipeline, options);
  expect(() => columns({ ...sound, ...change })).toThrow(
    expect.objectContaining({ code: 'funnel.columns', path: ['columns', ...path] }),
  );
});

test('a stage that some deal was in has to be one of the pipeline', () => {
  const visits = { ...sound.visits, codes: codes(0, 2, 0) };
  expect(() => compileFunnel(pipeline).columns({ ...sound, visits })).toThrow(
    expect.objectContaining({ code: 'pipeline.unknownStage', path: ['columns', 'visits', 'dictionary', 2] }),
  );
});
