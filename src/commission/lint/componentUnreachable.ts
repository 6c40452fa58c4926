import type { Finding } from '../../core/errors.js';
import type { CreditKind } from '../schema.js';
import type { LintContext } from './lintContext.js';
import { whereHolds } from './whereHolds.js';

/** The kinds of credits that a component pays on unless it names others. */
export const DEFAULT_CREDITS: readonly CreditKind[] = ['revenue', 'overlay'];

/** `component.unreachable`: a component's `where` contradicts itself, or the kinds of its credits, so that no row passes it. */
export function componentUnreachable({ plan }: LintContext): readonly Finding[] {
  return plan.components.flatMap(({ id, where, credits = DEFAULT_CREDITS }, index): Finding[] => {
    if (where === undefined || whereHolds(where, credits) !== null) return [];
    const path = ['components', index, 'where'];
    return [{ code: 'component.unreachable', severity: 'error', path, params: { componentId: id } }];
  });
}
