import { expect } from 'vitest';
import type { ScoreResult } from '../../../src/mechanisms/scoring/index.js';
import { toScaled } from '../../core/decimalText.arb.js';

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/**
 * What holds of every score: contributions add up to what stands before the gates and with the deltas of these to the
 * total, a score that does not count has none, and the share of the weight that has a value of its own is said.
 */
export function expectAddsUp(result: ScoreResult): void {
  const sum = (texts: readonly string[], scale: number): bigint =>
    texts.reduce((all, text) => all + toScaled(text, scale), 0n);
  const contributions = result.items.flatMap(({ contribution }) => contribution ?? []);
  if (result.status === 'notScored') expect(contributions).toEqual([]);
  else {
    const { total, beforeGates, gates, items } = result;
    const scale = decimalsOf(total);
    const before = sum(contributions, scale);
    expect(before).toBe(toScaled(beforeGates, scale));
    expect(
      before +
        sum(
          gates.map(({ delta }) => delta),
          scale,
        ),
    ).toBe(toScaled(total, scale));
    for (const { score, contribution } of items) expect(contribution === null).toBe(score === null);
  }
  const { numerator, denominator } = result.coverage;
  const weights = result.items.map(({ weight }) => weight);
  const most = Math.max(...[...weights, numerator, denominator].map(decimalsOf));
  const own = result.items.flatMap(({ status, weight }) => (status === 'ok' ? weight : []));
  expect([toScaled(numerator, most), toScaled(denominator, most)]).toEqual([sum(own, most), sum(weights, most)]);
}
