import { compareText } from '../../core/compareText.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import { type ModeArgument, modeArguments, type ModeEvidence } from './modeArguments.js';

/** What speaks for a mode and what against it. */
export interface ModeCase {
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

/** The case for each mode. No verdict: how much a reason weighs is for whoever decides. */
export type ModeComparison = Readonly<Record<ModeArgument['mode'], ModeCase>>;

/**
 * Returns what speaks for and against reselling, a platform and a mixture of both, sorted by code. What is not known
 * says nothing. After Hagiu and Wright, Marketplace or Reseller?, Management Science 61 (2015).
 *
 * @param evidence what is known of the market
 * @throws SalesModelError `option.unknown`
 * @example
 * import { compareModes } from 'salesmodel/channel';
 *
 * const { platform, reseller } = compareModes({ betterInformed: 'supplier', spillOver: true });
 * platform.for.map(({ code }) => code); // => ['supplierKnowsTheMarket']
 * platform.against.map(({ code }) => code); // => ['spillOver']
 * reseller.for.map(({ code }) => code); // => ['spillOver']
 */
export function compareModes(evidence: ModeEvidence): ModeComparison {
  const { betterInformed, variableCostAdvantage } = evidence;
  if (betterInformed !== undefined) oneOf(betterInformed, ['supplier', 'intermediary'], ['evidence', 'betterInformed']);
  if (variableCostAdvantage !== undefined) {
    oneOf(variableCostAdvantage, ['supplier', 'intermediary', 'none'], ['evidence', 'variableCostAdvantage']);
  }
  const decision = compileTable(modeArguments)(evidence);
  const found = decision.ok ? decision.hits.map(({ output }) => output) : [];
  const reasons = (mode: ModeArgument['mode'], side: ModeArgument['side']): Reason[] =>
    found
      .filter((argument) => argument.mode === mode && argument.side === side)
      .map(({ code }) => ({ code, params: {} }))
      .sort((a, b) => compareText(a.code, b.code));
  const caseOf = (mode: ModeArgument['mode']): ModeCase => ({
    for: reasons(mode, 'for'),
    against: reasons(mode, 'against'),
  });
  return { reseller: caseOf('reseller'), hybrid: caseOf('hybrid'), platform: caseOf('platform') };
}
