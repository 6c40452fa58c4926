/** Whether the numbers are a cohort's: at least two, from 0 on, and none above the one before. */
export function isFalling(survivors: readonly number[]): boolean {
  return (
    survivors.length > 1 &&
    survivors.every(
      (count, t) => Number.isFinite(count) && count >= 0 && (t === 0 ? count > 0 : count <= survivors[t - 1]!),
    )
  );
}
