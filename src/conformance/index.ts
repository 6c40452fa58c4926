export { runCases, type CaseResult } from './runCases.js';
export { CaseFile, ConformanceCase, type Json } from './schema.js';
