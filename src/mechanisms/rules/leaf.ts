import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { decimalBound, shortDecimal } from './decimalOrder.js';
import { fail, shown } from './fail.js';
import type { FieldKind, FieldType } from './field.js';
import { compileGlob } from './glob.js';
import type { RuleOperator, Truth } from './rule.js';

/** Judges the value of a field: undefined and null are missing. */
export type ValueTest = (value: unknown) => Truth;

const OPERATORS: Readonly<Record<FieldKind, readonly RuleOperator[]>> = {
  decimal: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'notIn', 'between', 'exists'],
  string: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'matches', 'exists'],
  boolean: ['eq', 'ne', 'isTrue', 'exists'],
  date: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'notIn', 'within', 'exists'],
  list: ['contains', 'exists'],
  tree: ['eq', 'ne', 'in', 'notIn', 'under', 'exists'],
  any: [
    ...(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'notIn', 'between', 'contains', 'startsWith', 'matches'] as const),
    ...(['under', 'within', 'isTrue', 'exists'] as const),
  ],
};

/** A list of texts is a text that is one of them. */
export function kindOf(type: FieldType): FieldKind {
  return typeof type === 'string' ? type : 'string';
}

/** Checks that an operator exists and suits the kind of its field. */
export function checkOperator(op: unknown, type: FieldType, path: Path): RuleOperator {
  const allowed = OPERATORS[kindOf(type)];
  if ((allowed as readonly unknown[]).includes(op)) return op as RuleOperator;
  return fail('rule.unknownOperator', path, { expected: allowed.join(', '), operator: shown(op) });
}

/**
 * Compiles the test of one comparison. Equality of values of different kinds is false; an order, a text operator or a
 * tree on a value of another kind is unknown, because nobody can say.
 *
 * @param path where the rule's value stands in the caller's input
 */
export function compileLeaf(op: RuleOperator, bound: unknown, type: FieldType, path: Path): ValueTest {
  switch (op) {
    case 'exists':
      return (value) => !isMissing(value);
    case 'isTrue':
      return (value) => (typeof value === 'boolean' ? value : null);
    case 'eq':
      return equals(bound, type, path);
    case 'ne':
      return negated(equals(bound, type, path));
    case 'in':
      return isOneOf(bound, type, path);
    case 'notIn':
      return negated(isOneOf(bound, type, path));
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return ordered(op, bound, type, path);
    case 'between':
      return isBetween(bound, path);
    case 'within':
      return isWithin(bound, path);
    case 'contains':
      return contains(bound, path);
    case 'startsWith': {
      const prefix = text(bound, path);
      return (value) => (typeof value === 'string' ? value.startsWith(prefix) : null);
    }
    case 'matches': {
      const fits = compileGlob(text(bound, path));
      return (value) => (typeof value === 'string' ? fits(value) : null);
    }
    case 'under':
      return isUnder(bound, path);
  }
}

/** Day number of a date, or of the day that an instant is written with; NO_DAY for anything else. */
export function dayOf(value: unknown): number {
  if (typeof value !== 'string') return NO_DAY;
  return parseDay(value.length > 10 && value.charCodeAt(10) === 84 ? value.slice(0, 10) : value);
}

/** How a rule's own value is compared: by the field's type, or without one by what the value reads as. */
export function comparedAs(bound: unknown, type: FieldType, path: Path): 'decimal' | 'date' | 'string' | 'boolean' {
  if (type === 'any') return readsAs(bound, path);
  if (typeof type !== 'string') {
    if (type.includes(bound as string)) return 'string';
    return fail('rule.type', path, { expected: `one of ${type.join(', ')}`, value: shown(bound) });
  }
  const form = type === 'tree' ? 'string' : type;
  const fits =
    typeof bound === (form === 'boolean' ? 'boolean' : 'string') || (form === 'decimal' && typeof bound === 'number');
  return fits && form !== 'list' ? form : fail('rule.type', path, { expected: type, value: shown(bound) });
}

function readsAs(bound: unknown, path: Path): 'decimal' | 'date' | 'string' | 'boolean' {
  switch (typeof bound) {
    case 'number':
      return 'decimal';
    case 'boolean':
      return 'boolean';
    case 'string':
      if (parseDay(bound) !== NO_DAY) return 'date';
      return Number.isNaN(shortDecimal(bound)) ? 'string' : 'decimal';
    default:
      return fail('rule.type', path, { expected: 'scalar', value: shown(bound) });
  }
}

function equals(bound: unknown, type: FieldType, path: Path): ValueTest {
  switch (comparedAs(bound, type, path)) {
    case 'decimal': {
      const { order } = decimalBound(bound as string | number, path);
      return (value) => (isMissing(value) ? null : order(value) === 0);
    }
    case 'date': {
      const day = boundDay(bound, path);
      return (value) => (isMissing(value) ? null : dayOf(value) === day);
    }
    case 'string':
    case 'boolean':
      return (value) => (value === bound ? true : isMissing(value) ? null : false);
  }
}

