/** Sales of many payees in one year, in random order, in the columns and the objects that contenders start from. */
export interface Workload {
  readonly rows: number;
  readonly payees: number;
  readonly slots: number;
  readonly payee: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Minor units, two decimals. */
  readonly amount: Float64Array;
  /** payee × 12 + month, for contenders that get a ready key and for proofs. */
  readonly slot: Int32Array;
  /** Month 0 to 11 of the days from `firstDay` on. */
  readonly monthOfDay: Int32Array;
  readonly firstDay: number;
  /** Minor units by slot. */
  readonly quota: Float64Array;
}

/** A sale as an application has it. */
export interface Sale {
  readonly id: string;
  readonly payeeId: string;
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
}

export const MONTHS = 12;
/** Graduated rates by attainment of the monthly quota, the accelerator folded in, in millionths. */
export const RATES: readonly number[] = [50_000, 82_500, 131_250, 165_625];
export const RATE_TEXTS: readonly string[] = ['0.05', '0.0825', '0.13125', '0.165625'];
/** Upper bounds of all but the last tier, and the cap on the earning, in percent of the quota. */
export const BOUND_PERCENTS: readonly number[] = [50, 100, 150];
export const CAP_PERCENT = 12;
/** Minor units × millionths in one minor unit. */
export const RATE_UNIT = 1_000_000;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2025, 0, 1) / DAY_MS;

/** A generator of fractions (Marsaglia's xorshift with 32 bits of state). */
export function fractions(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The same sales for the same arguments. Quotas grow with the rows of a slot, so that all tiers and the cap are reached. */
export function workload(rows: number, payees: number, seed = 20_250_101): Workload {
  const draw = fractions(seed);
  const slots = payees * MONTHS;
  const monthOfDay = Int32Array.from({ length: 365 }, (_, i) => new Date((FIRST_DAY + i) * DAY_MS).getUTCMonth());
  const payee = new Int32Array(rows);
  const day = new Int32Array(rows);
  const amount = new Float64Array(rows);
  const slot = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const dayOfYear = Math.floor(draw() * monthOfDay.length);
    payee[row] = Math.floor(draw() * payees);
    day[row] = FIRST_DAY + dayOfYear;
    amount[row] = 1 + Math.floor(draw() * 100_000_000);
    slot[row] = payee[row]! * MONTHS + monthOfDay[dayOfYear]!;
  }
  const usual = (50_000_000 * rows) / slots;
  const quota = Float64Array.from({ length: slots }, () => Math.ceil((usual * (0.6 + draw() * 0.8)) / 100) * 100);
  return { rows, payees, slots, payee, day, amount, slot, monthOfDay, firstDay: FIRST_DAY, quota };
}

/** Rows by day, those of a day as they stand: the order in which a run adds them up. */
export function dayOrder({ rows, day }: Workload): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row).sort((a, b) => day[a]! - day[b]! || a - b);
}

/** Rows by slot and day, as an application that keeps them grouped has them. */
export function slotOrder({ rows, slot, day }: Workload): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => slot[a]! - slot[b]! || day[a]! - day[b]! || a - b,
  );
}

/** The same sales in another order. */
export function arranged(of: Workload, order: Uint32Array): Workload {
  return {
    ...of,
    payee: Int32Array.from(order, (row) => of.payee[row]!),
    day: Int32Array.from(order, (row) => of.day[row]!),
    amount: Float64Array.from(order, (row) => of.amount[row]!),
    slot: Int32Array.from(order, (row) => of.slot[row]!),
  };
}

/** The sales as objects. Their ids ascend with the rows unless `idOf` gives other numbers. */
export function sales(of: Workload, idOf: (row: number) => number = (row) => row): Sale[] {
  return Array.from({ length: of.rows }, (_, row) => ({
    id: saleId(idOf(row)),
    payeeId: payeeId(of.payee[row]!),
    date: new Date(of.day[row]! * DAY_MS).toISOString().slice(0, 10),
    amount: money(of.amount[row]!),
    currency: 'USD',
  }));
}

function saleId(number: number): string {
  return `T${String(number).padStart(8, '0')}`;
}

export function payeeId(payee: number): string {
  return `R${String(payee).padStart(4, '0')}`;
}

/** Minor units as text. */
export function money(minor: number): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Bounds of the tiers of a quota that is a multiple of 100, in minor units. */
export function bounds(quota: number): number[] {
  return BOUND_PERCENTS.map((percent) => (quota * percent) / 100);
}

export function capOf(quota: number): number {
  return (quota * CAP_PERCENT) / 100;
}
