import { invalid, type RowFault } from './rowFault.js';

/** Adds the faults of a value to a list, with paths from the value on. Of a sound value it builds nothing. */
export type Check = (value: unknown, faults: RowFault[]) => void;

/** Accepts a value by a predicate. */
export function leaf(code: string, expected: string, holds: (value: unknown) => boolean): Check {
  return (value, faults) => {
    if (!holds(value)) faults.push(invalid(code, expected, value));
  };
}

/** Accepts an object with these fields and no others, as a strict object of a schema does. */
export function strictObject<T>(
  fields: { readonly [Field in keyof Required<T>]: Check },
  required: readonly (keyof T & string)[],
): Check {
  const checks: ReadonlyMap<string, Check> = new Map(Object.entries<Check>(fields));
  return (value, faults) => {
    if (!isObject(value)) {
      faults.push(invalid('row.fieldInvalid', 'object', value));
      return;
    }
    for (const key in value) {
      const start = faults.length;
      const check = checks.get(key) ?? refuse;
      check(value[key], faults);
      if (faults.length > start) prefix(faults, start, key);
    }
    for (const key of required) {
      if (key in value) continue;
      const start = faults.length;
      checks.get(key)?.(undefined, faults);
      prefix(faults, start, key);
    }
  };
}

/** Accepts a list of such values. */
export function listOf(check: Check): Check {
  return (value, faults) => {
    if (!Array.isArray(value)) {
      faults.push(invalid('row.fieldInvalid', 'list', value));
      return;
    }
    for (let at = 0; at < value.length; at++) {
      const start = faults.length;
      check(value[at], faults);
      if (faults.length > start) prefix(faults, start, at);
    }
  };
}

/** Accepts an object of any keys with such values; `__proto__` is passed over, as schemas and readers do. */
export function mapOf(check: Check): Check {
  return (value, faults) => {
    if (!isPlain(value)) {
      faults.push(invalid('row.fieldInvalid', 'object', value));
      return;
    }
    for (const key in value) {
      if (key === '__proto__') continue;
      const start = faults.length;
      check(value[key], faults);
      if (faults.length > start) prefix(faults, start, key);
    }
  };
}

function refuse(value: unknown, faults: RowFault[]): void {
  faults.push(invalid('row.fieldInvalid', 'absent', value));
}

function prefix(faults: RowFault[], start: number, step: string | number): void {
  for (let at = start; at < faults.length; at++) {
    const fault = faults[at]!;
    faults[at] = { ...fault, path: [step, ...fault.path] };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** No instance of a class: the prototype is none or that of plain objects, of whatever realm. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype as object, 'isPrototypeOf');
}