function isOneOf(bound: unknown, type: FieldType, path: Path): ValueTest {
  if (!Array.isArray(bound)) return fail('rule.type', path, { expected: 'list', value: shown(bound) });
  const exact = new Set<unknown>();
  const days = new Set<number>();
  const decimals: ValueTest[] = [];
  bound.forEach((entry: unknown, index) => {
    const entryPath = [...path, index];
    const form = comparedAs(entry, type, entryPath);
    if (form === 'date') days.add(boundDay(entry, entryPath));
    else if (form === 'decimal') decimals.push(equals(entry, type, entryPath));
    else exact.add(entry);
  });
  return (value) => {
    if (exact.has(value)) return true;
    if (isMissing(value)) return null;
    return (days.size > 0 && days.has(dayOf(value))) || decimals.some((test) => test(value) === true);
  };
}

function ordered(op: 'lt' | 'le' | 'gt' | 'ge', bound: unknown, type: FieldType, path: Path): ValueTest {
  const form = comparedAs(bound, type, path);
  if (form !== 'decimal' && form !== 'date') {
    return fail('rule.type', path, { expected: 'decimal or date', value: shown(bound) });
  }
  const lowest = op === 'ge' ? 0 : op === 'gt' ? 1 : -1;
  const highest = op === 'le' ? 0 : op === 'lt' ? -1 : 1;
  const { double, order } =
    form === 'decimal' ? decimalBound(bound as string | number, path) : { double: NaN, order: orderByDay(bound, path) };
  return (value) => {
    if (typeof value === 'number' && value > -Infinity && value < Infinity) {
      // NaN, where doubles cannot tell, is neither below nor above nor equal.
      if (value < double) return lowest === -1;
      if (value > double) return highest === 1;
      if (value === double) return lowest <= 0 && highest >= 0;
    }
    const sign = order(value);
    return Number.isNaN(sign) ? null : sign >= lowest && sign <= highest;
  };
}

function isBetween(bound: unknown, path: Path): ValueTest {
  if (!Array.isArray(bound) || bound.length !== 2) {
    return fail('rule.type', path, { expected: '[low, high]', value: shown(bound) });
  }
  const [low, high] = bound as [string | number, string | number];
  const fromLow = decimalBound(low, [...path, 0]).order;
  const fromHigh = decimalBound(high, [...path, 1]).order;
  if (fromLow(high) < 0)
    fail('rule.type', path, { expected: '[low, high] with low ≤ high', value: `[${low}, ${high}]` });
  return (value) => {
    const sign = fromLow(value);
    return Number.isNaN(sign) ? null : sign >= 0 && fromHigh(value) <= 0;
  };
}

function isWithin(bound: unknown, path: Path): ValueTest {
  if (typeof bound !== 'object' || bound === null || Array.isArray(bound)) {
    return fail('rule.type', path, { expected: '{ from, to }', value: shown(bound) });
  }
  for (const key of Object.keys(bound)) {
    if (key !== 'from' && key !== 'to') fail('rule.type', path, { expected: '{ from, to }', value: key });
  }
  const { from, to } = bound as { from?: string | null; to?: string | null };
  const start = from === undefined || from === null ? -Infinity : boundDay(from, [...path, 'from']);
  const end = to === undefined || to === null ? Infinity : boundDay(to, [...path, 'to']);
  if (end <= start) failCore('period.order', [...path, 'to'], { start: from, end: to });
  return (value) => {
    const day = dayOf(value);
    return day === NO_DAY ? null : day >= start && day < end;
  };
}

function contains(bound: unknown, path: Path): ValueTest {
  const isEntry = equals(bound, 'any', path);
  return (value) => {
    if (Array.isArray(value)) return value.some((entry) => isEntry(entry) === true);
    return typeof value === 'string' && typeof bound === 'string' ? value.includes(bound) : null;
  };
}

function isUnder(bound: unknown, path: Path): ValueTest {
  const top = text(bound, path);
  if (top.split('/').includes('')) fail('rule.type', path, { expected: 'path such as CN/31', value: shown(bound) });
  const above = `${top}/`;
  return (value) => (typeof value === 'string' ? value === top || value.startsWith(above) : null);
}

function orderByDay(bound: unknown, path: Path): (value: unknown) => number {
  const at = boundDay(bound, path);
  return (value) => {
    const day = dayOf(value);
    return day === NO_DAY ? NaN : Math.sign(day - at);
  };
}

function boundDay(bound: unknown, path: Path): number {
  const day = typeof bound === 'string' ? parseDay(bound) : NO_DAY;
  return day === NO_DAY ? failCore('date.invalid', path, { value: bound }) : day;
}

function text(bound: unknown, path: Path): string {
  return typeof bound === 'string' ? bound : fail('rule.type', path, { expected: 'string', value: shown(bound) });
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function negated(test: ValueTest): ValueTest {
  return (value) => {
    const truth = test(value);
    return truth === null ? null : !truth;
  };
}
