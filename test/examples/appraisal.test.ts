import { expect, test } from 'vitest';
import { sumMoney } from 'salesmodel/core';
import { appraisal } from '../../examples/demo/appraisal.js';

const { scores, pays, text } = appraisal();

test('everybody has a score that its parts add up to', () => {
  expect(scores).toHaveLength(9);
  for (const score of scores) {
    if (score.status === 'notScored') throw new Error(score.reason);
    const cents = (amount: string | null): number => Math.round(Number(amount) * 100);
    const parts = score.items.reduce((sum, { contribution }) => sum + cents(contribution), 0);
    expect(parts).toBe(cents(score.beforeGates));
  }
});

test('a grade of A needs an attitude of 60', () => {
  const low = scores.filter(({ items }) => Number(items.find(({ id }) => id === 'attitude')?.score) < 60);
  expect(low.length).toBeGreaterThan(0);
  expect(low.filter((score) => score.status === 'scored' && score.grade === 'A')).toEqual([]);
});

test('it prints a line a person and what the quarter pays', () => {
  expect(text).toContain(`pays ${sumMoney(pays, 'USD').amount} USD together`);
  expect(text).toMatch(/Margaret Peacock .* A /);
});
