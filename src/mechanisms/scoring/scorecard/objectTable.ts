import type { Path, SalesModelError } from '../../../core/errors.js';
import { readField } from '../../rules/field.js';
import { type Cells, readCells } from './cells.js';
import type { FactTable } from './factTable.js';
import type { ScoreEntry } from './scoreEntry.js';

/** A value of a row that is no decimal. */
export interface WrongFact {
  readonly row: number;
  /** From the row. */
  readonly path: Path;
  readonly error: SalesModelError;
}

/** The facts of objects; a metric is read once, when it is first asked for. */
export function objectTable(
  entries: readonly Pick<ScoreEntry, 'facts' | 'lastScores'>[],
  wrong: (fact: WrongFact) => void,
): FactTable {
  const columns = new Map<string, Cells>();
  const readers = new Map<string, (fact: object) => unknown>();
  const once = (path: Path, values: () => readonly unknown[]): Cells => {
    const key = path.join(' ');
    let cells = columns.get(key);
    if (cells === undefined) {
      cells = readCells(values(), ({ row, error }) => wrong({ row, path, error }));
      columns.set(key, cells);
    }
    return cells;
  };
  const reader = (field: string): ((fact: object) => unknown) => {
    let read = readers.get(field);
    if (read === undefined) readers.set(field, (read = readField(field)));
    return read;
  };
  return {
    n: entries.length,
    metric: (name) => once(['facts', name], () => entries.map(({ facts }) => reader(name)(facts))),
    fact: (row, field) => reader(field)(entries[row]!.facts),
    lastScores: (item) =>
      once(['lastScores', item], () =>
        entries.map(({ lastScores = {} }) => (Object.hasOwn(lastScores, item) ? lastScores[item] : null)),
      ),
  };
}
