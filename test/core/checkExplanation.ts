import { plus, toDecimal, ZERO } from '../../src/core/decimal.js';
import type { Explanation } from '../../src/core/explanation.js';
import { texts } from '../../src/locales/index.js';

/**
 * The laws of explanations: additive nodes re-sum, every leaf is an input, a constant or a policy, every code has its
 * texts, and the tree is plain JSON. With a document, the facts must stand in it at their paths.
 *
 * @returns the faults found, each with its place in the tree
 */
export function checkExplanation(explanation: Explanation, document?: unknown): string[] {
  const faults = walk(explanation, 'root', document);
  const copy: unknown = JSON.parse(JSON.stringify(explanation));
  return JSON.stringify(copy) === JSON.stringify(explanation) ? faults : [...faults, 'root: not plain JSON'];
}

function walk({ code, params, value, from }: Explanation, place: string, document: unknown): string[] {
  const faults: string[] = [];
  const here = `${place} > ${code}`;
  for (const [locale, { explanations }] of Object.entries(texts)) {
    if (explanations[code] === undefined) faults.push(`${here}: no text in ${locale}`);
    for (const [, name] of (explanations[code] ?? '').matchAll(/\{(\w+)\}/g)) {
      if (params[name ?? ''] === undefined) faults.push(`${here}: no param ${name} for the text in ${locale}`);
    }
  }
  if (params['additive'] === true) {
    const sum = from.reduce((total, part) => plus(total, toDecimal(String(part.value))), ZERO);
    if (!sum.eq(String(value))) faults.push(`${here}: ${value} is not the sum ${sum.toFixed()}`);
  }
  if (from.length === 0) faults.push(...leafFaults(params, value, document).map((fault) => `${here}: ${fault}`));
  return [...faults, ...from.flatMap((part, index) => walk(part, `${here}[${index}]`, document))];
}

function leafFaults(params: Explanation['params'], value: Explanation['value'], document: unknown): string[] {
  const { source, path, policy } = params;
  if (source === 'policy') return typeof policy === 'string' ? [] : ['a policy without its name'];
  if (source !== 'input' && source !== 'definition') return ['neither input nor definition nor policy'];
  if (!Array.isArray(path)) return ['a fact without a path'];
  if (document === undefined) return [];
  const found = (path as (string | number)[]).reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    document,
  );
  if (found === undefined) return [`nothing stands at ${path.join('.')}`];
  // An object as a whole is the place of something that it does not say.
  if (typeof found === 'object') return [];
  return JSON.stringify(found) === JSON.stringify(value) ? [] : [`${path.join('.')} is ${JSON.stringify(found)}`];
}
