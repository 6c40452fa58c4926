import { type Summary, summaryOf, wholeBatch } from '../../../core/summary.js';
import type { RunResult } from '../../schema.js';
import type { RunSetup } from '../runSetup.js';
import type { RunPartition } from './partitionRun.js';
import { computePart, rowFates } from './rowFates.js';
import { assembleRun, type RunHead, type RunPiece } from './runPiece.js';

/** What was computed of a partition: results of its payees, and what became of the rows that it gives account of. */
export interface RunPart extends RunPiece {
  readonly head: RunHead;
}

/** Computes a partition of a run. */
export function computePartition(setup: RunSetup, partition: RunPartition): Summary<RunPart> {
  const { payees, rows, places, options, frame, head } = partition;
  const positions = new Set(payees.flatMap((id) => setup.payees.get(id) ?? []));
  const run = computePart(setup, options, rows, { frame, payees: positions });
  // What is rejected while statements are made belongs to the payee, whoever gives account of the row.
  const known = new Set(run.parts.account.entries());
  const { statements, ledger, lines, findings, rejected } = run.result;
  const fates = rowFates(run);
  const owned = new Set(partition.owned);
  const counts = { credited: 0, duplicate: 0, outside: 0, rejected: 0 };
  for (const row of owned) counts[fates.of(row)] += 1;
  const reverses = run.rows.reverses ?? new Int32Array(0);
  const linked = new Set(Array.from(reverses).flatMap((original, row) => (original < 0 ? [] : [original, row])));
  return summaryOf(partition, {
    head,
    statements,
    ledger,
    ...(lines === undefined ? {} : { lines }),
    findings: findings.filter(({ code }) => code !== 'where.unknown'),
    undecided: run.findings.undecided.map(({ componentId, rows: among }) => ({
      componentId,
      rows: [...among].filter((row) => owned.has(row)).length,
    })),
    rejected: rejected
      .filter((entry) => owned.has(entry.index) || !known.has(entry))
      .map((entry) => ({ ...entry, index: places[entry.index]! })),
    counts: { credited: counts.credited, duplicates: counts.duplicate, outside: counts.outside },
    shared: [...linked]
      .filter((row) => owned.has(row) && fates.of(row) === 'credited')
      .map((row) => places[row]!)
      .sort((a, b) => a - b),
  });
}

/** The result of a run from the summary of all its partitions. */
export function finishRun(summary: Summary<RunPart>): RunResult {
  const parts = wholeBatch(summary);
  return assembleRun(parts[0]!.head, parts);
}
