export { compileRun, run, type RunDefinition, type RunEvaluator, type RunOptions } from './run/compileRun.js';
export type { Run } from './run/executeRun.js';
export type { LineColumns, Lines, LineSlot, LineView } from './run/lines.js';
export * from './schema.js';
