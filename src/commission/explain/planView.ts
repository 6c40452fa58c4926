import { fromDayNumber } from '../../core/date.js';
import type { Decimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Explanation } from '../../core/explanation.js';
import type { PlanRounding } from '../plan/compiledPlan.js';
import { Fault } from '../measure/creditAccess.js';
import { convert, type Conversion } from '../run/creditFields.js';
import { creditOfLine, type ItemList } from '../run/items.js';
import type { DaySpan } from '../run/grid.js';
import type { ItemSource } from '../run/itemSource.js';
import type { PlanRun } from '../run/planRun.js';
import type { PeriodSpan } from '../run/spansOfPeriod.js';
import type { RunView } from './runView.js';
import { SlotView } from './slotView.js';

/** A stretch of days that a figure is asked for: the span, its window, or the window up to the span's end. */
export type FigureBasis = 'span' | 'window' | 'toDate';

/** One version of a plan in a run, as explanations look at it. */
export class PlanView {
  /** Where the plan stands in the input. */
  readonly path: Path;

  constructor(
    readonly run: RunView,
    readonly planRun: PlanRun,
    readonly items: readonly ItemSource[],
  ) {
    this.path = ['plans', planRun.plan.index];
  }

  get rounding(): PlanRounding {
    return this.planRun.plan.rounding;
  }

  slot(component: number, payee: number, span: number): SlotView {
    return new SlotView(this, this.planRun.components[component]!, this.items[component]!, payee, span);
  }

  /**
   * Where a component counts a credit in a period of the run: once, or once a collection. What earlier reversals had
   * left of the credits when the period began is what the period earned on.
   */
  linesOfCredit(
    component: number,
    payee: number,
    credit: number,
  ): { readonly slot: SlotView; readonly item: number }[] {
    const source = this.items[component]!;
    const { grid } = this.planRun.components[component]!;
    const { items } = source;
    const { offset } = items;
    const isOfCredit = (item: number): boolean => creditOfLine(items, item) === credit;
    const found: { slot: SlotView; item: number }[] = [];
    // The slots of a payee stand side by side.
    const slot = source.slot(payee, 0);
    if (slot < 0) return found;
    const end = offset[slot + grid.spans.length]!;
    let span = 0;
    for (let item = next(isOfCredit, offset[slot]!, end); item < end; item = next(isOfCredit, item + 1, end)) {
      while (offset[slot + span + 1]! <= item) span += 1;
      const { governed, earnedIn } = grid.spans[span]!;
      const period = this.planRun.grid.periods[earnedIn];
      if (!governed || period?.inRun !== true) continue;
      const seen = this.seenOn(payee, period.start);
      const left = seen.itemLeft(component, slot + span, item);
      if (left >= 0) found.push({ slot: seen.slot(component, payee, span), item: left });
    }
    return found;
  }

  /** The plan over what earlier reversals had left of the credits of a payee at the start of a day. */
  seenOn(payee: number, day: number): PlanView {
    const seen = this.planRun.seenOn(payee, day);
    return seen === this.planRun ? this : this.run.planOf(seen);
  }

  /** Where an item of a component stands among those that are left; −1 where nothing is left of it. */
  private itemLeft(component: number, slot: number, item: number): number {
    const { origin, offset } = this.items[component]!.items;
    if (origin === undefined) return item;
    const end = offset[slot + 1]!;
    const left = next((at) => origin[at] === item, offset[slot]!, end);
    return left < end ? left : -1;
  }

  /** A component in the span that the last of some days lies in; `null` where it has none. */
  slotAtEnd(componentId: string, payee: number, days: DaySpan): SlotView | null {
    const found = this.planRun.spanAtEnd(componentId, days);
    return found === null ? null : this.slotOf(found, payee);
  }

  /** A span of a component, in the version of the plan that answers for it. */
  slotOf({ version, run, span }: PeriodSpan, payee: number): SlotView {
    const view = version === this.planRun ? this : this.run.planOf(version);
    return view.slot(run.grid.component.index, payee, span);
  }

  /** Position of the assignment that holds on the day before one; −1 for none. */
  assignmentAt(payee: number, end: number): number {
    const assignments = this.planRun.figures.assignments(payee);
    return assignments.find(({ from, to }) => from < end && end <= to)?.index ?? -1;
  }

  /** First day of the statement period in which a span is earned. */
  periodOf(slot: SlotView): string {
    const { earnedIn, start } = slot.run.grid.spans[slot.span]!;
    return this.planRun.grid.periods[earnedIn]?.period.start ?? fromDayNumber(start);
  }

  quotaNode(slot: SlotView, basis: FigureBasis): Explanation {
    const { figures } = this.planRun;
    const id = slot.component.component.quota ?? '';
    const days = daysOf(slot, basis);
    return basis === 'toDate'
      ? figures.explainQuotaOfPeriods(id, slot.payee, days)
      : figures.explainQuota(id, slot.payee, days);
  }

  targetNode(slot: SlotView, basis: FigureBasis): Explanation {
    const { figures } = this.planRun;
    const { targetShare = '1' } = slot.component.component;
    const path = [...slot.path, 'targetShare'];
    const days = daysOf(slot, basis);
    return basis === 'toDate'
      ? figures.explainTargetOfPeriods(slot.payee, days, targetShare, path)
      : figures.explainTarget(slot.payee, days, targetShare, path);
  }

  /** Money of a row in the plan's currency. */
  convert(value: Decimal, row: number, items: ItemList, item: number): Decimal {
    const converted = convert(this.run.rows, this.conversion, row, items, item, value);
    if (converted instanceof Fault) throw new RangeError(`unread fault ${converted.code}`);
    return converted;
  }

  /** How the plan converts the amounts of its credits. */
  get conversion(): Conversion {
    const { plan, grid } = this.planRun;
    return {
      plan,
      lookup: this.run.computed.setup.rateLookup(plan.plan.fx?.policy ?? 'previous'),
      periodEnd: (day) => (grid.allPeriods.find(({ start, end }) => start <= day && day < end)?.end ?? day + 1) - 1,
    };
  }
}

/** The first of some items that is asked for, the end of them for none. */
function next(isAsked: (item: number) => boolean, from: number, end: number): number {
  let item = from;
  while (item < end && !isAsked(item)) item += 1;
  return item;
}

function daysOf({ run, span }: SlotView, basis: FigureBasis): DaySpan {
  const { whole, window } = run.grid.spans[span]!;
  if (basis === 'span') return whole;
  return basis === 'window' ? window : { start: window.start, end: whole.end };
}
