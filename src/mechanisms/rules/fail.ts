import { errorsOf } from '../../core/errors.js';
import { rulesErrors } from '../../locales/en/rules.js';

/** Throws one of the rules mechanism's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof rulesErrors>> = /* @__PURE__ */ errorsOf(rulesErrors);

/** What an error message shows of a wrong value: a scalar as it is, anything else by its kind alone. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `"${value.slice(0, 60)}…"` : `"${value}"`;
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? 'list' : 'object';
}
