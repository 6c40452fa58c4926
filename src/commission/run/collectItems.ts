import { NO_DAY } from '../../core/parseDay.js';
import type { Params, Path } from '../../core/errors.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Truth } from '../../mechanisms/rules/rule.js';
import type { CompiledClawback } from '../clawback/compileClawback.js';
import { bindMeasure, type BoundMeasure } from '../measure/compileMeasure.js';
import { Fault } from '../measure/creditAccess.js';
import { reducesApart } from '../plan/compileComponent.js';
import type { CompiledComponent } from '../plan/compiledPlan.js';
import { creditDay } from './creditDay.js';
import { type Conversion, creditAccess, type CreditTable, factField, paysOtherwise } from './creditFields.js';
import type { ComponentGrid } from './grid.js';
import { type CreditPart, ItemCollector, type ItemList, type Items } from './items.js';
import { ItemSource } from './itemSource.js';
import { withoutReversed } from './withoutReversed.js';
import type { Reversals } from './reversals.js';
import type { Membership } from './membership.js';
import type { PlanFigures } from './planFigures.js';
import type { RunFindings } from './runFindings.js';

/** Where a component learns which credits it counts. */
export interface CollectContext {
  readonly table: CreditTable;
  readonly grid: ComponentGrid;
  readonly membership: Membership;
  readonly figures: PlanFigures;
  readonly conversion: Conversion;
  /** Last day whose facts are known. */
  readonly asOf: number;
  readonly findings: RunFindings;
  /** `null` where no row takes another one back. */
  readonly reversals: Reversals | null;
  /** Whether another version of the plan counts what has a day, and takes it from the attainment of a later month. */
  reducesFromElsewhere(day: number): boolean;
  /** Hears that a credit is counted in a span, so that its row is credited. */
  onCredited(credit: number): void;
  /** Hears why a credit is lost to the component. */
  onRejected(credit: number, code: string, path: Path, params: Params): void;
}

/** The credits that a component counts, as they were made and as reversals leave them. */
export interface CollectedItems {
  readonly source: ItemSource;
  /** Whether reversing rows change what the component earns from its credits, instead of taking from their lines. */
  readonly isRecomputed: boolean;
  /** The credits without what was reversed before a day. */
  before(day: number): ItemSource;
}

/** Finds the credits that a component counts and groups them by payee and span. */
export function collectItems(context: CollectContext): CollectedItems {
  const { table, grid, membership, reversals } = context;
  const { rows, credits } = table;
  const { component } = grid;
  const collector = new ItemCollector();
  const where = compileWhere(component, table, collector);
  const measures = bindMeasures(component, context, collector);
  const dateOf = creditDay(component, rows);
  const ranks = new Map(membership.payees.map((payee, rank) => [payee, rank]));
  const rank = (payee: number): number => ranks.get(payee) ?? -1;
  const ofCollections = component.quantities[0]?.measure.kind === 'collected';
  const unknown = new Set<number>();
  const { clawback } = component;
  /** Span of each credit that can be taken back. */
  const taken = new Map<number, number>();

  const reduces = reversals !== null && reducesApart(clawback);
  /** A credit of another version, of which reversals take from a month of this one. */
  const takeElsewhere = (credit: number, day: number): void => {
    if (!reduces || clawback.attainment !== 'reduceCurrent' || !context.reducesFromElsewhere(day)) return;
    const item = collector.push(credit, day, -1, 0);
    const counts = where(item) === true && measures.every(({ numerator }) => !(numerator(item) instanceof Fault));
    collector.pop();
    if (counts) taken.set(credit, -1);
  };

  const take = (credit: number, day: number, collection: number): void => {
    const payee = credits.payee[credit]!;
    const span = grid.spanOfDay[day - grid.firstDay] ?? -1;
    if (day > context.asOf || !membership.isActive(payee, day)) return;
    if (span < 0 || !isCollected(grid, span)) {
      if (collection < 0) takeElsewhere(credit, day);
      return;
    }
    const item = collector.push(credit, day, collection, rank(payee) * grid.spans.length + span);
    const truth = where(item);
    if (truth === null) unknown.add(credits.row[credit]!);
    if (truth !== true) {
      collector.pop();
      context.onCredited(credit);
      return;
    }
    const fault = faultOf(item, payee, span, measures, context, collector);
    if (fault === null) {
      context.onCredited(credit);
      if (reversals !== null && collection < 0) taken.set(credit, span);
      return;
    }
    collector.pop();
    context.onRejected(credit, fault.code, fault.path, fault.params);
  };

  for (let credit = 0; credit < credits.n; credit += 1) {
    if (component.kinds[credits.kind[credit]!] !== true || rank(credits.payee[credit]!) < 0) continue;
    const row = credits.row[credit]!;
    if (isTakenElsewhere(rows, row, clawback)) continue;
    if (ofCollections) {
      if (rows.collections === null) continue;
      const { offset, kind, day } = rows.collections;
      for (let at = offset[row]!; at < offset[row + 1]!; at += 1) if (kind[at] !== 2) take(credit, day[at]!, at);
      continue;
    }
    const day = dateOf(row);
    if (day === NO_DAY) {
      context.onRejected(credit, 'row.dateMissing', ['dates', component.dateField], { field: component.dateField });
    } else {
      take(credit, day, -1);
    }
  }
  context.findings.undecided.push({ componentId: component.id, rows: unknown });
  context.findings.addUndecided([{ componentId: component.id, rows: unknown.size }]);
  if (reduces) takeFromAttainment(taken, collector, rank, reversals, context);
  const items = withBack(
    collector.group(membership.payees.length * grid.spans.length, credits, rows),
    (back, credit) => reversals?.takenBy(back, credit, clawback) ?? null,
  );
  const sourceOf = (of: Items): ItemSource =>
    new ItemSource(of, grid, rank, bindMeasures(component, context, of), (name) => factField(table, of, name));
  const source = sourceOf(items);
  return {
    source,
    isRecomputed: reversals !== null && clawback.basis === 'recompute',
    before: (day) =>
      reversals === null ? source : sourceOf(withoutReversed(items, (credit) => reversals.left(credit, day, clawback))),
  };
}

