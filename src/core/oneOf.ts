import type { Path } from './errors.js';
import { fail } from './fail.js';

/**
 * Returns the value when it is one of the options: callers in plain JavaScript and stored JSON bring any word.
 *
 * @throws SalesModelError `option.unknown`
 */
export function oneOf<Option extends string>(value: Option, options: readonly Option[], path: Path): Option {
  if (!options.includes(value)) fail('option.unknown', path, { expected: options.join(' | '), value });
  return value;
}
