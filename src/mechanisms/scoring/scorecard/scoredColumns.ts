import type { Rejected } from '../../../core/errors.js';
import type { FactTable } from './factTable.js';
import type { CheckedCard } from './readScorecard.js';
import { rejectedRows } from './rejectedRows.js';
import type { GateEffect, ScoreResult } from './scorecard.js';
import { scoreResult } from './scoreResult.js';
import { scoreTable } from './scoreTable.js';

/** An item in the columns of a result. */
export interface ItemColumnScores {
  readonly id: string;
  /** Units of 10⁻ⁱᵗᵉᵐˢᶜᵃˡᵉ; 0 where none counts. */
  readonly score: Float64Array;
  /** 1 where a score counts. */
  readonly counts: Uint8Array;
  /** Units of 10⁻ˢᶜᵃˡᵉ. */
  readonly contribution: Float64Array;
  /** 0 `ok`, 1 `missing`, 2 `na`, 3 a fault. */
  readonly state: Uint8Array;
}

/** A gate in the columns of a result. */
export interface GateColumnScores {
  readonly id: string;
  readonly effect: GateEffect['kind'];
  /** 0 not fired, 1 fired, 2 unknown and ignored, 3 unknown and applied. */
  readonly state: Uint8Array;
  /** Units of 10⁻ˢᶜᵃˡᵉ. */
  readonly delta: Float64Array;
}

/** The scores of columns, by row. */
export interface ScoredColumns {
  readonly n: number;
  /** Decimals of totals, contributions and deltas. */
  readonly scale: number;
  /** Decimals of item scores. */
  readonly itemScale: number;
  /** 0 scored; not scored because 1 a value is `missing`, 2 too little is covered (`coverage`), 3 nothing weighs (`noWeight`); 4 rejected. */
  readonly status: Uint8Array;
  /** What of `weight` has a value of its own; 0 for a rejected row. */
  readonly covered: Float64Array;
  /** All items weigh this together, in the least whole numbers that have their proportions. */
  readonly weight: number;
  /** Units of 10⁻ˢᶜᵃˡᵉ; 0 where nothing was scored. */
  readonly total: Float64Array;
  readonly beforeGates: Float64Array;
  /** Place in `grades`, −1 for none. */
  readonly grade: Int32Array;
  /** The grades of the card, the best first. */
  readonly grades: readonly string[];
  /** By id. */
  readonly items: readonly ItemColumnScores[];
  /** In the order in which they are applied. */
  readonly gates: readonly GateColumnScores[];
  /** Every fault, by id and then by row. */
  readonly rejected: readonly Rejected[];
  /** The result of one row as an object; `null` for a rejected one. */
  readonly result: (row: number) => ScoreResult | null;
}

export function columnScores(
  card: CheckedCard,
  table: FactTable,
  group: FactTable,
  ids: readonly string[] | undefined,
): ScoredColumns {
  const { n } = table;
  const scored = scoreTable(card, table, group, () => new Uint8Array(n));
  const { status, covered, total, beforeGates, grade } = scored;
  return {
    n,
    scale: card.scale,
    itemScale: card.itemScale,
    status,
    covered,
    weight: card.items.reduce((sum, { units }) => sum + Number(units), 0),
    total,
    beforeGates,
    grade,
    grades: (card.bands ?? []).map(({ id }) => id),
    items: card.items.map(({ id }, at) => ({ id, ...scored.items[at]!, contribution: scored.contributions[at]! })),
    gates: card.gates.map(({ id, effect }, at) => ({ id, effect: effect.kind, ...scored.gates[at]! })),
    rejected: rejectedRows(card, scored.faults, [], table, (row) => ids?.[row]),
    result: (row) => (status[row] === REJECTED ? null : scoreResult(card, scored, table, row)),
  };
}

const REJECTED = 4;
