import type { DecimalString } from '../../core/decimal.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import type { GradeBands } from '../../mechanisms/scoring/bands/gradeBands.js';
import type { PriceGuard } from '../../pricing/guard/priceGuard.js';
import type { ChannelConflict } from '../schema/conflict.js';

/** The kind that each code belongs to. */
export const CONFLICT_KINDS = {
  crossTerritory: 'horizontal',
  sameCustomer: 'horizontal',
  exclusiveOverlap: 'horizontal',
  makerBypass: 'vertical',
  belowFloor: 'vertical',
  aboveCeiling: 'vertical',
  promotionBreach: 'vertical',
  onlineUndercut: 'multiChannel',
  corridor: 'multiChannel',
  arbitrage: 'multiChannel',
} as const satisfies Record<ConflictCode, ConflictKind>;

/** What is in conflict: partners of one level, maker and partner, or channels. */
export type ConflictKind = ChannelConflict['kind'];
/** What was found. */
export type ConflictCode = ChannelConflict['code'];
/** Why routes collide. */
export type ConflictCause = 'goals' | 'scarcity' | 'role' | 'communication';

export const CONFLICT_CAUSES = [
  'communication',
  'goals',
  'role',
  'scarcity',
] as const satisfies readonly ConflictCause[];

/** How grave a conflict is: by the sum of its values, or by that sum in parts of a party's turnover. */
export interface ConflictSeverity {
  /** `turnoverShare` takes the party with the least of the turnovers given. */
  readonly by: 'value' | 'turnoverShare';
  readonly bands: GradeBands;
}

/** What every rule says. */
export interface ConflictRuleBase {
  /** Default: the code. */
  readonly id?: string;
  /** Default: that of the definition. */
  readonly severity?: ConflictSeverity;
}

/** One thing to look for. */
export type ConflictRule = ConflictRuleBase &
  (
    | {
        /** A shipment to where the partner has no right on that day and for that product, while another has. */
        readonly code: 'crossTerritory';
        /** A shipment to where nobody has a right: `ignore` (default), or `report`. */
        readonly unassigned?: 'ignore' | 'report';
      }
    | {
        /** Two partners of one level ship to one customer. */
        readonly code: 'sameCustomer';
        /** The most days between them, 0 or more. Default 30. */
        readonly windowDays?: number;
      }
    | {
        /**
         * `exclusiveOverlap`: two rights meet in territory, product and time, and one is exclusive. `makerBypass`: the maker
         * sells to a customer of a partner. `promotionBreach`: a promotion price outside the promotion's days.
         */
        readonly code: 'exclusiveOverlap' | 'makerBypass' | 'promotionBreach';
      }
    | {
        /** A partner's price outside a bound; a price that equals it is allowed. */
        readonly code: 'belowFloor' | 'aboveCeiling';
        readonly bound: DecimalString;
        /** Default: every product. */
        readonly product?: string;
        /** Default `transaction`. */
        readonly priceKind?: 'advertised' | 'transaction';
      }
    | {
        /** An online price below what a dealer paid, plus a margin. */
        readonly code: 'onlineUndercut';
        /** Channels that sell online, one at least. */
        readonly online: readonly string[];
        /** In parts of the price that the dealer paid, 0 or more. Default 0. */
        readonly minMargin?: DecimalString;
      }
    | {
        /** A price too far from that of another channel. */
        readonly code: 'corridor';
        /** Of the kind corridor. */
        readonly guards: readonly PriceGuard[];
      }
    | {
        /** Goods bought in one channel are worth more in another one. */
        readonly code: 'arbitrage';
        /** Cost of moving a unit. Default 0. */
        readonly moveCost?: DecimalString;
        /** Gain that has to be exceeded. Default 0. */
        readonly minGain?: DecimalString;
      }
  );

/** What a decision table on causes may ask of a conflict. */
export type CauseFacts = {
  readonly code: ConflictCode;
  readonly kind: ConflictKind;
  /** How often it happened. */
  readonly count: number;
};

/** What to look for, and what becomes of it. */
export interface ConflictRules {
  readonly id: string;
  /** A whole number from 1. */
  readonly version: number;
  /** By distinct ids. */
  readonly rules: readonly ConflictRule[];
  /** Regions and what they lie in; one that is not listed lies in nothing. */
  readonly regions?: readonly { readonly code: string; readonly parent: string }[];
  /** `pair` (default): one item for all of one rule, the same parties and territory; `event`: each by itself. */
  readonly group?: 'event' | 'pair';
  /** Default: none. */
  readonly severity?: ConflictSeverity;
  /** Default: the preset `conflictCauses`. */
  readonly causes?: DecisionTable<ConflictCause>;
}
