import type { Params, Path } from '../../../core/errors.js';

/** What is wrong with a row. */
export interface RowFault {
  readonly code: string;
  /** From the row on. */
  readonly path: Path;
  readonly params: Params;
  /** A person whom the row names and nobody knows. */
  readonly payeeId?: string;
}

/** The fault of a value that is not what is expected in its place. */
export function invalid(code: string, expected: string, value: unknown): RowFault {
  return { code, path: [], params: { expected, value: jsonValue(value) } };
}

/** The value itself where JSON has it as a scalar, else the word for what it is. */
function jsonValue(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return Array.isArray(value) ? 'array' : typeof value;
}
