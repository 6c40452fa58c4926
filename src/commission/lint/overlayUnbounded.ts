import type { Finding } from '../../core/errors.js';
import type { LintContext } from './lintContext.js';

/**
 * `overlay.unbounded`: a component asks for overlay credits by name and no cap limits what it pays, its own or the
 * plan's. Overlay shares may add up to anything, unlike revenue shares.
 */
export function overlayUnbounded({ plan }: LintContext): readonly Finding[] {
  const planCaps = (plan.modifiers ?? []).filter(({ kind }) => kind === 'cap');
  return plan.components.flatMap(({ id, credits, modifiers = [] }, index): Finding[] => {
    const position = credits?.indexOf('overlay') ?? -1;
    if (position < 0 || modifiers.some(({ kind }) => kind === 'cap')) return [];
    if (planCaps.some(({ component }) => component?.includes(id) ?? true)) return [];
    const path = ['components', index, 'credits', position];
    return [{ code: 'overlay.unbounded', severity: 'info', path, params: { componentId: id } }];
  });
}
