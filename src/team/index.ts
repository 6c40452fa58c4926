export { ancestorsAt } from './hierarchy/ancestorsAt.js';
export { compileHierarchy } from './hierarchy/compileHierarchy.js';
export type { AncestorOptions, Hierarchy, ParentAt } from './hierarchy/hierarchy.js';
export { lintHierarchy, type LintHierarchyOptions } from './hierarchy/lintHierarchy.js';
export { rollUpAt } from './hierarchy/rollUpAt.js';
export type { HierarchySnapshot, RollUp, SpanOfControl } from './hierarchy/snapshot.js';
export { spansAt } from './hierarchy/spansAt.js';
export { HierarchyLink } from './schema.js';
