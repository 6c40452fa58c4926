import type { Finding } from '../../core/errors.js';
import { DEFAULT_CREDITS } from './componentUnreachable.js';
import type { LintContext } from './lintContext.js';
import { whereHolds } from './whereHolds.js';

/**
 * `component.overlap`: two components that pay on rows can pay on the same one. `with` is the earlier component, `example`
 * has the fields of such a row and is empty where both take every row of a kind that they share.
 */
export function componentOverlap({ plan }: LintContext): readonly Finding[] {
  const rows = plan.components.flatMap(({ id, measure, base = measure, where, credits = DEFAULT_CREDITS }, index) =>
    base.kind === 'score' ? [] : [{ id, index, where, credits }],
  );
  return rows.flatMap((later, position) =>
    rows.slice(0, position).flatMap((earlier): Finding[] => {
      const shared = earlier.credits.filter((kind) => later.credits.includes(kind));
      if (shared.length === 0) return [];
      const all = [earlier.where, later.where].flatMap((where) => where ?? []);
      const example = whereHolds({ all }, shared);
      if (example === null || example === undefined) return [];
      const params = { componentId: later.id, with: earlier.id, example };
      return [{ code: 'component.overlap', severity: 'info', path: ['components', later.index], params }];
    }),
  );
}
