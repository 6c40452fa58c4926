export * from './runCases.js';
export * from './schema.js';
