/** How much work a benchmark does. */
export interface Size {
  readonly rows: number;
  readonly payees: number;
  /** Rows of the slow peers, which get as many payees less. */
  readonly slowRows: number;
  readonly repetitions: number;
}

export const FULL: Size = { rows: 1_000_000, payees: 1000, slowRows: 100_000, repetitions: 9 };
export const QUICK: Size = { rows: 200_000, payees: 200, slowRows: 10_000, repetitions: 7 };
