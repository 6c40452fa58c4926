import type * as z from 'zod';
import { coreProblems } from '../locales/en/core.js';
import { fillTemplate, type Params, type Path } from './errors.js';
import { placed } from './placed.js';

/** One fault that parsing found, in the shape of the library's errors. */
export interface Problem {
  readonly code: string;
  readonly path: Path;
  readonly params: Params;
  /** English; {@link localize} has the others. */
  readonly message: string;
}

type Issue = z.core.$ZodIssue;
type Code = keyof typeof coreProblems;

/**
 * Returns what a zod schema found wrong, in its order, as codes with paths and params. Of a union, the faults of the
 * variant that the input follows furthest are given.
 *
 * @param error what `safeParse` or `parse` of a schema gave
 * @example
 * import { toProblems, Tiers } from 'salesmodel/core';
 *
 * const parsed = Tiers.safeParse({ mode: 'marginal', tiers: [{ upTo: null, rate: '5%', cap: '9' }] });
 * parsed.error && toProblems(parsed.error).map(({ code, path }) => [code, path.join('.')]);
 * // => [['schema.format', 'tiers.0.rate'], ['schema.unknownKey', 'tiers.0.cap']]
 */
export function toProblems(error: z.core.$ZodError): readonly Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, []));
}

function problemsOf(issue: Issue, before: Path): Problem[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  switch (issue.code) {
    case 'invalid_type':
      return [problem('schema.type', path, { expected: issue.expected })];
    case 'invalid_value':
      return [problem('schema.option', path, { expected: issue.values.map(String).join(' | ') })];
    case 'too_small':
      return [problem(sizeCode(issue.origin), path, { bound: boundText(issue, '≥', '>', issue.minimum) })];
    case 'too_big':
      return [problem(sizeCode(issue.origin), path, { bound: boundText(issue, '≤', '<', issue.maximum) })];
    case 'invalid_format':
      return [problem('schema.format', path, { format: issue.pattern ?? issue.format })];
    case 'not_multiple_of':
      return [problem('schema.multiple', path, { divisor: String(issue.divisor) })];
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('schema.unknownKey', [...path, key], { key }));
    case 'invalid_union':
      return unionProblems(issue, path);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => problemsOf(inner, path));
    case 'custom':
      return [problem('schema.custom', path, { message: issue.message })];
  }
}

function unionProblems(issue: z.core.$ZodIssueInvalidUnion, path: Path): Problem[] {
  const types = issue.errors.map(([first, second]) =>
    first?.code === 'invalid_type' && first.path.length === 0 && !second ? first.expected : null,
  );
  if (types.length > 0 && !types.includes(null)) {
    return [problem('schema.type', path, { expected: [...new Set(types)].join(' | ') })];
  }
  const variant = furthest(issue.errors);
  if (variant) return variant.flatMap((inner) => problemsOf(inner, path));
  const options = 'options' in issue ? (issue.options ?? []) : [];
  return [problem('schema.option', path, { expected: options.map(String).join(' | ') })];
}

function problem(code: Code, path: Path, params: Params): Problem {
  return { code, path, params, message: placed(path, fillTemplate(coreProblems[code], params)) };
}

function sizeCode(origin: string): Code {
  return ['number', 'int', 'bigint', 'date'].includes(origin) ? 'schema.range' : 'schema.length';
}

function boundText(
  { inclusive, exact }: { inclusive?: boolean; exact?: boolean },
  including: string,
  excluding: string,
  bound: number | bigint,
): string {
  return `${exact ? '=' : inclusive === false ? excluding : including} ${bound}`;
}

/** The variant whose first fault lies deepest, of equals the one with the fewest faults. */
function furthest(variants: readonly Issue[][]): Issue[] | undefined {
  const depth = (issues: Issue[]): number => Math.min(...issues.map(({ path }) => path.length));
  return variants.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}
