export { compileRun, run, type RunDefinition, type RunEvaluator, type RunOptions } from './run/compileRun.js';
export type { Run } from './run/executeRun.js';
export type { LineColumns, Lines, LineSlot, LineView } from './run/lines.js';
export type { SpanFigure } from './quota/figureSteps.js';
export { quotaFor, type QuotaAssignment } from './quota/quotaFor.js';
export type { QuotaCalendar } from './quota/quotaSpan.js';
export { targetFor, type TargetAssignment, type TargetOptions } from './quota/targetFor.js';
export * from './schema.js';
