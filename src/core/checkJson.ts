import type { Path } from './errors.js';
import { fail } from './fail.js';

/** Deeper than any definition or row of the library, and far from where a recursive schema ends the stack. */
const MAX_DEPTH = 100;

/** Keys that reach an object's prototype when somebody copies them carelessly. */
const FORBIDDEN: ReadonlySet<string> = /* @__PURE__ */ new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Returns nothing for a value that is safe to hand to a schema, and throws for another: at most 100 levels deep, since a
 * schema of things inside things (`Rule`, `Expr`, `Explanation`) follows them by recursion, and without keys that could
 * pollute a prototype. For JSON from users; what `parseRunInput` reads is guarded by it.
 *
 * @param value parsed JSON
 * @param path where the value stands, for the error; default the root
 * @throws SalesModelError `json.tooDeep`, `key.forbidden`
 * @example
 * import { checkJson } from 'salesmodel/core';
 *
 * checkJson({ not: { field: 'renewal', op: 'isTrue' } });
 * checkJson(JSON.parse('{ "attributes": { "__proto__": {} } }')); // throws SalesModelError: attributes.__proto__: must not be the key __proto__
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
