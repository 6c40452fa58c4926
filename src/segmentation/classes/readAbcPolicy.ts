import { type Decimal, type DecimalString, ONE, toText } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { toScaled } from '../../core/scaled.js';
import type { AbcPolicy } from '../schema/classes.js';
import { classLetters, readCuts, readIncrement } from './shareCuts.js';

/** A policy with its defaults; cuts are integers over `one`. */
export interface ReadAbc {
  readonly policyVersion: string;
  readonly cuts: readonly bigint[];
  readonly cutTexts: readonly DecimalString[];
  readonly one: bigint;
  readonly letters: readonly string[];
  readonly included: boolean;
  readonly ties: NonNullable<AbcPolicy['ties']>;
  readonly increment: Decimal;
  readonly nonPositive: NonNullable<AbcPolicy['nonPositive']>;
  /** Elsewhere more of one value may lead to a worse class, so no single distance is right. */
  readonly measures: boolean;
}

/**
 * @throws SalesModelError `segmentation.classes.cuts`, `segmentation.classes.cutRange`,
 *   `segmentation.cuts.notAscending`, `segmentation.classes.increment`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 */
export function readAbcPolicy(policy: AbcPolicy): ReadAbc {
  const cuts = readCuts(policy.cuts ?? ['0.8', '0.95'], ONE, ['policy', 'cuts']);
  const digits = Math.max(...cuts.map((cut) => cut.dp()));
  const conventions = ['crossingIncluded', 'crossingExcluded'] as const;
  const convention = oneOf(policy.convention ?? 'crossingIncluded', conventions, ['policy', 'convention']);
  const included = convention === 'crossingIncluded';
  const ties = oneOf(policy.ties ?? 'promote', ['promote', 'demote', 'byKey'], ['policy', 'ties']);
  return {
    policyVersion: `${policy.id}@${policy.version}`,
    cuts: cuts.map((cut) => toScaled(cut, digits)),
    cutTexts: cuts.map(toText),
    one: 10n ** BigInt(digits),
    letters: classLetters('A', cuts.length + 1),
    included,
    ties,
    increment: readIncrement(policy.increment, ['policy', 'increment']),
    nonPositive: oneOf(policy.nonPositive ?? 'lowest', ['lowest', 'error'], ['policy', 'nonPositive']),
    measures: included && ties === 'promote',
  };
}
