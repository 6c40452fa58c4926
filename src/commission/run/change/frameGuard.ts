import { isoCurrencies } from '../../../core/currency.js';
import { NO_DAY, parseDay } from '../../../core/parseDay.js';
import { parseScaled } from '../../../core/fixed/parseScaled.js';
import { idOf, originalOf } from '../batch/rowFamilies.js';
import { withoutZeros } from '../read/decimalCells.js';
import { isDecimal } from '../read/isDecimal.js';
import type { ComputedRun } from '../executeRun.js';
import type { RowFrame } from '../rowFrame.js';

/** Rows before a change and after it; those before and `added` with the families that they are in. */
export interface RowChange {
  /** Rows of the families as they were. */
  readonly before: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly added: readonly unknown[];
}

/**
 * Tells whether a change of rows leaves alone what all rows of a run decide together. It may say no where it does: the run
 * is then computed as a whole.
 */
export class FrameGuard {
  private readonly frame: RowFrame;
  private readonly currency: string | undefined;
  /** Decimals of the amounts' unit where no row needs more. */
  private readonly leastScale: number;
  private readonly dateFields: readonly string[];

  constructor(private readonly run: ComputedRun) {
    const { setup } = run;
    this.frame = run.rowFrame;
    this.currency = setup.plans[0]?.currency;
    this.leastScale = Math.max(0, ...setup.plans.map(({ currency }) => isoCurrencies[currency]?.exponent ?? 0));
    this.dateFields = [
      ...new Set(setup.plans.flatMap(({ components }) => components.map(({ dateField }) => dateField))),
    ];
  }

  keeps({ before, removed, added }: RowChange): boolean {
    const { frame, run } = this;
    // Without a row nothing told the kernels that they cannot add up for plans of several currencies.
    if (frame.isFused && run.setup.plans.some(({ currency }) => currency !== this.currency)) return false;
    const isReversal = added.length === 1 && removed.length === 0 && originalOf(added[0]) !== undefined;
    if (isReversal ? !this.keepsWithReversal(added[0], before) : before.some((row) => this.isSpecial(row)))
      return false;
    if (added.some((row) => !this.fits(row))) return false;
    if (!isReversal && added.some((row) => originalOf(row) !== undefined)) return false;
    if (frame.isFused && added.some((row) => this.isSpecial(row))) return false;
    if (!run.setup.holdsBack) return true;
    const { since } = frame;
    return (
      since !== null &&
      added.every((row) => this.daysOf(row).every((day) => day >= since)) &&
      // Any row of the families may be refused from now on, and be the first no more.
      (isReversal ? removed : before).every((row) => this.daysOf(row).every((day) => day > since))
    );
  }

  /** One more row that takes another one back leaves the others as they are, where that one was in the run anyway. */
  private keepsWithReversal(row: unknown, family: readonly unknown[]): boolean {
    const { since, isFused } = this.frame;
    if (isFused || this.run.rows.reverses === null) return false;
    // A row of the reversal's own id, or of its original's, changes more than one verdict.
    if (family.some((each) => idOf(each) === idOf(row))) return false;
    const originals = family.filter((each) => originalOf(each) === undefined);
    const [original] = originals;
    if (original === undefined) return family.length === 0;
    const names = originalOf(row);
    if (originals.length > 1 || idOf(original) !== names) return false;
    if (family.some((each) => each !== original && originalOf(each) !== names)) return false;
    const booked = dayOf((original as { readonly date?: unknown }).date);
    return (
      booked !== NO_DAY &&
      booked >= this.run.horizon &&
      since !== null &&
      this.daysOf(original).every((day) => day >= since)
    );
  }

  /** Whether a row can decide that kernels cannot compute the run, or at which scale. */
  private isSpecial(row: unknown): boolean {
    if (typeof row !== 'object' || row === null) return false;
    const { splits, currency, amount } = row as Foreign;
    return (
      splits !== undefined ||
      originalOf(row) !== undefined ||
      (currency !== this.currency && typeof currency === 'string' && Object.hasOwn(isoCurrencies, currency)) ||
      (typeof amount === 'string' && isDecimal(amount) && !isHeldAt(amount, this.leastScale))
    );
  }

  /** Whether the columns of the run can hold a row as they are. */
  private fits(row: unknown): boolean {
    if (typeof row !== 'object' || row === null) return true;
    const { amount, splits } = row as Foreign;
    if (typeof amount === 'string' && isDecimal(amount) && !isHeldAt(amount, this.frame.scale)) return false;
    return (
      this.frame.hasPayoutShares ||
      !Array.isArray(splits) ||
      splits.every((split) => (split as { readonly payoutShare?: unknown } | null)?.payoutShare === undefined)
    );
  }

  private daysOf(row: unknown): number[] {
    const { date, dates } = (row ?? {}) as { readonly date?: unknown; readonly dates?: Record<string, unknown> };
    return this.dateFields
      .map((field) => dayOf(field === 'date' ? date : dates?.[field]))
      .filter((day) => day !== NO_DAY);
  }
}

type Foreign = Readonly<Partial<Record<'amount' | 'currency' | 'splits', unknown>>>;

function isHeldAt(amount: string, scale: number): boolean {
  return Number.isSafeInteger(parseScaled(withoutZeros(amount), scale));
}

function dayOf(date: unknown): number {
  return typeof date === 'string' ? parseDay(date) : NO_DAY;
}
