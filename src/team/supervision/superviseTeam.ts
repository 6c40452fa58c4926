import { compareText } from '../../core/compareText.js';
import type { DecimalString } from '../../core/decimal.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import { flagOutliers, type OutlierOptions } from '../../mechanisms/scoring/flagOutliers.js';
import type { OutlierMethod } from '../../mechanisms/scoring/outlierFence.js';
import type { ValueEntry } from '../../mechanisms/scoring/valueEntry.js';
import type { Hierarchy } from '../hierarchy/hierarchy.js';
import { helpTable } from './helpTable.js';
import { managerOf, type PeerOptions, peerGroups } from './peerGroups.js';

/** Who is compared with whom, and how. */
export interface SuperviseOptions extends Omit<OutlierOptions, 'side'>, PeerOptions {
  /** Default `low`. */
  readonly side?: OutlierOptions['side'];
  /** What is known of a person, for the table of help. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Default `helpTable`. */
  readonly help?: DecisionTable<string>;
}

/** Somebody clearly off the peers. */
export interface SupervisionFlag {
  readonly person: string;
  /** `null` at the top. */
  readonly manager: string | null;
  readonly group: string;
  readonly method: OutlierMethod;
  readonly value: DecimalString;
  readonly threshold: DecimalString;
  readonly distance: DecimalString;
  /** What to offer, by the table. */
  readonly help: readonly string[];
}

/** The flags of a day, and whom they say nothing about. */
export interface Supervision {
  /** By manager (the top last), then the farthest in its group first. */
  readonly flags: readonly SupervisionFlag[];
  /** Groups too small to compare, by name. */
  readonly tooSmall: readonly { readonly group: string; readonly n: number }[];
  /** With a value and without a place among peers that day, by id. */
  readonly absent: readonly string[];
  /** With a place and without a value, by id. */
  readonly missing: readonly string[];
}

/**
 * Returns who is clearly off the peers on a day, by manager, and what to offer. Whoever has no place that day, and groups
 * that are too small, are listed and never flagged.
 *
 * @param values a figure for each person
 * @param hierarchy reporting lines
 * @param options day, peers, method and threshold as in `flagOutliers`
 * @throws SalesModelError `option.unknown`, and those of `flagOutliers` and `compileTable`
 * @example
 * import { compileHierarchy, superviseTeam } from 'salesmodel/team';
 *
 * const people = ['Ana', 'Bo', 'Cy', 'Di', 'Ed'];
 * const hierarchy = compileHierarchy(people.map((child) => ({ child, parent: 'Eva', from: '2026-01-01' })));
 * const values = [98, 102, 55, 100, 95].map((value, at) => ({ id: people[at]!, value }));
 * const { flags } = superviseTeam(values, hierarchy, { on: '2026-03-31', method: 'pctOfMean' });
 * flags; // => [
 * //   {
 * //     person: 'Cy',
 * //     manager: 'Eva',
 * //     group: 'Eva',
 * //     method: 'pctOfMean',
 * //     value: '55',
 * //     threshold: '72',
 * //     distance: '17',
 * //     help: [ 'coaching' ]
 * //   }
 * // ]
 */
export function superviseTeam(
  values: readonly ValueEntry[],
  hierarchy: Hierarchy,
  options: SuperviseOptions,
): Supervision {
  const { on, side = 'low', facts = {}, help = helpTable, method, k, minGroup } = options;
  const { groups, absent } = peerGroups(values, hierarchy, options);
  const limits = { method, side, ...(k === undefined ? {} : { k }), ...(minGroup === undefined ? {} : { minGroup }) };
  const decide = compileTable(help);
  const flags: SupervisionFlag[] = [];
  const tooSmall: { group: string; n: number }[] = [];
  const missing: string[] = [];
  for (const [group, members] of groups) {
    const found = flagOutliers(members, limits);
    missing.push(...found.missing);
    if (found.status === 'insufficientData') {
      tooSmall.push({ group, n: found.n });
      continue;
    }
    for (const { id, value, distance } of found.flags) {
      const decision = decide(Object.hasOwn(facts, id) ? facts[id]! : {});
      flags.push({
        person: id,
        manager: managerOf(hierarchy, id, on),
        group,
        method,
        value,
        threshold: found.threshold,
        distance,
        help: decision.ok ? decision.hits.map(({ output }) => output) : [],
      });
    }
  }
  const rank = (manager: string | null): string => (manager === null ? '1' : `0${manager}`);
  return {
    flags: flags.sort((a, b) => compareText(rank(a.manager), rank(b.manager))),
    tooSmall,
    absent,
    missing: missing.toSorted(compareText),
  };
}
