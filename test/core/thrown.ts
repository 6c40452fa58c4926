import { SalesModelError } from '../../src/core/index.js';

/** The library's error that a call throws; any other outcome fails the test. */
export function thrown(call: () => unknown): SalesModelError {
  try {
    call();
  } catch (error) {
    if (error instanceof SalesModelError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
