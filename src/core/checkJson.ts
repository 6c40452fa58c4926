import type { Path } from './errors.js';
import { fail } from './fail.js';

/** Deeper than any definition or row of the library, and far from where a recursive schema ends the stack. */
const MAX_DEPTH = 100;

/** Keys that reach an object's prototype when somebody copies them carelessly. */
const FORBIDDEN: ReadonlySet<string> = /* @__PURE__ */ new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Guards an edge where foreign JSON comes in: limits the nesting, which the schema after it follows by recursion,
 * and refuses keys that could pollute a prototype.
 *
 * @throws SalesModelError `json.tooDeep`, `key.forbidden`
 */
export function checkJson(value: unknown, path: Path = []): void {
  walk(value, [...path], 0);
}

/** Refuses a key that could pollute a prototype. */
export function checkKey(key: string, path: Path): void {
  if (FORBIDDEN.has(key)) fail('key.forbidden', path, { key });
}

/** @param path where `value` stands; grows and shrinks with the walk, so that a sound input builds no path at all */
function walk(value: unknown, path: (string | number)[], depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === MAX_DEPTH) fail('json.tooDeep', path, { max: MAX_DEPTH });
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      walk(value[index], path, depth + 1);
      path.pop();
    }
    return;
  }
  for (const key of Object.keys(value)) {
    path.push(key);
    checkKey(key, path);
    walk((value as Record<string, unknown>)[key], path, depth + 1);
    path.pop();
  }
}
