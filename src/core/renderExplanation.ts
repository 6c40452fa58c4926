import { type Locale, type Texts, texts } from '../locales/index.js';
import { fillTemplate, pathText, type Params, type Path } from './errors.js';
import type { Explanation } from './explanation.js';
import { oneOf } from './oneOf.js';

/** How an explanation is written down. */
export interface RenderOptions {
  /** Levels of steps under the root that are shown; default all. */
  readonly depth?: number;
  /** `text` (default): indented lines; `markdown`: a nested list. */
  readonly format?: 'text' | 'markdown';
}

/**
 * Returns an explanation as text, one line a step: what was done and the value it gave, behind ≈ where the value is a quotient
 * that does not end.
 *
 * @param explanation the step to begin with
 * @param locale `en` or `zh-CN`
 * @param options levels and form
 * @throws SalesModelError `option.unknown`
 * @example
 * import { explainTiers, renderExplanation, type Tiers } from 'salesmodel/core';
 *
 * const prices: Tiers = { mode: 'whole', tiers: [{ upTo: '5', rate: '7' }, { upTo: null, rate: '6' }] };
 * const explanation = explainTiers(prices, 20);
 * renderExplanation(explanation, 'en', { depth: 0 }); // => 'all of 20 at the rate of the tier that it lies in = 120'
 * renderExplanation(explanation, 'zh-CN', { depth: 1, format: 'markdown' }).split('\n');
 * // => [
 * //   '- 20 全部按其所在档的费率计算 = **120**',
 * //   '  - 第 2 档中的 20，从 0 到 20 = **120**',
 * // ]
 */
export function renderExplanation(explanation: Explanation, locale: Locale, options: RenderOptions = {}): string {
  const { depth = Infinity, format = 'text' } = options;
  const table = textsOf(locale);
  const write = oneOf(format, ['text', 'markdown'], ['options', 'format']) === 'text' ? plainLine : markdownLine;
  const lines: string[] = [];
  // The steps still to be written, the next one last: a tree from outside may be deeper than the stack.
  const open: { step: Explanation; level: number }[] = [{ step: explanation, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { step, level } = next;
    lines.push('  '.repeat(level) + write(textOf(step, table), step));
    if (level < depth) open.push(...step.from.toReversed().map((from) => ({ step: from, level: level + 1 })));
  }
  return lines.join('\n');
}

/** What one step says in a language, without its value. */
export function stepText(step: Pick<Explanation, 'code' | 'params'>, locale: Locale): string {
  return textOf(step, textsOf(locale));
}

/** A text that has no special meaning in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}

function textsOf(locale: Locale): Texts {
  return texts[oneOf(locale, ['en', 'zh-CN'], ['locale'])];
}

function textOf({ code, params }: Pick<Explanation, 'code' | 'params'>, { explanations, words }: Texts): string {
  return fillTemplate(explanations[code] ?? code, shownParams(params, words)).replace(/\s+/g, ' ');
}

function plainLine(text: string, { value, params }: Explanation): string {
  return value === null ? text : `${text} ${equals(params)} ${value}`;
}

function markdownLine(text: string, { value, params }: Explanation): string {
  const safe = escapeMarkdown(text);
  return value === null ? `- ${safe}` : `- ${safe} ${equals(params)} **${value}**`;
}

/** A quotient that does not end is shown with the digits that are calculated with, and said to be cut. */
function equals(params: Params): string {
  return params['inexact'] === true ? '≈' : '=';
}

function shownParams(params: Params, words: Texts['words']): Params {
  const shown: Record<string, unknown> = { ...params };
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string') shown[name] = words[`${name}.${value}`] ?? value;
  }
  return Array.isArray(params['path']) ? { ...shown, path: pathText(params['path'] as Path) } : shown;
}
