import { compareText } from '../../../core/compareText.js';
import { checkPartitions, type Partition, partitions } from '../../../core/summary.js';
import { oneOf } from '../../../core/oneOf.js';
import type { RunResult, Transaction } from '../../schema.js';
import { fusedParts } from '../fusedParts.js';
import { creditRows } from '../generalParts.js';
import { readObjects } from '../readObjects.js';
import { type RowFrame, rowFrame } from '../rowFrame.js';
import { RunFindings } from '../runFindings.js';
import type { RunOptions } from '../runOptions.js';
import type { RunSetup } from '../runSetup.js';
import { surveyRows } from '../surveyRows.js';
import { RowFamilies } from './rowFamilies.js';
import type { RunHead } from './runPiece.js';

/** Some of the payees of a run with all rows that concern them, in plain JSON. */
export interface RunPartition extends Partition {
  readonly payees: readonly string[];
  readonly rows: readonly Transaction[];
  /** Position of each row among all rows of the run. */
  readonly places: readonly number[];
  /** Positions in `rows` of those that this partition alone gives account of. */
  readonly owned: readonly number[];
  readonly options: RunOptions;
  readonly frame: RowFrame;
  readonly head: RunHead;
}

/**
 * Divides a run by payee. Rows that are judged together stay together, and one that concerns payees of several partitions
 * goes to each of them.
 */
export function partitionRun(
  setup: RunSetup,
  rows: readonly Transaction[],
  options: RunOptions,
  by: 'payee' | number,
): RunPartition[] {
  const { payees } = setup.definition;
  const count =
    typeof by === 'number' ? checkPartitions(by, ['by']) : oneOf(by, ['payee'], ['by']) && Math.max(1, payees.length);
  const { credited, frame, kernel } = survey(setup, rows, options);
  const families = familiesOf(rows);
  const groupOf = groupPayees(
    payees.map(({ id }) => id),
    count,
    credited,
  );
  const members: { readonly places: number[]; readonly owned: number[] }[] = Array.from({ length: count }, () => ({
    places: [],
    owned: [],
  }));
  for (const family of families) {
    const groups = new Set(family.flatMap((place) => (credited.get(place) ?? []).map((payee) => groupOf[payee]!)));
    const owner =
      groups.size === 0
        ? ownerOf(
            family.map((place) => rows[place]),
            setup,
            groupOf,
          )
        : Math.min(...groups);
    for (const group of groups.add(owner)) members[group]!.places.push(...family);
    members[owner]!.owned.push(...family);
  }
  const { order } = options;
  const head = { kernel, ...(order === 'given' ? { order } : {}) };
  return partitions(count).map((partition): RunPartition => {
    const own = payees.flatMap(({ id }, payee) => (groupOf[payee] === partition.index ? [id] : [])).sort(compareText);
    const places = members[partition.index]!.places.sort((a, b) => a - b);
    const owned = new Set(members[partition.index]!.owned);
    return {
      ...partition,
      payees: own,
      rows: places.map((place) => rows[place]!),
      places,
      owned: places.flatMap((place, at) => (owned.has(place) ? [at] : [])),
      options: optionsOf(options, new Set(own)),
      frame,
      head,
    };
  });
}

/** What all rows decide together, and whom each row credits. */
function survey(
  setup: RunSetup,
  rows: readonly Transaction[],
  options: RunOptions,
): {
  readonly credited: ReadonlyMap<number, readonly number[]>;
  readonly frame: RowFrame;
  readonly kernel: RunResult['kernel'];
} {
  const surveyed = surveyRows(setup, options, (context) => readObjects(rows, context));
  const facts = { payees: setup.definition.payees, score: () => undefined, findings: new RunFindings() };
  const fused = fusedParts({ ...surveyed, facts, part: null });
  const { row, payee, ...credits } = fused?.table.credits ?? creditRows(surveyed).credits;
  const credited = new Map<number, number[]>();
  for (let credit = 0; credit < credits.n; credit += 1) {
    const own = payee[credit]!;
    if (own < 0) continue;
    const known = credited.get(row[credit]!);
    if (known === undefined) credited.set(row[credit]!, [own]);
    else known.push(own);
  }
  const kernel = fused?.kernel ?? 'decimal';
  return { credited, kernel, frame: rowFrame(surveyed, kernel, credits.payoutShare !== null) };
}

/** Rows that are judged together, each row in one list. */
function familiesOf(rows: readonly Transaction[]): number[][] {
  const families = new RowFamilies((place) => rows[place], rows.length);
  rows.forEach((row, place) => families.add(place, row));
  const seen = new Uint8Array(rows.length);
  return rows.flatMap((_, place) => {
    if (seen[place] === 1) return [];
    const family = [...families.closure([place])];
    for (const each of family) seen[each] = 1;
    return [family];
  });
}

/** Group of each payee: those with the most rows first, each into the group with the fewest rows so far. */
function groupPayees(
  ids: readonly string[],
  count: number,
  credited: ReadonlyMap<number, readonly number[]>,
): Int32Array {
  const rows = new Float64Array(ids.length).fill(1);
  for (const payees of credited.values()) for (const payee of payees) rows[payee]! += 1;
  const groups = new Int32Array(ids.length);
  const loads = new Float64Array(count);
  const ranked = ids
    .map((id, payee) => ({ id, payee }))
    .sort((a, b) => rows[b.payee]! - rows[a.payee]! || compareText(a.id, b.id));
  for (const { payee } of ranked) {
    const group = loads.indexOf(Math.min(...loads));
    groups[payee] = group;
    loads[group]! += rows[payee]!;
  }
  return groups;
}

/** Who gives account of rows that credit nobody: the group of a payee whom one of them names. */
function ownerOf(rows: readonly unknown[], { payees }: RunSetup, groupOf: Int32Array): number {
  const groups = rows.flatMap((row) => {
    const { payeeId } = (row ?? {}) as { readonly payeeId?: unknown };
    const payee = typeof payeeId === 'string' ? payees.get(payeeId) : undefined;
    return payee === undefined ? [] : [groupOf[payee]!];
  });
  return groups.length === 0 ? 0 : Math.min(...groups);
}

/** The options with what concerns some payees alone. */
function optionsOf(options: RunOptions, payees: ReadonlySet<string>): RunOptions {
  const { scores, adjustments, opening, closed, ...rest } = options;
  const own = <Entry extends { readonly payeeId: string }>(entries: readonly Entry[]): Entry[] =>
    entries.filter(({ payeeId }) => payees.has(payeeId));
  return {
    ...rest,
    ...(scores === undefined ? {} : { scores: own(scores) }),
    ...(adjustments === undefined ? {} : { adjustments: own(adjustments) }),
    ...(opening === undefined ? {} : { opening: own(opening) }),
    ...(closed === undefined ? {} : { closed: { ...closed, ledger: own(closed.ledger) } }),
  };
}
