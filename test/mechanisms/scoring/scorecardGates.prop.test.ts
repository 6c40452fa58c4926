import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Gate, lintScorecard, type Scorecard, scoreScorecard } from '../../../src/mechanisms/scoring/index.js';
import { expectAddsUp } from './addsUp.js';

const when = fc.constantFrom<Gate['when']>(
  { all: [] },
  { field: 'late', op: 'eq', value: true },
  { field: 'item.a', op: 'lt', value: '60' },
);
const effect = fc.constantFrom<Gate['effect']>(
  { kind: 'zero' },
  { kind: 'cap', at: '80' },
  { kind: 'cap', at: '40' },
  { kind: 'multiply', factor: '0.5' },
  { kind: 'gradeCap', grade: 'B' },
  { kind: 'gradeCap', grade: 'C' },
  { kind: 'itemZero', item: 'b' },
);
const cards = fc
  .array(fc.record({ when, effect, onUnknown: fc.constantFrom('apply' as const, 'ignore' as const) }), { maxLength: 4 })
  .map((gates): Scorecard & { readonly gates: readonly Gate[] } => ({
    id: 'card',
    items: ['a', 'b'].map((id) => ({ id, metric: id, weight: '50', normaliser: { kind: 'direct' } })),
    gates: gates.map((gate, at) => ({ id: `g${at}`, ...gate })),
    bands: { bands: [{ id: 'A', min: '90' }, { id: 'B', min: '50' }, { id: 'C' }] },
  }));
const points = fc.integer({ min: 0, max: 100 }).map(String);
const facts = fc.record({ a: points, b: points, late: fc.constantFrom(true, false, null) });

test('without a gate that another one contradicts, totals and grades are the same', () => {
  fc.assert(
    fc.property(cards, fc.array(facts, { minLength: 1, maxLength: 4 }), (card, people) => {
      for (const each of people) expectAddsUp(scoreScorecard(card, each));
      for (const { code, params } of lintScorecard(card)) {
        if (code !== 'gateContradicts') continue;
        expect(card.gates.map(({ id }) => id)).toContain(params['other']);
        const rest = { ...card, gates: card.gates.filter(({ id }) => id !== params['gate']) };
        for (const each of people) {
          const [all, less] = [scoreScorecard(card, each), scoreScorecard(rest, each)];
          expect([all.status, 'total' in all && [all.total, all.grade]]).toEqual([
            less.status,
            'total' in less && [less.total, less.grade],
          ]);
        }
      }
    }),
  );
});

test('caps under one condition: the higher one says nothing', () => {
  const late = { field: 'late', op: 'eq', value: true } as const;
  const card: Scorecard = {
    id: 'card',
    items: [{ id: 'a', metric: 'a', weight: '100', normaliser: { kind: 'direct' } }],
    gates: [
      { id: 'mild', when: late, effect: { kind: 'cap', at: '80' } },
      { id: 'hard', when: late, effect: { kind: 'cap', at: '40' } },
      { id: 'other', when: { field: 'late', op: 'eq', value: false }, effect: { kind: 'cap', at: '90' } },
    ],
  };
  expect(lintScorecard(card)).toEqual([
    { code: 'gateContradicts', severity: 'warning', path: ['gates', 0], params: { gate: 'mild', other: 'hard' } },
  ]);
});
