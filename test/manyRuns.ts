import * as laws from 'fast-check';

export * from 'fast-check';

const least = Number(process.env['RUNS']);

type Assert = (property: laws.IRawProperty<unknown>, params?: laws.Parameters<unknown>) => void | Promise<void>;

/** `fc.assert` with at least as many runs as `RUNS` says. */
const many: Assert = (property, params = {}) =>
  laws.assert(property, { ...params, numRuns: Math.max(params.numRuns ?? 0, least) });

export const assert = many as typeof laws.assert;

export default { ...laws, assert };
