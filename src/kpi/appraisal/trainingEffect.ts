import { type PairedEffect, pairedEffect } from '../../mechanisms/scoring/pairedEffect.js';
import type { ValueEntry } from '../../mechanisms/scoring/valueEntry.js';

/**
 * Returns what a training changed: the differences of each person's score after and before, their mean and spread. Who has
 * one score only is listed, not counted.
 *
 * @param before scores, each person once
 * @param after scores, each person once
 * @throws SalesModelError those of `pairedEffect`
 * @example
 * import { trainingEffect } from 'salesmodel/kpi';
 *
 * const { mean, n } = trainingEffect([{ id: 'Ana', value: 60 }, { id: 'Bo', value: 75 }], [{ id: 'Ana', value: 72 }, { id: 'Bo', value: 79 }]);
 * [n, mean.value]; // => [2, '8']
 */
export function trainingEffect(before: readonly ValueEntry[], after: readonly ValueEntry[]): PairedEffect {
  return pairedEffect(before, after);
}
