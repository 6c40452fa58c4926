import { compareText } from '../../core/compareText.js';
import { fail as failCore } from '../../core/fail.js';
import { fail } from '../fail.js';
import type { PartnerMaturity } from '../schema/partner.js';

/** A phase and what it takes. */
export interface MaturityPhase {
  readonly id: string;
  /** Codes of the items that have to be met. */
  readonly items: readonly string[];
}

/** How far a partner has come. */
export interface MaturityLevel {
  /** The highest phase that is met with all before it; `null` before the first. */
  readonly phase: string | null;
  /** Number of phases that are met, 0 or more. */
  readonly level: number;
  /** The next phase and what is still to do for it, in the order of the phase; `null` after the last. */
  readonly next: {
    readonly phase: string;
    /** Items that were not met. */
    readonly missing: readonly string[];
    /** Items that nobody looked at. */
    readonly notAssessed: readonly string[];
  } | null;
}

/**
 * Phases of a dealer who becomes a regional platform, as data: strategy, operation, optimisation.
 *
 * @example
 * import { partnerMaturityLadder } from 'salesmodel/channel';
 *
 * partnerMaturityLadder.map(({ id, items }) => `${id}: ${items.join(', ')}`);
 * // => [
 * //   'strategy: positioning, platform',
 * //   'operation: supplyChain, returns, logistics, promotion',
 * //   'optimisation: data, retention, conversion'
 * // ]
 */
export const partnerMaturityLadder: readonly MaturityPhase[] = [
  { id: 'strategy', items: ['positioning', 'platform'] },
  { id: 'operation', items: ['supplyChain', 'returns', 'logistics', 'promotion'] },
  { id: 'optimisation', items: ['data', 'retention', 'conversion'] },
];

/**
 * Returns the phase that a partner has reached, and what is missing for the next. What nobody looked at is not met.
 *
 * @param assessment items with whether they are met
 * @param ladder phases from the first on, default `partnerMaturityLadder`
 * @throws SalesModelError `maturity.unknownItem`, `ids.duplicate`
 * @example
 * import { partnerMaturity } from 'salesmodel/channel';
 *
 * const met = (code: string) => ({ code, met: true });
 * const items = [met('positioning'), met('platform'), met('logistics'), met('data'), { code: 'returns', met: false }];
 * partnerMaturity({ partner: 'North', on: '2026-06-30', items });
 * // => {
 * //   phase: 'strategy',
 * //   level: 1,
 * //   next: { phase: 'operation', missing: ['returns'], notAssessed: ['supplyChain', 'promotion'] }
 * // }
 */
export function partnerMaturity(
  assessment: PartnerMaturity,
  ladder: readonly MaturityPhase[] = partnerMaturityLadder,
): MaturityLevel {
  const known = new Set(ladder.flatMap(({ items }) => items));
  const found = new Map<string, boolean>();
  assessment.items.forEach(({ code, met }, at) => {
    const path = ['assessment', 'items', at, 'code'];
    if (!known.has(code)) {
      fail('maturity.unknownItem', path, { expected: [...known].sort(compareText).join(' | '), value: code });
    }
    if (found.has(code)) failCore('ids.duplicate', path, { id: code });
    found.set(code, met);
  });
  const open = ladder.findIndex(({ items }) => !items.every((code) => found.get(code) === true));
  const level = open < 0 ? ladder.length : open;
  const next = ladder[level];
  return {
    phase: ladder[level - 1]?.id ?? null,
    level,
    next: next
      ? {
          phase: next.id,
          missing: next.items.filter((code) => found.get(code) === false),
          notAssessed: next.items.filter((code) => !found.has(code)),
        }
      : null,
  };
}
