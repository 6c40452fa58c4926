import type { Fields } from './lifecycleEvent.js';

/** Sets fields of an entity in place. A loop: it costs less than a copy by the engine. */
export function assign(fields: Record<string, unknown>, set: Fields): void {
  for (const field in set) if (Object.hasOwn(set, field)) fields[field] = set[field];
}
