import type { ReadContext, ReadRows } from './read/readContext.js';
export function readColumns(_t: unknown, _c: ReadContext): ReadRows {
  throw new Error('x');
}
