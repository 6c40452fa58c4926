import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';

/** What is known of a market, for the choice between reselling and a platform. What is not known is absent. */
export interface ModeEvidence {
  /** Who knows better how to market each product. */
  readonly betterInformed?: 'supplier' | 'intermediary';
  /** Whether marketing of one product moves the sales of others. */
  readonly spillOver?: boolean;
  /** Whether suppliers expect low demand. */
  readonly lowDemandExpected?: boolean;
  /** Who sells at lower variable cost. */
  readonly variableCostAdvantage?: 'supplier' | 'intermediary' | 'none';
}

/** One argument for or against a mode. */
export interface ModeArgument {
  readonly mode: 'reseller' | 'hybrid' | 'platform';
  readonly side: 'for' | 'against';
  readonly code: string;
}

/** The arguments by what is known. */
export const modeArguments: DecisionTable<ModeArgument> = {
  inputs: [
    { field: 'betterInformed', type: ['supplier', 'intermediary'] },
    { field: 'spillOver', type: 'boolean' },
    { field: 'lowDemandExpected', type: 'boolean' },
    { field: 'variableCostAdvantage', type: ['supplier', 'intermediary', 'none'] },
  ],
  hit: 'all',
  rows: [
    ...bothWays('supplierKnowsTheMarket', { betterInformed: 'supplier' }, 'platform', 'reseller'),
    ...bothWays('intermediaryKnowsTheMarket', { betterInformed: 'intermediary' }, 'reseller', 'platform'),
    ...bothWays('spillOver', { spillOver: true }, 'reseller', 'platform'),
    ...bothWays('lowDemandExpected', { lowDemandExpected: true }, 'reseller', 'platform'),
    ...bothWays('supplierCheaper', { variableCostAdvantage: 'supplier' }, 'platform', 'reseller'),
    {
      when: { variableCostAdvantage: 'intermediary' },
      output: { mode: 'hybrid', side: 'for', code: 'intermediaryCheaper' },
    },
  ],
};

function bothWays(
  code: string,
  when: Readonly<Record<string, string | boolean>>,
  pro: ModeArgument['mode'],
  contra: ModeArgument['mode'],
): { when: typeof when; output: ModeArgument }[] {
  return [
    { when, output: { mode: pro, side: 'for', code } },
    { when, output: { mode: contra, side: 'against', code } },
  ];
}
