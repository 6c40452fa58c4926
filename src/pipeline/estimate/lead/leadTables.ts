import { type Decimal, plus, toDecimal, ZERO } from '../../../core/decimal.js';
import { STAGE, type LeadModel } from './leadModel.js';

/** Won and lost leads, and the rows of the model that they were added from. */
export interface LeadCell {
  won: Decimal;
  lost: Decimal;
  readonly rows: number[];
}

/** The rows of a field by value, and their total. */
export interface FieldTable {
  readonly values: Map<string, LeadCell>;
  readonly total: LeadCell;
}

/** The rows of some leads by field. */
export type GroupTable = Map<string, FieldTable>;

/** The rows of a model by group. */
export interface LeadTables {
  readonly groups: ReadonlyMap<string, GroupTable>;
  /** The rows of all groups together, for leads whose group is not known. */
  readonly all: GroupTable;
}

/** Lays out the rows of a model. A row of a tag with too few leads is passed over, as if it were not there. */
export function leadTables({ rows, tags, tagMinimum }: LeadModel): LeadTables {
  const all: GroupTable = new Map();
  const groups = new Map<string, GroupTable>();
  const least = toDecimal(tagMinimum, ['model', 'tagMinimum']);
  for (const [at, { group, field, value, ...counts }] of rows.entries()) {
    const won = toDecimal(counts.won, ['model', 'rows', at, 'won']);
    const lost = toDecimal(counts.lost, ['model', 'rows', at, 'lost']);
    if (field !== STAGE && tags.includes(field) && plus(won, lost).lt(least)) continue;
    let own = all;
    if (group !== null) {
      own = groups.get(group) ?? new Map<string, FieldTable>();
      groups.set(group, own);
    }
    for (const table of new Set([all, own])) {
      let found = table.get(field);
      if (found === undefined) table.set(field, (found = { values: new Map(), total: cell() }));
      let values = found.values.get(value);
      if (values === undefined) found.values.set(value, (values = cell()));
      add(values, won, lost, at);
      add(found.total, won, lost, at);
    }
  }
  return { groups, all };
}

function cell(): LeadCell {
  return { won: ZERO, lost: ZERO, rows: [] };
}

function add(to: LeadCell, won: Decimal, lost: Decimal, row: number): void {
  to.won = plus(to.won, won);
  to.lost = plus(to.lost, lost);
  to.rows.push(row);
}
