import { expect, test } from 'vitest';
import { detectConflicts } from 'salesmodel/channel';
import { channelConflict } from '../../examples/demo/channelConflict.js';
import { salesModels } from '../../examples/demo/salesModels.js';

const story = channelConflict();
const models = salesModels();

test('the conflicts are those of the data, with what is not known apart', () => {
  expect(story.report.conflicts.map(({ code, count, value }) => [code, count, value])).toEqual([
    ['crossTerritory', 3, '12000'],
    ['makerBypass', 1, '3000'],
    ['sameCustomer', 1, '2500'],
    ['onlineUndercut', 1, null],
  ]);
  expect(story.report.undetermined.map(({ evidence }) => evidence)).toEqual(['S6']);
  expect(detectConflicts({ id: 'none', version: 1, rules: [] }, {}).conflicts).toEqual([]);
});

test('the case climbs to arbitration, where it is settled', () => {
  expect(story.chosen.severity).toBe('major');
  expect(story.levels.map(({ level }) => level)).toEqual([
    'negotiation',
    'negotiation',
    'mediation',
    'arbitration',
    'arbitration',
  ]);
  expect(story.text).toContain('2026-04-20  resolved in arbitration');
  expect(story.text).toContain('shippedAcross: red, redraw-territories');
});

test('three ways to sell one product: who decides, what each earns, which is best', () => {
  expect(models.modes.map(({ model, mode }) => `${model} ${mode}`)).toEqual([
    'direct platform',
    'reseller reseller',
    'agency hybrid',
  ]);
  expect(models.profits.integrated).toEqual(['144400.00', '0.00']);
  expect(models.profits.wholesale).toEqual(['72200.00', '36100.00']);
  expect(Number(models.profits.agency[0])).toBeGreaterThan(Number(models.profits.wholesale[0]));
  expect(models.best).toBe('agency');
  expect(models.text).toMatch(/the weight of costBenefit may move by 0\.\d+ before reseller is as good/);
});
