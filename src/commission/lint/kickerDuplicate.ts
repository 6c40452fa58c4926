import type { Finding, Path } from '../../core/errors.js';
import type { LintContext } from './lintContext.js';
import { canonicalJson } from '../plan/canonicalJson.js';
import { modifierLists } from './modifierLists.js';

/**
 * `kicker.duplicate`: a milestone has the condition of an earlier one of the same list of modifiers, at the path `of`.
 * Both pay, or of one kicker with `take: "highest"` the lower never does.
 */
export function kickerDuplicate({ plan }: LintContext): readonly Finding[] {
  return modifierLists(plan).flatMap(({ modifiers, path }) => {
    const known = new Map<string, Path>();
    const findings: Finding[] = [];
    modifiers.forEach((modifier, index) => {
      if (modifier.kind !== 'kicker') return;
      const ids = 'component' in modifier ? modifier.component : undefined;
      modifier.milestones.forEach(({ when }, milestone) => {
        const at = [...path, index, 'milestones', milestone];
        const key = canonicalJson([when, ids?.toSorted() ?? null]);
        const of = known.get(key);
        if (of === undefined) known.set(key, at);
        else findings.push({ code: 'kicker.duplicate', severity: 'warning', path: at, params: { of } });
      });
    });
    return findings;
  });
}
