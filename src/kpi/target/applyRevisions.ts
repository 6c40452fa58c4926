import { fail } from '../fail.js';
import type { TargetTree } from './targetNode.js';
import type { TargetRevision } from './targetRevision.js';
import { targetUnits, withUnits } from './targetUnits.js';

/**
 * Returns the targets after a list of revisions, in the order of their versions: the audit of what stands today. A
 * revision that does not follow, or that moves an amount that is another one, is refused.
 *
 * @param original targets before the first revision
 * @param revisions each once, in any order
 * @throws SalesModelError `target.revision`, `target.unknownNode`, `target.untied`, `target.duplicateNode`, `target.unit`
 * @example
 * import { applyRevisions, rebaseTarget, type TargetTree } from 'salesmodel/kpi';
 *
 * const tree: TargetTree = { version: 1, unit: '1', root: { id: 'Ana', kind: 'person', amount: '100' } };
 * const rebased = rebaseTarget(tree, { node: 'Ana', factor: '1.1', reason: 'new region', by: 'Di', on: '2026-04-01' });
 * rebased.ok && applyRevisions(tree, [rebased.revision]).root.amount; // => '110'
 */
export function applyRevisions(original: TargetTree, revisions: readonly TargetRevision[]): TargetTree {
  let tree = original;
  const places = revisions
    .map((revision, at) => ({ revision, at }))
    .toSorted((a, b) => a.revision.version - b.revision.version);
  for (const { revision, at } of places) {
    const { version, previous, changes } = revision;
    if (previous !== tree.version || version !== previous + 1) {
      fail('target.revision', ['revisions', at], { expected: tree.version, value: previous });
    }
    const { scale, units } = targetUnits(tree);
    changes.forEach(({ node, from, to }, place) => {
      const path = ['revisions', at, 'changes', place];
      const own = units.get(node) ?? fail('target.unknownNode', [...path, 'node'], { node });
      if (own !== scale.read(from, [...path, 'from'])) {
        fail('target.revision', [...path, 'from'], { expected: scale.text(own), value: from });
      }
      units.set(node, scale.read(to, [...path, 'to']));
    });
    tree = { version, unit: tree.unit, root: withUnits(tree.root, units, scale) };
  }
  targetUnits(tree);
  return tree;
}
