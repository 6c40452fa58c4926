import { compareText } from '../../core/compareText.js';
import { dayNumber, fromDayNumber } from '../../core/date.js';
import { minus, ONE, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { RoleAssignment } from '../schema/organisation.js';

/**
 * Returns a finding `overAssigned` for each stretch of days on which somebody is assigned for more than all the time, by
 * person, then day.
 *
 * @param assignments in any order; spans are half-open
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lintAssignments } from 'salesmodel/team';
 *
 * const part = { person: 'Ana', role: 'representative', share: '0.6' };
 * lintAssignments([
 *   { ...part, unit: 'east', from: '2026-01-01', to: '2026-03-01' },
 *   { ...part, unit: 'west', from: '2026-02-01' },
 * ]).map(({ params }) => params); // => [ { person: 'Ana', share: '1.2', from: '2026-02-01', to: '2026-03-01' } ]
 */
export function lintAssignments(assignments: readonly RoleAssignment[]): readonly Finding[] {
  const changes = new Map<string, { day: number; by: typeof ZERO; index: number }[]>();
  assignments.forEach(({ person, share, from, to }, index) => {
    const list = changes.get(person) ?? [];
    changes.set(person, list);
    const by = toDecimal(share, ['assignments', index, 'share']);
    list.push({ day: dayNumber(from, ['assignments', index, 'from']), by, index });
    if (to != null) list.push({ day: dayNumber(to, ['assignments', index, 'to']), by: by.neg(), index });
  });
  return [...changes]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([person, list]) => {
      const findings: Finding[] = [];
      let total = ZERO;
      const days = [...new Set(list.map(({ day }) => day))].sort((a, b) => a - b);
      days.forEach((day, at) => {
        const now = list.filter((change) => change.day === day);
        total = now.reduce((sum, { by }) => plus(sum, by), total);
        if (minus(total, ONE).lte(0)) return;
        const next = days[at + 1];
        findings.push({
          code: 'overAssigned',
          severity: 'error',
          path: ['assignments', now.at(-1)!.index],
          params: {
            person,
            share: toText(total),
            from: fromDayNumber(day),
            to: next === undefined ? null : fromDayNumber(next),
          },
        });
      });
      return findings;
    });
}
