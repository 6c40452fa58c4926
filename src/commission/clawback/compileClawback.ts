import { addMonthsToDay } from '../../core/civil.js';
import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { Clawback } from '../schema.js';
import { type Term, type UnservedPart, unservedPart } from './unservedPart.js';

/** Every basis of a clawback. */
const BASES = ['recompute', 'originalRate', 'asEarned', 'paidOnly', 'prorated', 'currentPeriod'] as const;
const ATTAINMENTS = ['none', 'reduceOriginal', 'reduceCurrent'] as const;

/**
 * What takes part of an earning back, by name.
 *
 * @useDeclaredType
 */
export type ClawbackBasis = (typeof BASES)[number];
/**
 * What a reversal does to attainment, by name.
 *
 * @useDeclaredType
 */
export type ClawbackAttainment = (typeof ATTAINMENTS)[number];

/** A clawback with every policy resolved. */
export interface CompiledClawback {
  readonly basis: ClawbackBasis;
  readonly attainment: ClawbackAttainment;
  /** Months in which anything is taken back; `null` = for ever. */
  readonly windowMonths: number | null;
  /** Whether a reversal comes too late to take anything back. */
  isLate(original: number, reversal: number): boolean;
  /** The part of what is reversed that is taken back; `null` where the term is not known. */
  unserved(term: Term): UnservedPart | null;
}

/**
 * Checks a clawback and resolves its policies.
 *
 * @throws SalesModelError `option.unknown`, `plan.clawbackTerm`, `plan.clawbackAttainment`, `plan.clawbackSteps`,
 * `decimal.invalid`, `decimal.tooLong`
 */
export function compileClawback(policy: Clawback, path: Path): CompiledClawback {
  const basis = oneOf(policy.basis ?? 'recompute', BASES, [...path, 'basis']);
  const { windowMonths, prorate, steps } = policy;
  const terms = (prorate === undefined ? 0 : 1) + (steps === undefined ? 0 : 1);
  if (terms !== (basis === 'prorated' ? 1 : 0)) fail('plan.clawbackTerm', path, { basis });
  if (prorate?.by !== undefined) oneOf(prorate.by, ['months', 'days'], [...path, 'prorate', 'by']);
  checkMonths(windowMonths, 0, [...path, 'windowMonths']);
  if (typeof prorate?.term === 'number') checkMonths(prorate.term, 1, [...path, 'prorate', 'term']);
  steps?.forEach(({ withinMonths, share }, index) => {
    const at = [...path, 'steps', index];
    checkMonths(withinMonths, 0, [...at, 'withinMonths']);
    const before = steps[index - 1]?.withinMonths ?? -1;
    if (withinMonths <= before) fail('plan.clawbackSteps', [...at, 'withinMonths'], { before, value: withinMonths });
    const part = toDecimal(share, [...at, 'share']);
    if (part.lt(0) || part.gt(1)) fail('plan.clawbackSteps', [...at, 'share'], { before: 'from 0 to 1', value: share });
  });
  return {
    basis,
    attainment: attainmentOf(policy, basis, path),
    windowMonths: windowMonths ?? null,
    isLate: (original, reversal) => windowMonths !== undefined && reversal > addMonthsToDay(original, windowMonths),
    unserved: unservedPart(policy, path),
  };
}

function attainmentOf({ attainment }: Clawback, basis: ClawbackBasis, path: Path): ClawbackAttainment {
  const fixed = basis === 'recompute' ? 'reduceOriginal' : basis === 'currentPeriod' ? 'reduceCurrent' : null;
  const chosen = oneOf(attainment ?? fixed ?? 'none', ATTAINMENTS, [...path, 'attainment']);
  if (fixed !== null && chosen !== fixed) {
    fail('plan.clawbackAttainment', [...path, 'attainment'], { basis, expected: fixed, value: chosen });
  }
  return chosen;
}

function checkMonths(months: number | undefined, least: number, path: Path): void {
  if (months !== undefined && !(Number.isSafeInteger(months) && months >= least)) {
    fail('plan.wholeNumber', path, { least, value: months });
  }
}
