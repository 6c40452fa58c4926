import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import type { Hierarchy } from '../hierarchy/hierarchy.js';
import type { AuditPlan } from '../schema/audit.js';

/** An auditor who would look at the own line. */
export interface AuditorConflict {
  readonly auditor: string;
  readonly unit: string;
}

/**
 * Returns the auditors of a plan who are, or are below or above, a unit that it audits, by auditor, then unit. Without any
 * the plan is independent.
 *
 * @param plan units and auditors, ids of the hierarchy
 * @param hierarchy reporting lines
 * @param on the day
 * @throws SalesModelError `date.invalid`
 * @example
 * import { auditorConflict, compileHierarchy } from 'salesmodel/team';
 *
 * const hierarchy = compileHierarchy([
 *   { child: 'Ana', parent: 'east', from: '2026-01-01' }, { child: 'Bo', parent: 'west', from: '2026-01-01' },
 * ]);
 * const plan = { period: { kind: 'quarter', start: '2026-01-01', end: '2026-04-01' }, units: ['east'], auditors: ['Ana', 'Bo'], content: [], means: [] } as const;
 * auditorConflict(plan, hierarchy, '2026-04-15'); // => [ { auditor: 'Ana', unit: 'east' } ]
 */
export function auditorConflict(
  { units, auditors }: AuditPlan,
  hierarchy: Hierarchy,
  on: PlainDate,
): readonly AuditorConflict[] {
  return auditors
    .flatMap((auditor) =>
      units
        .filter(
          (unit) =>
            unit === auditor || hierarchy.isUnderAt(auditor, unit, on) || hierarchy.isUnderAt(unit, auditor, on),
        )
        .map((unit) => ({ auditor, unit })),
    )
    .sort((a, b) => compareText(a.auditor, b.auditor) || compareText(a.unit, b.unit));
}
