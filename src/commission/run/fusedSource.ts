import { fromDayNumber } from '../../core/date.js';
import { type Decimal, times, toDecimal } from '../../core/decimal.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { scaledInteger } from '../../core/fixed/decimalColumn.js';
import { rowNumbers } from '../../core/fixed/rowSorter.js';
import { slotsOf } from '../../core/fixed/slots.js';
import { bindMeasure } from '../measure/compileMeasure.js';
import type { Payee } from '../schema.js';
import { creditAccess, type CreditTable, factField } from './creditFields.js';
import type { CreditSource, QuantitySums } from './creditSource.js';
import type { FusedComponent } from './fusedComponent.js';
import { type KernelRun, runKernel } from './fusedKernel.js';
import type { FusedPlan } from './fusedPlan.js';
import type { Items } from './items.js';
import { ItemSource } from './itemSource.js';
import type { Keys, OrderedKeys } from './keys.js';
import type { LineSlot } from './lines.js';
import type { Rows } from './rows.js';

/** One component in the kernels: sums by slot at once, single credits when somebody asks for them. */
export class FusedSource implements CreditSource {
  readonly roundedSum?: (payee: number, span: number) => Decimal;
  readonly kernel: KernelRun;
  private grouped: ItemSource | null = null;
  private lastSlot = NaN;
  private lastTotals: QuantitySums = { count: 0, numerators: [], denominators: [] };

  constructor(
    readonly component: FusedComponent,
    private readonly plan: FusedPlan,
    rows: Rows,
    private readonly payees: readonly Payee[],
    private readonly table: () => CreditTable,
    /** The rows as they stand. */
    keys: Keys,
    private readonly ordered: () => OrderedKeys,
  ) {
    const { slotSums } = rows;
    const sums = slotSums?.map === component.map ? slotSums.sums : null;
    this.kernel = runKernel(component, keys, ordered, rows.amount.scale, rows.amountBound, sums);
    if (component.grid.component.accumulate === 'perTransaction') {
      const { increment } = plan.grid.plan.rounding;
      this.roundedSum = (payee, span) => times(toDecimal(this.kernel.lineSum(this.slot(payee, span))), increment);
    }
  }

  credits(payee: number, span: number): ReturnType<CreditSource['credits']> {
    return this.items().credits(payee, span);
  }

  totals(payee: number, span: number): QuantitySums {
    const slot = this.slot(payee, span);
    // Everything about a slot is mostly asked for at once.
    if (slot !== this.lastSlot) {
      const total = this.kernel.spanTotal(slot);
      this.lastSlot = slot;
      // Tiers earn the same on no credits as on credits that cancel out: nothing.
      this.lastTotals = { count: total.isZero() ? 0 : 1, numerators: [total], denominators: [null] };
    }
    return this.lastTotals;
  }

  /** The credits by slot, grouped by one counting sort when they are first asked for. */
  items(): ItemSource {
    return (this.grouped ??= this.group());
  }

  /** Rounded earning of each span slot at the scale of the increment, `null` where windows share their earnings. */
  earned(): FixedColumn | null {
    const { component, kernel } = this;
    const { accumulate } = component.grid.component;
    if (accumulate === 'toDate') return null;
    const { increment } = this.plan.grid.plan.rounding;
    const scale = increment.decimalPlaces();
    const step = scaledInteger(increment, scale);
    const earnings = kernel.earnings();
    if (kernel.kernel === 'bigint') {
      return {
        values: Array.from({ length: component.spanSlots }, (_, slot) => BigInt(earnings[slot]!) * step),
        scale,
      };
    }
    const values = new Float64Array(component.spanSlots);
    const by = Number(step);
    for (let slot = 0; slot < values.length; slot += 1) values[slot] = Number(earnings[slot]!) * by;
    return { values, scale };
  }

  /** Lines of the kernel at the scale of the increment, in canonical order. */
  lines(): FixedColumn {
    const { increment } = this.plan.grid.plan.rounding;
    const scale = increment.decimalPlaces();
    const step = scaledInteger(increment, scale);
    const values = this.kernel.lines();
    if (step === 1n) return { values, scale };
    return values instanceof Float64Array
      ? { values: values.map((value) => value * Number(step)), scale }
      : { values: values.map((value) => value * step), scale };
  }

  /** Span slot of each line, −1 where its row earns nothing here. */
  lineSlots(): Int32Array {
    return slotsOf(this.component.spanMap, this.ordered());
  }

  /** Row of each line. */
  lineRows(): Int32Array {
    const { row, day } = this.ordered();
    return row ?? rowNumbers(day.length);
  }

  /** Whose slots the span slots are, in their order. */
  lineSlotNames(): LineSlot[] {
    const { plan, component, payees } = this;
    const { grid } = component;
    const starts = grid.spans.map(({ start }) => fromDayNumber(start));
    return plan.membership.payees.flatMap((payee) =>
      starts.map((start) => ({
        payeeId: payees[payee]?.id ?? '',
        planId: plan.grid.plan.plan.id,
        planVersion: plan.grid.plan.version,
        componentId: grid.component.id,
        start,
      })),
    );
  }

  /** Span slot of a payee, −1 for none. */
  slot(payee: number, span: number): number {
    const base = this.component.spanMap.slotBase[payee]!;
    return base < 0 ? -1 : base + span;
  }

  private group(): ItemSource {
    const { component } = this;
    const keys = this.ordered();
    const table = this.table();
    const { grid } = component;
    const slotOfKey = slotsOf(component.spanMap, keys);
    const offset = new Int32Array(component.spanSlots + 1);
    let n = 0;
    for (const slot of slotOfKey) {
      if (slot < 0) continue;
      offset[slot + 1]! += 1;
      n += 1;
    }
    for (let slot = 0; slot < component.spanSlots; slot += 1) offset[slot + 1]! += offset[slot]!;
    const next = offset.slice(0, component.spanSlots);
    const credit = new Int32Array(n);
    const day = new Int32Array(n);
    slotOfKey.forEach((slot, at) => {
      if (slot < 0) return;
      const place = next[slot]!++;
      credit[place] = keys.row === null ? at : keys.row[at]!;
      day[place] = keys.day[at]!;
    });
    const items: Items = { n, offset, credit, day, collection: new Int32Array(n).fill(-1) };
    const conversion = { plan: this.plan.grid.plan, lookup: () => undefined, periodEnd: (on: number) => on };
    const measures = grid.component.quantities.map(({ measure, ofPayout }) =>
      bindMeasure(measure, creditAccess(table, items, conversion, ofPayout), 'reject', []),
    );
    return new ItemSource(
      items,
      grid,
      (payee) => Math.floor(component.spanMap.slotBase[payee]! / grid.spans.length),
      measures,
      (name) => factField(table, items, name),
    );
  }
}
