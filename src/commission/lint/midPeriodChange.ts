import type { Finding } from '../../core/errors.js';
import { periodOf } from '../../core/period.js';
import type { LintContext } from './lintContext.js';

/**
 * `plan.midPeriodChange`: the version begins or ends inside a period of the plan, or inside a longer span that a
 * component evaluates. By the start or the end of the period one version then pays all of it (warning); by transaction
 * date each version pays a part (info).
 */
export function midPeriodChange({ plan }: LintContext): readonly Finding[] {
  const { effective, versionBy = 'periodStart', fiscalStartMonth = 1 } = plan;
  const kinds = [plan.period, ...plan.components.flatMap(({ every }) => every ?? [])];
  return (['from', 'to'] as const).flatMap((end) => {
    const date = effective?.[end];
    if (date === undefined || date === null) return [];
    for (const kind of kinds) {
      const period = periodOf(date, kind, { fiscalStartMonth });
      if (period.start === date) continue;
      const severity = versionBy === 'transactionDate' ? 'info' : 'warning';
      const params = { date, period: kind, start: period.start, end: period.end, versionBy };
      return [{ code: 'plan.midPeriodChange', severity, path: ['effective', end], params } as const];
    }
    return [];
  });
}
