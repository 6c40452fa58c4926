import { toDecimal, toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import { OUTLIER_K } from '../../mechanisms/scoring/flagOutliers.js';
import type { ValueEntry } from '../../mechanisms/scoring/valueEntry.js';
import type { Hierarchy } from '../hierarchy/hierarchy.js';
import { peerGroups } from './peerGroups.js';
import { type SuperviseOptions, superviseTeam } from './superviseTeam.js';

/**
 * Returns why somebody is flagged: the own figure, the threshold, and the figures of the peers, the method and the factor that
 * make it; the value of the root is the distance between the two. Who is not flagged has no explanation: `null`.
 *
 * @param values as for `superviseTeam`
 * @param hierarchy reporting lines
 * @param options as for `superviseTeam`
 * @param person who is flagged
 * @throws SalesModelError those of `superviseTeam`
 * @example
 * import { compileHierarchy, explainSupervision } from 'salesmodel/team';
 *
 * const people = ['Ana', 'Bo', 'Cy', 'Di', 'Ed'];
 * const hierarchy = compileHierarchy(people.map((child) => ({ child, parent: 'Eva', from: '2026-01-01' })));
 * const values = [98, 102, 55, 100, 95].map((value, at) => ({ id: people[at]!, value }));
 * const why = explainSupervision(values, hierarchy, { on: '2026-03-31', method: 'pctOfMean' }, 'Cy');
 * why && [why.value, ...why.from.map(({ code, value }) => `${code} ${value}`)]; // => [ '17', 'input 55', 'supervision.threshold 72' ]
 */
export function explainSupervision(
  values: readonly ValueEntry[],
  hierarchy: Hierarchy,
  options: SuperviseOptions,
  person: string,
): Explanation | null {
  const flag = superviseTeam(values, hierarchy, options).flags.find((each) => each.person === person);
  if (flag === undefined) return null;
  const { group, method, threshold, distance, value } = flag;
  const members = peerGroups(values, hierarchy, options).groups.find(([name]) => name === group)![1];
  const places = new Map(values.map(({ id }, at) => [id, at]));
  const peers = members.flatMap((entry) =>
    entry.value === null || entry.value === undefined
      ? []
      : [explainInput(['values', places.get(entry.id)!, 'value'], toText(toDecimal(entry.value)))],
  );
  return explainStep('supervision.flag', { person, group }, distance, [
    explainInput(['values', places.get(person)!, 'value'], value),
    explainStep('supervision.threshold', { group, n: peers.length }, threshold, [
      explainPolicy('method', method),
      explainPolicy('k', toText(toDecimal(options.k ?? OUTLIER_K[method]))),
      explainPolicy('side', options.side ?? 'low'),
      ...peers,
    ]),
  ]);
}
