import { Decimal } from '../../../src/core/decimal.js';
import type { Rule, RuleLeaf, Truth } from '../../../src/mechanisms/rules/index.js';

/** The meaning of rules in the plainest words: no fast paths, every decimal by decimal.js, Kleene by minimum and maximum. */
export function interpretRule(rule: Rule, fact: Record<string, unknown>): Truth {
  if ('all' in rule) return truthOf(Math.min(1, ...rule.all.map((part) => rank(interpretRule(part, fact)))));
  if ('any' in rule) return truthOf(Math.max(0, ...rule.any.map((part) => rank(interpretRule(part, fact)))));
  if ('not' in rule) return truthOf(1 - rank(interpretRule(rule.not, fact)));
  return interpretLeaf(rule, valueAt(fact, rule.field));
}

function interpretLeaf(leaf: RuleLeaf, value: unknown): Truth {
  if (leaf.op === 'exists') return value !== undefined && value !== null;
  if (value === undefined || value === null) return null;
  switch (leaf.op) {
    case 'isTrue':
      return typeof value === 'boolean' ? value : null;
    case 'eq':
      return same(value, leaf.value);
    case 'ne':
      return !same(value, leaf.value);
    case 'in':
      return leaf.value.some((entry) => same(value, entry));
    case 'notIn':
      return !leaf.value.some((entry) => same(value, entry));
    case 'lt':
      return sign(value, leaf.value, (s) => s < 0);
    case 'le':
      return sign(value, leaf.value, (s) => s <= 0);
    case 'gt':
      return sign(value, leaf.value, (s) => s > 0);
    case 'ge':
      return sign(value, leaf.value, (s) => s >= 0);
    case 'contains':
      if (Array.isArray(value)) return value.some((entry) => same(entry, leaf.value));
      return typeof value === 'string' && typeof leaf.value === 'string'
        ? value.split(leaf.value).length > 1 || leaf.value === ''
        : null;
    case 'startsWith':
      return typeof value === 'string' ? value.slice(0, leaf.value.length) === leaf.value : null;
    case 'under':
      return typeof value === 'string' ? `${value}/`.slice(0, leaf.value.length + 1) === `${leaf.value}/` : null;
    case 'within': {
      if (!isDate(value)) return null;
      const { from, to } = leaf.value;
      return (from ?? '') <= value && value < (to ?? '~');
    }
    case 'between':
    case 'matches':
      throw new Error('not interpreted');
  }
}

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^2026-(?:01-31|02-01|02-28|03-01)$/.test(value);
}

function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(String(value)) : undefined;
  return typeof value === 'string' && DECIMAL.test(value) && !/^-[0.]+$/.test(value) ? new Decimal(value) : undefined;
}

function same(value: unknown, bound: unknown): boolean {
  const a = decimalOf(value);
  const b = decimalOf(bound);
  return a !== undefined && b !== undefined ? a.eq(b) : value === bound;
}

function sign(value: unknown, bound: unknown, holds: (sign: number) => boolean): Truth {
  if (isDate(bound)) return isDate(value) ? holds(value < bound ? -1 : value > bound ? 1 : 0) : null;
  const a = decimalOf(value);
  return a === undefined ? null : holds(a.cmp(decimalOf(bound)!));
}

function valueAt(fact: Record<string, unknown>, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
      fact,
    );
}

const rank = (truth: Truth): number => (truth === null ? 0.5 : Number(truth));
const truthOf = (value: number): Truth => (value === 0.5 ? null : value === 1);
