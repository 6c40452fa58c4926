import type { Finding } from '../../core/errors.js';
import type { LintContext } from './lintContext.js';
import { modifierLists } from './modifierLists.js';

/** `quota.unused`: a quota that no component names and no limit or draw of the plan itself is a part of. */
export function quotaUnused({ plan }: LintContext): readonly Finding[] {
  const ids = Object.keys(plan.quotas ?? {});
  const named = new Set(plan.components.flatMap(({ quota }) => quota ?? []));
  // A plan's own limit or draw may be a part of the one quota that the plan has.
  const ofDraw = (plan.draws ?? []).some(({ amount }) => 'ofQuota' in amount);
  const ofLimit = modifierLists(plan).some(
    ({ component, modifiers }) =>
      component === null &&
      modifiers.some((modifier) =>
        modifier.kind === 'kicker'
          ? modifier.milestones.some(({ pay }) => 'ofQuota' in pay)
          : (modifier.kind === 'cap' || modifier.kind === 'floor') && 'ofQuota' in modifier.limit,
      ),
  );
  return ids
    .filter((id) => !named.has(id) && !ofLimit && !ofDraw)
    .map((id) => ({ code: 'quota.unused', severity: 'warning', path: ['quotas', id], params: { quota: id } }));
}