/** Whether a row takes back from its original instead of being a credit of its own, or comes too late to do either. */
function isTakenElsewhere({ reverses, day }: CreditTable['rows'], row: number, clawback: CompiledClawback): boolean {
  const original = reverses?.[row] ?? -1;
  return original >= 0 && (clawback.basis !== 'currentPeriod' || clawback.isLate(day[original]!, day[row]!));
}

/**
 * Makes the items that lower attainment and pay nothing: on the day of the reversal, and of the original's attainment
 * only where that is still running then.
 */
function takeFromAttainment(
  taken: ReadonlyMap<number, number>,
  collector: ItemCollector,
  rank: (payee: number) => number,
  reversals: Reversals,
  { table: { credits }, grid, membership, asOf }: CollectContext,
): void {
  const { component, spans } = grid;
  const { clawback, accumulate } = component;
  const windowOf = (span: number): number => (accumulate === 'toDate' ? (spans[span]?.windowFirst ?? span) : span);
  for (const [credit, original] of taken) {
    const payee = credits.payee[credit]!;
    for (const { day, credit: back } of reversals.inTime(credit, clawback)) {
      const span = grid.spanOfDay[day - grid.firstDay] ?? -1;
      if (day > asOf || span < 0 || !isCollected(grid, span) || !membership.isActive(payee, day)) continue;
      if (clawback.attainment === 'reduceOriginal' && windowOf(span) !== windowOf(original)) continue;
      collector.push(credit, day, -1, rank(payee) * spans.length + span, back);
    }
  }
}

/** Items of which some take from attainment alone. */
function withBack(items: Items, partOf: (back: number, credit: number) => CreditPart | null): Items {
  const { back, credit } = items;
  if (back === undefined || !Array.from(back).some((each) => each >= 0)) return items;
  return { ...items, partOf: (item) => (back[item]! < 0 ? null : partOf(back[item]!, credit[item]!)) };
}

/** Whether the version looks at a span: those it answers for, and for `toDate` the earlier ones of the window. */
function isCollected({ component, spans }: ComponentGrid, span: number): boolean {
  if (spans[span]?.governed === true) return true;
  if (component.accumulate !== 'toDate') return false;
  return spans.some(
    ({ governed, windowFirst }, at) => governed && at > span && windowFirst === spans[span]?.windowFirst,
  );
}

function compileWhere(component: CompiledComponent, table: CreditTable, items: ItemList): (item: number) => Truth {
  if (component.where === null) return () => true;
  return compileRule<number>(component.where, { read: (field) => factField(table, items, field) });
}

function bindMeasures(component: CompiledComponent, context: CollectContext, items: ItemList): BoundMeasure[] {
  const missing = context.conversion.plan.plan.missing ?? 'reject';
  return component.quantities.map(({ measure, ofPayout }) =>
    bindMeasure(measure, creditAccess(context.table, items, context.conversion, ofPayout), missing, []),
  );
}

function faultOf(
  item: number,
  payee: number,
  span: number,
  measures: readonly BoundMeasure[],
  { grid, table, figures }: CollectContext,
  items: ItemList,
): Fault | null {
  const { component } = grid;
  if (!component.paysOnPayoutShare && paysOtherwise(table.credits, items.credit[item]!)) {
    return new Fault('row.payoutShare', ['splits'], { componentId: component.id });
  }
  for (const { numerator, denominator } of measures) {
    const value = numerator(item);
    if (value instanceof Fault) return value;
    const below = denominator?.(item);
    if (below instanceof Fault) return below;
  }
  for (const { field, keys } of component.matrixKeys) {
    const value = factField(table, items, field)(item);
    if (typeof value !== 'string' || !keys.has(value)) {
      return new Fault('row.matrixKey', field.split('.'), { field, value: value ?? null });
    }
  }
  for (const decide of component.rateTables) {
    const decision = decide((name) => factField(table, items, name)(item));
    if (decision.ok) continue;
    const isAmbiguous = decision.reasons.some(({ code }) => code === 'conflict');
    return new Fault(isAmbiguous ? 'row.rateAmbiguous' : 'row.rateNone', [], {});
  }
  const { quota, zeroQuota = 'reject', accumulate, quotaBasis } = component.component;
  if (quota === undefined || zeroQuota !== 'reject') return null;
  const { whole, window } = grid.spans[span]!;
  const amount =
    accumulate !== 'toDate'
      ? figures.quota(quota, payee, whole)
      : quotaBasis === 'toDate'
        ? figures.quotaOfPeriods(quota, payee, { start: window.start, end: whole.end })
        : figures.quota(quota, payee, window);
  return amount.isZero() ? new Fault('quota.zero', [], { quota }) : null;
}
