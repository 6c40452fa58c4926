/** A database or a data frame with the sales and quotas of a workload loaded. */
export interface Engine {
  readonly name: string;
  /** Exact commission of each slot, not rounded, in millionths of minor units. One with a clock of its own gives a `Timed`. */
  totals(): unknown;
  /** Makes the exact commission of every sale, inside the engine. */
  lines(): unknown;
  /** Sums of the lines made last, as totals are. */
  lineSums(): Promise<ArrayLike<number>> | ArrayLike<number>;
  close?(): void;
}

/** Why there is no engine here. */
export interface Skipped {
  readonly name: string;
  readonly skipped: string;
}

/** A package that need not be installed; undefined where it is not. */
export async function optional<Module>(name: string): Promise<Module | undefined> {
  try {
    return (await import(name)) as Module;
  } catch {
    return undefined;
  }
}
