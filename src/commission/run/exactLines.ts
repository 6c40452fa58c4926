import { fromDayNumber } from '../../core/date.js';
import { type Decimal, decimalString, toText } from '../../core/decimal.js';
import { columnOf } from '../../core/fixed/decimalColumn.js';
import { ratioValue } from '../../core/ratio.js';
import { creditKinds } from '../credit/credits.js';
import { ratioPosition } from '../rate/position.js';
import type { RateCredit } from '../rate/rateFunction.js';
import type { Line } from '../schema.js';
import { amountText } from '../statement/amountText.js';
import type { CreditTable } from './creditFields.js';
import { creditOfLine } from './items.js';
import type { ItemSource } from './itemSource.js';
import type { LineSlot, LineSource } from './lines.js';
import type { PlanRun } from './planRun.js';

/** Where a line stands in a run. */
export interface LinePlace {
  readonly run: PlanRun;
  readonly payee: number;
  readonly component: number;
  readonly span: number;
  /** Position among the items of the component, or what made an amount of the span. */
  readonly key: string;
}

/** A line with everything that is known of it. */
export interface ExactLine {
  readonly row: number;
  /** Position among the credits, −1 for an amount of the whole span. */
  readonly credit: number;
  readonly slot: number;
  readonly earned: Decimal;
  readonly place: LinePlace;
  /** Released as a whole. */
  readonly line: Line;
}

/**
 * Makes the lines of plans that were evaluated credit by credit, by payee, plan, component and canonical order.
 *
 * @param only positions of the payees to make them for; `null` = all
 */
export function exactLines(
  planRuns: readonly PlanRun[],
  sourcesOf: (run: PlanRun) => readonly ItemSource[],
  table: CreditTable,
  only: ReadonlySet<number> | null,
): { readonly lines: readonly ExactLine[]; readonly slots: readonly LineSlot[] } {
  const lines: ExactLine[] = [];
  const slots: LineSlot[] = [];
  const order = planRuns
    .flatMap((run) => run.membership.payees.map((payee) => ({ run, payee, id: table.payees[payee]?.id ?? '' })))
    .filter(({ payee }) => only === null || only.has(payee))
    .sort(
      (a, b) =>
        compareText(a.id, b.id) ||
        compareText(a.run.plan.plan.id, b.run.plan.plan.id) ||
        a.run.plan.from - b.run.plan.from,
    );
  for (const { run, payee, id } of order) {
    const components = [...run.components].sort((a, b) => compareText(a.grid.component.id, b.grid.component.id));
    for (const component of components) {
      const { grid } = component;
      grid.spans.forEach((span, index) => {
        const period = run.grid.periods[span.earnedIn];
        if (!span.governed || period?.inRun !== true) return;
        const seen = run.seenOn(payee, period.start);
        const source = sourcesOf(seen)[grid.component.index];
        const result = seen.components[grid.component.index]?.result(payee, index);
        if (source === undefined || result === undefined) return;
        const place = { run, payee, component: grid.component.index, span: index };
        const first = source.items.offset[source.slot(payee, index)] ?? 0;
        const common = {
          payeeId: id,
          planId: run.plan.plan.id,
          componentId: grid.component.id,
          period: period.period.start,
        };
        slots.push({
          payeeId: id,
          planId: run.plan.plan.id,
          planVersion: run.plan.version,
          componentId: grid.component.id,
          start: fromDayNumber(span.start),
        });
        const money = (amount: Decimal): string => amountText(amount, run.plan.rounding.increment);
        result.lines?.forEach((earned, k) => {
          const item = first + k;
          const credit = creditOfLine(source.items, item);
          const row = table.credits.row[credit]!;
          const values = source.credit(item);
          lines.push({
            place: { ...place, key: String(source.items.origin?.[item] ?? item) },
            row,
            credit,
            slot: slots.length - 1,
            earned,
            line: {
              transactionId: table.rows.id(row),
              ...common,
              kind: creditKinds[table.credits.kind[credit]!]!,
              level: table.credits.level[credit]!,
              measure: quantityText(values, 0),
              base: quantityText(values, grid.component.base),
              earned: money(earned),
              released: money(earned),
            },
          });
        });
        for (const { modifier, kind, amount } of result.periodAmounts) {
          const earned = money(amount);
          lines.push({
            place: { ...place, key: `${kind} ${modifier}` },
            row: -1,
            credit: -1,
            slot: slots.length - 1,
            earned: amount,
            line: { transactionId: null, ...common, kind, level: 0, measure: '0', base: '0', earned, released: earned },
          });
        }
      });
    }
  }
  return { lines, slots };
}

/** Lines as objects, with what is released of them. */
export function linesWithReleased(
  lines: readonly ExactLine[],
  releasedOf: (place: LinePlace) => Decimal | undefined,
): readonly Line[] {
  return lines.map(({ line, place }) => {
    const released = releasedOf(place);
    return released === undefined
      ? line
      : { ...line, released: amountText(released, place.run.plan.rounding.increment) };
  });
}

/** Exact lines as columns. */
export function exactLineSource(lines: readonly ExactLine[], slots: readonly LineSlot[]): LineSource {
  return {
    ...columnOf(lines.map(({ earned }) => earned)),
    n: lines.length,
    slots,
    row: () => Int32Array.from(lines, ({ row }) => row),
    slot: () => Int32Array.from(lines, ({ slot }) => slot),
  };
}

/** What a credit adds to a quantity; the ratio itself for a ratio. */
function quantityText({ numerators, denominators }: RateCredit, quantity: number): string {
  const numerator = numerators[quantity];
  const below = denominators[quantity] ?? null;
  if (numerator === undefined) return '0';
  if (below === null) return decimalString(numerator);
  const position = ratioPosition(numerator, below);
  return position.denominator.isZero() ? toText(numerator) : ratioValue(position.numerator, position.denominator);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
