import type { RunInput } from '../schema.js';
import { LiveRun } from './change/liveRun.js';
import { runOf } from './compileRun.js';
import type { ComputedRun } from './executeRun.js';
import type { Run } from './run.js';

/** The computed run behind a run as it is now, or that of an input. */
export function computedOf(run: Run | RunInput): ComputedRun {
  return run instanceof LiveRun ? run.whole() : runOf(run as RunInput);
}
