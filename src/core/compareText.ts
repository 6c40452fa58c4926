/** Negative, 0 or positive as a text comes before another, is the same or comes after it, by UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
