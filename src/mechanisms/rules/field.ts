import { checkKey } from '../../core/checkJson.js';
import type { Path } from '../../core/errors.js';
import { fail, shown } from './fail.js';

/**
 * How a field is compared. `any` takes the kind of the rule's value: a text that reads as a decimal or a date on both
 * sides is compared as one, every other text as it is written.
 */
export type FieldKind = 'decimal' | 'string' | 'boolean' | 'date' | 'list' | 'tree' | 'any';

/** The kind of a field, or the list of the texts that it may hold. */
export type FieldType = FieldKind | readonly string[];

/** The fields that rules may name. A key such as `attributes.*` stands for every field below. */
export type FieldCatalogue = Readonly<Record<string, FieldType>>;

/** Resolves a field once, when a rule is compiled; the result is called for each fact. */
export type FieldReader<F> = (field: string) => (fact: F) => unknown;

/** Which fields a rule or an expression may name, where their values come from, and where it stands in the input. */
export interface FieldOptions<F> {
  /** The fields that may be named, and their kinds; without it every field may be named. */
  readonly fields?: FieldCatalogue;
  /** Resolves a field to the source of its values. Default: the keys of a plain object. */
  readonly read?: FieldReader<F>;
  /** Where the rule or expression stands in the caller's input, for errors. */
  readonly path?: Path;
}

/** The type of a field under a catalogue, once its name is known to be safe. */
export function fieldType(field: unknown, catalogue: FieldCatalogue | undefined, path: Path): FieldType {
  if (typeof field !== 'string' || field === '')
    return fail('rule.type', path, { expected: 'field', value: shown(field) });
  const steps = field.split('.');
  for (const step of steps) {
    checkKey(step, path);
    if (step === '') fail('rule.type', path, { expected: 'field', value: shown(field) });
  }
  if (catalogue === undefined) return 'any';
  return listedType(field, catalogue) ?? fail('rule.unknownField', path, { field });
}

/** Whether a catalogue lists a field, by itself or with those beside it. */
export function hasField(field: string, catalogue: FieldCatalogue): boolean {
  return listedType(field, catalogue) !== undefined;
}

function listedType(field: string, catalogue: FieldCatalogue): FieldType | undefined {
  if (Object.hasOwn(catalogue, field)) return catalogue[field];
  const steps = field.split('.');
  for (let length = steps.length - 1; length > 0; length--) {
    const group = `${steps.slice(0, length).join('.')}.*`;
    if (Object.hasOwn(catalogue, group)) return catalogue[group];
  }
  return undefined;
}

/** Whether a field is one key of a fact, read as it is: no path, and nothing that objects inherit. */
export function isOwnKey(field: string): boolean {
  return !field.includes('.') && !(field in Object.prototype);
}

/**
 * Reads a field of a plain object: `attributes.region` is the `region` of its `attributes`, or else its own key of that
 * full name. What an object inherits is not a field.
 */
export function readField(field: string): (fact: object) => unknown {
  if (isOwnKey(field)) return (fact) => (fact as Record<string, unknown>)[field];
  const steps = field.split('.');
  if (steps.length === 2 && !steps.some((step) => step in Object.prototype)) {
    const [outer, inner] = steps as [string, string];
    return (fact) => {
      const nested = (fact as Record<string, unknown>)[outer];
      const value =
        typeof nested === 'object' && nested !== null ? (nested as Record<string, unknown>)[inner] : undefined;
      return value === undefined ? (fact as Record<string, unknown>)[field] : value;
    };
  }
  return (fact) => {
    let value: unknown = fact;
    for (const step of steps) {
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string, unknown>)[step]
          : undefined;
    }
    return value === undefined && Object.hasOwn(fact, field) ? (fact as Record<string, unknown>)[field] : value;
  };
}
