import { scaledInteger } from '../../core/fixed/decimalColumn.js';
import { doubleRunner } from '../../core/fixed/doubleRunner.js';
import type { Runner } from '../../core/fixed/runner.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { ComponentStatement } from '../schema.js';
import type { ComponentRun } from '../run/componentRun.js';
import { kernelUnder } from '../run/fusedKernel.js';
import type { FusedSource } from '../run/fusedSource.js';
import { attainmentOf, type SlotQuota, slotQuota } from '../run/slotQuota.js';

type DoubleRunner = Runner<number, Float64Array>;

/** A component in a period, and what it earned in units of the last decimal of the plan's increment. */
interface EarnedSlot {
  readonly statement: ComponentStatement;
  readonly earned: number;
}

/**
 * The sums of one component by slot, under changes of single rows. They start from those of a computed run, which stays
 * as it is.
 */
export class SlotSums {
  private readonly totals: Float64Array;
  /** For `perTransaction`: sums of the rounded lines, in increments. */
  private readonly lineSums: Float64Array | null;
  private readonly runner: DoubleRunner;
  /** What slots earn without their cap; `null` where there is none. */
  private readonly uncapped: DoubleRunner | null;
  private readonly decimals: number;
  private readonly step: number;

  private constructor(
    private readonly source: FusedSource,
    private readonly run: ComponentRun,
    kernel: 'safe' | 'wide',
    private readonly scale: number,
  ) {
    const { table, spanSlots, grid } = source.component;
    const { increment } = run.plan.rounding;
    this.decimals = increment.decimalPlaces();
    this.step = Number(scaledInteger(increment, this.decimals));
    const column = (read: (slot: number) => number | bigint): Float64Array =>
      Float64Array.from({ length: spanSlots }, (_, slot) => Number(read(slot)));
    this.totals = column((slot) => source.kernel.sum(slot));
    this.lineSums =
      grid.component.accumulate === 'perTransaction' ? column((slot) => source.kernel.lineSum(slot)) : null;
    this.runner = doubleRunner(table, kernel);
    this.uncapped =
      grid.component.modifiers.list.length === 0
        ? null
        : doubleRunner({ ...table, cap: table.cap.map(() => Infinity) }, kernel);
  }

  /**
   * The sums of a component, or `null` where its figures in a period depend on more than the sum of that period, or on
   * more than tiers and one cap.
   *
   * @param scale decimals of the amounts
   */
  static of(source: FusedSource, run: ComponentRun, scale: number): SlotSums | null {
    const { kernel } = source.kernel;
    const { accumulate, modifiers } = source.component.grid.component;
    const [modifier, ...others] = modifiers.list;
    if (kernel === 'bigint' || accumulate === 'toDate' || others.length > 0) return null;
    if (modifier !== undefined && (modifier.kind !== 'cap' || modifier.defers)) return null;
    return new SlotSums(source, run, kernel, scale);
  }

  /** Whether the sums stay exact while the magnitudes of all amounts come to a bound. */
  holds(bound: number): boolean {
    const { component, kernel } = this.source;
    return kernelUnder(component, this.totals, bound) === kernel.kernel;
  }

  /** Span of a day, −1 for none. */
  spanOf(day: number): number {
    const { periodOfDay, firstDay } = this.source.component.spanMap;
    return periodOfDay[day - firstDay] ?? -1;
  }

  /** Adds the amount of a row to its slot, or takes it from there. */
  add(payee: number, span: number, amount: number, sign: 1 | -1): void {
    const slot = this.source.slot(payee, span);
    this.totals[slot]! += sign * amount;
    if (this.lineSums !== null) this.lineSums[slot]! += sign * valueOf(this.runner, slot, amount);
  }

  /** The component in a span as its statement shows it. */
  earned(payee: number, span: number): EarnedSlot {
    const { source, run, lineSums, decimals, step, uncapped } = this;
    const slot = source.slot(payee, span);
    const total = this.totals[slot]!;
    const earned = (lineSums === null ? valueOf(this.runner, slot, total) : lineSums[slot]!) * step;
    const before = uncapped === null ? earned : valueOf(uncapped, slot, total) * step;
    const id = run.grid.component.id;
    const measure = scaledText(total, this.scale);
    const money = (units: number): string => scaledText(units, decimals, decimals);
    const [earnedText, beforeModifiers] = [money(earned), money(before)];
    const modifiers = uncapped === null ? [] : [{ index: 0, kind: 'cap' as const, effect: money(earned - before) }];
    const quota = this.quota(payee, span, slot);
    const statement =
      quota === null
        ? { id, measure, earned: earnedText, beforeModifiers, modifiers }
        : {
            id,
            measure,
            quota: quota.text,
            attainment: attainmentOf(total, quota),
            earned: earnedText,
            beforeModifiers,
            modifiers,
          };
    return { statement, earned };
  }

  private quota(payee: number, span: number, slot: number): SlotQuota | null {
    const { quotas } = this.source.component;
    const known = quotas[slot];
    if (known !== undefined) return known;
    const slotSpan = this.run.slotSpan(payee, span);
    return slotSpan.hasQuota ? (quotas[slot] = slotQuota(slotSpan.quota(), this.scale)) : null;
  }
}

/** What a slot earns on a total, in increments. */
function valueOf(runner: DoubleRunner, slot: number, total: number): number {
  runner.reset(slot);
  return runner.add(slot, total);
}
