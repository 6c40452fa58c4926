import { canonicalJson } from '../plan/canonicalJson.js';
import type { CommissionPlan, Line, Modifier, PlanModifier, RunInput, Transaction } from '../schema.js';
import type { EarnedFigure, EarnedPlace, RunFigures } from './runFigures.js';

/** What in the input of a run makes it earn something else. */
export type DiffCause =
  | 'planVersion'
  | 'quota'
  | 'row'
  | 'hierarchy'
  | 'rate'
  | 'assignment'
  | 'crediting'
  | 'score'
  | 'adjustment'
  | 'payee'
  | 'asOf';

type Figure = EarnedFigure | undefined;

/** Finds the causes of a difference between two runs, in the order of {@link DiffCause}. */
export function causeFinder(
  a: RunFigures,
  b: RunFigures,
): (place: EarnedPlace, was: Figure, is: Figure) => readonly DiffCause[] {
  const [before, after] = [a.input, b.input];
  const rows = changedRows(before, after);
  const isChanged = (field: 'hierarchy' | 'rates' | 'crediting'): boolean => differ(before[field], after[field]);
  const [hierarchy, rates, crediting] = [isChanged('hierarchy'), isChanged('rates'), isChanged('crediting')];
  const asOf = before.asOf !== after.asOf;

  return (place, was, is) => {
    const { payeeId, planId, componentId } = place;
    const of = (input: RunInput) => ({
      plans: termsOf(input.plans, planId, [was, is]),
      assignments: input.assignments
        .filter((entry) => entry.payeeId === payeeId && entry.planId === planId)
        .map(({ quotas: _, draws: __, ...entry }) => entry),
      scores: (input.scores ?? []).filter((entry) => entry.payeeId === payeeId),
      bonuses: (input.adjustments ?? []).filter(
        (entry) => entry.payeeId === payeeId && entry.planId === planId && entry.kind === 'bonus',
      ),
      payee: input.payees.find(({ id }) => id === payeeId)?.attributes,
    });
    const [old, now] = [of(before), of(after)];
    const [oldLines, newLines] = [was?.lines ?? [], is?.lines ?? []];
    const end = (was ?? is)?.end ?? '';
    const first = looksBack(before, place) || looksBack(after, place) ? '' : place.period;
    const isMoved = differ(creditsOf(oldLines, rows), creditsOf(newLines, rows));
    const isConverted = [...oldLines, ...newLines].some(
      ({ transactionId }) => (rows.currency.get(transactionId ?? '') ?? place.currency) !== place.currency,
    );
    const found: readonly (readonly [DiffCause, boolean])[] = [
      [
        'planVersion',
        differ(old.plans, now.plans) ||
          (was !== undefined && is !== undefined && differ(was.planVersions, is.planVersions)),
      ],
      ['quota', was !== undefined && is !== undefined && differ(quotasOf(was), quotasOf(is))],
      ['row', credited([...oldLines, ...newLines], rows) || bears(rows, payeeId, first, end)],
      ['hierarchy', hierarchy && isMoved],
      ['rate', rates && isConverted],
      ['assignment', differ(old.assignments, now.assignments)],
      ['crediting', crediting && isMoved],
      ['score', differ(old.scores, now.scores)],
      ['adjustment', componentId === null && differ(old.bonuses, now.bonuses)],
      ['payee', differ(old.payee, now.payee)],
      ['asOf', asOf],
    ];
    const causes = found.flatMap(([cause, isFound]) => (isFound ? [cause] : []));
    // A gate may look at what another component makes of earlier rows.
    return causes.length === 0 && bears(rows, payeeId, '', end) ? ['row'] : causes;
  };
}

/** Transactions that were added, dropped or say something else, and the currency of all. */
interface ChangedRows {
  readonly changed: readonly Transaction[];
  readonly ids: ReadonlySet<string>;
  readonly currency: ReadonlyMap<string, string>;
}

function changedRows(before: RunInput, after: RunInput): ChangedRows {
  const [was, is] = [before, after].map(({ transactions }) => {
    return new Map(transactions.map((row) => [row.id, row]));
  }) as [Map<string, Transaction>, Map<string, Transaction>];
  const changed: Transaction[] = [];
  for (const [id, row] of was) if (differ(row, is.get(id))) changed.push(row);
  for (const [id, row] of is) if (differ(row, was.get(id))) changed.push(row);
  return {
    changed,
    ids: new Set(changed.map(({ id }) => id)),
    currency: new Map([...was, ...is].map(([id, { currency }]) => [id, currency])),
  };
}

/** Whether a changed row is credited here. */
function credited(lines: readonly Line[], { ids }: ChangedRows): boolean {
  return lines.some(({ transactionId }) => ids.has(transactionId ?? ''));
}

/** Whether a changed row is one of the payee's own from a day on, up to the end of the period. */
function bears({ changed }: ChangedRows, payeeId: string, from: string, end: string): boolean {
  return changed.some(
    ({ date, payeeId: owner, splits = [] }) =>
      (owner === payeeId || splits.some((split) => split.payeeId === payeeId)) && from <= date && date < end,
  );
}

/** Whether what a component earns may depend on rows before the period: by a window, or by a span of several periods. */
function looksBack({ plans }: RunInput, { planId, componentId }: EarnedPlace): boolean {
  const isWindow = (modifier: Modifier | PlanModifier): boolean => 'scope' in modifier && modifier.scope === 'window';
  return plans.some(
    ({ id, components, modifiers = [] }) =>
      id === planId &&
      (modifiers.some(isWindow) ||
        components.some(
          (component) =>
            (componentId === null || component.id === componentId) &&
            (component.accumulate === 'toDate' ||
              component.every !== undefined ||
              (component.modifiers ?? []).some(isWindow)),
        )),
  );
}

/** Who is credited with which part of the rows that have not changed. */
function creditsOf(lines: readonly Line[], rows: ChangedRows): readonly string[] {
  return lines.flatMap(({ transactionId, kind, level, measure }) =>
    transactionId === null || rows.ids.has(transactionId) ? [] : [`${transactionId} ${kind} ${level} ${measure}`],
  );
}

function quotasOf({ components }: EarnedFigure): readonly (string | null)[] {
  return components.map(({ quota = null }) => quota);
}

/** The terms of the versions that earn at a place, without names and quotas, which are a cause of their own. */
function termsOf(plans: readonly CommissionPlan[], planId: string, figures: readonly Figure[]): readonly unknown[] {
  const versions = new Set(figures.flatMap((figure) => figure?.planVersions ?? []));
  return plans
    .filter(({ id, version = '1' }) => id === planId && versions.has(version))
    .map(({ name: _, quotas: __, draws: ___, payment: ____, ...terms }) => terms);
}

function differ(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) !== canonicalJson(b ?? null);
}
