import * as laws from 'fast-check';

export * from 'fast-check';

const least = Number(process.env['RUNS']);

/** `fc.assert` with at least as many runs as `RUNS` says. */
export const assert: typeof laws.assert = (property: never, params: laws.Parameters = {}) =>
  laws.assert(property, { ...params, numRuns: Math.max(params.numRuns ?? 0, least) }) as never;

export default { ...laws, assert };
