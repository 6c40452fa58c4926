/** How much work a benchmark does. */
export interface Size {
  readonly rows: number;
  readonly payees: number;
  /** Rows of peers that take a second or more for as many as the others get. They have as many payees less. */
  readonly slowRows: number;
  /** Rows of peers that take ten seconds or more. */
  readonly slowestRows: number;
  readonly repetitions: number;
}

export const FULL: Size = { rows: 1_000_000, payees: 1000, slowRows: 1_000_000, slowestRows: 200_000, repetitions: 7 };
export const QUICK: Size = { rows: 50_000, payees: 100, slowRows: 5000, slowestRows: 2000, repetitions: 5 };
/** A quick race takes no further repetition once it has taken so long. */
export const QUICK_RACE_MS = 150;
