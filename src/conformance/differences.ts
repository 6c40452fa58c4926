import { toDecimal } from '../core/decimal.js';
import { pathText, type Path } from '../core/errors.js';

/** The most that two estimates of different engines may be apart, relative to the larger. */
const ESTIMATE_TOLERANCE = 1e-12;

/**
 * What of `expected` is not found in `actual`, one readable line each: objects match as subsets, lists element by
 * element, decimal strings by value, whole numbers exactly and other numbers to 1e-12 relative.
 */
export function differences(expected: unknown, actual: unknown, path: Path = []): string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const elements = expected.flatMap((element, index) =>
      index < actual.length ? differences(element, actual[index], [...path, index]) : [],
    );
    if (expected.length === actual.length) return elements;
    return [...elements, line(path, `${expected.length} elements`, `${actual.length}: ${show(actual)}`)];
  }
  if (isRecord(expected) && isRecord(actual)) {
    return Object.keys(expected).flatMap((key) =>
      Object.hasOwn(actual, key)
        ? differences(expected[key], actual[key], [...path, key])
        : [line([...path, key], show(expected[key]), 'nothing')],
    );
  }
  return same(expected, actual) ? [] : [line(path, show(expected), show(actual))];
}

function same(expected: unknown, actual: unknown): boolean {
  if (expected === actual) return true;
  if (typeof expected === 'string' && typeof actual === 'string') return sameDecimal(expected, actual);
  if (typeof expected !== 'number' || typeof actual !== 'number' || Number.isInteger(expected)) return false;
  return Math.abs(expected - actual) <= ESTIMATE_TOLERANCE * Math.max(Math.abs(expected), Math.abs(actual));
}

function sameDecimal(expected: string, actual: string): boolean {
  try {
    return toDecimal(expected).equals(toDecimal(actual));
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function line(path: Path, expected: string, actual: string): string {
  return `${path.length > 0 ? pathText(path) : 'result'}: expected ${expected}, got ${actual}`;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
