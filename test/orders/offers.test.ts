import { expect, test } from 'vitest';
import { ArchiveRecord, weightedDistribution } from '../../src/orders/index.js';
import { thrown } from '../core/thrown.js';

test('an archive record names its keeper and nothing that is not known of it', () => {
  const record = { id: 'R1', contract: 'C-1', keeper: 'Bo', confidential: true };
  expect(ArchiveRecord.parse(record)).toEqual(record);
  expect(ArchiveRecord.safeParse({ ...record, keeper: '' }).success).toBe(false);
  expect(ArchiveRecord.safeParse({ ...record, shelf: '3' }).success).toBe(false);
});

test('distribution weighs outlets, and without any weight there is no part', () => {
  const outlets = ['3', '1'].map((turnover, at) => ({ id: `S${at}`, turnover, stocked: at === 0 }));
  expect(weightedDistribution(outlets)).toMatchObject({ numerator: '3', denominator: '4', value: '0.75' });
  expect(weightedDistribution([]).value).toBeNull();
  expect(thrown(() => weightedDistribution([{ ...outlets[0]!, turnover: '-1' }])).code).toBe('quantity.negative');
});
