export * as commission from './commission/index.js';
export * as core from './core/index.js';
export * as forecast from './mechanisms/forecast/index.js';
export * as rules from './mechanisms/rules/index.js';
export * as scoring from './mechanisms/scoring/index.js';
export * as segmentation from './segmentation/index.js';
export * as team from './team/index.js';
