import type { Explanation } from '../../core/explanation.js';
import { fromDayNumber } from '../../core/date.js';
import { escapeMarkdown, renderExplanation, stepText } from '../../core/renderExplanation.js';
import type { Locale } from '../../locales/index.js';
import { computedOf } from '../run/computedOf.js';
import type { Run } from '../run/run.js';
import type { RunInput, Statement } from '../schema.js';
import { amountText } from '../statement/amountText.js';
import { explainCreditMeasure } from './explainMeasure.js';
import { findStatement } from './findStatement.js';
import { lineRunning } from './lineRunning.js';
import { viewOf } from './runView.js';
import type { SlotView } from './slotView.js';
import type { StatementView } from './statementView.js';
import { toDecimal } from '../../core/decimal.js';

/**
 * Returns a statement as Markdown that its payee can check with a pocket calculator: the figures from what was earned to
 * what is paid, then for each component its calculation and its transactions with what each of them earned, and for
 * everything else in the figures (plan modifiers, clawbacks, releases, differences of closed periods, draws) its steps.
 *
 * @param run a computed run, or the input of one that is then computed first
 * @param statement a statement of the run
 * @param locale `en` or `zh-CN`
 * @throws SalesModelError `explain.unknown` where the run has no such statement, `option.unknown`, and the errors of
 * `run`
 * @example
 * import { explainStatement, run, type RunInput } from 'salesmodel/commission';
 *
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.05' } }],
 *   }],
 *   payees: [{ id: 'Lin' }],
 *   assignments: [{ payeeId: 'Lin', planId: 'P', from: '2026-01-01', to: null }],
 *   transactions: [{ id: 'T1', date: '2026-01-15', amount: '450.00', currency: 'USD', payeeId: 'Lin' }],
 * };
 * const [statement] = run(input).statements;
 * statement && explainStatement(input, statement, 'en').split('\n')[0];
 * // => '# payout to Lin for 2026-01 under P, in USD: 22.50'
 */
export function explainStatement(
  run: Run | RunInput,
  statement: Pick<Statement, 'payeeId' | 'planId' | 'period'> & Partial<Pick<Statement, 'planVersion'>>,
  locale: Locale,
): string {
  const { payeeId, planId, planVersion, period } = statement;
  const view = viewOf(computedOf(run));
  const found = findStatement(view, { payeeId, planId, planVersion, period: period.start });
  const payout = found.payout();
  const title = `# ${line(payout, locale)}`;
  return [title, figures(payout, locale), ...components(found, locale), ...others(found, locale)].join('\n\n');
}

/** From what was earned to what is paid, each sum below its parts. */
function figures(payout: Explanation, locale: Locale): string {
  const rows: string[] = [];
  const write = (step: Explanation): void => {
    const isSum = SUMS.has(step.code) || step.code === 'fx.converted';
    if (isSum) for (const part of step.from) if (part.code !== 'fx.quote') write(part);
    const text = escapeMarkdown(stepText(step, locale));
    rows.push(isSum ? `| **${text}** | **${String(step.value)}** |` : `| ${text} | ${String(step.value)} |`);
  };
  write(payout);
  return ['| | |', '|:--|--:|', ...rows].join('\n');
}

const SUMS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'statement.payout',
  'statement.due',
  'statement.payable',
  'statement.earned',
]);

function components(statement: StatementView, locale: Locale): string[] {
  return statement.slots().map((slot, index) => {
    const component = statement.components()[index]!;
    const steps = component.from.map((step) => renderExplanation(shortened(step), locale, { format: 'markdown' }));
    const parts = [`## ${line(component, locale)}`, steps.join('\n')];
    return [...parts, ...(slot.count > slot.before ? [transactions(slot, locale)] : [])].join('\n\n');
  });
}

/** How the figures came about that are no component's, as far as there is more to say than their amount. */
function others(statement: StatementView, locale: Locale): string[] {
  const steps = [...statement.earned().from, ...statement.payable().from].filter(
    ({ code, from }) => !TOLD.has(code) && from.length > 0,
  );
  return steps.map((step) => {
    const parts = step.from.map((part) => renderExplanation(shortened(part), locale, { format: 'markdown' }));
    return [`## ${line(step, locale)}`, parts.join('\n')].join('\n\n');
  });
}

/** Figures that have a place of their own, or are those of the statement before. */
const TOLD: ReadonlySet<string> = /* @__PURE__ */ new Set(['component', 'statement.earned', 'statement.carryIn']);

/** Steps that lead to an earning which stands beside them. */
const ONCE: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'release.line',
  'release.before',
  'release.against',
  'release.lost',
  'release.cancelled',
  'release.left',
  'release.lostBefore',
  'clawback.earlier',
  'clawback.paid',
]);

/** What is left of a calculation where transactions have a table of their own. */
function shortened(step: Explanation): Explanation {
  if (
    step.code === 'statement.cap' ||
    step.code === 'component' ||
    step.code.startsWith('sum.credits') ||
    step.code.startsWith('credit.')
  ) {
    return { ...step, from: [] };
  }
  const from = step.code === 'tiers.units' || ONCE.has(step.code) ? [] : step.from;
  return { ...step, from: from.map(shortened) };
}

/** The transactions of a span with what each of them measured and earned. */
function transactions(slot: SlotView, locale: Locale): string {
  const { rows, credits } = slot.plan.run.table;
  const { increment } = slot.plan.rounding;
  const label = (column: string): string => stepText({ code: `column.${column}`, params: {} }, locale);
  const earned = lineRunning(slot);
  const lines = Array.from({ length: slot.count - slot.before }, (_, index) => {
    const position = slot.before + index + 1;
    const item = slot.item(position);
    const id = escapeMarkdown(rows.id(credits.row[slot.items.items.credit[item]!]!));
    const measure = String(explainCreditMeasure(slot, position, 0, false).value);
    const amount = amountText(toDecimal(String(earned.part(position).value)), increment);
    return `| ${fromDayNumber(slot.items.items.day[item]!)} | ${id} | ${measure} | ${amount} |`;
  });
  const head = ['date', 'transaction', 'measure', 'earned'].map(label);
  return [`| ${head.join(' | ')} |`, '|:--|:--|--:|--:|', ...lines].join('\n');
}

function line(step: Explanation, locale: Locale): string {
  const colon = locale === 'en' ? ': ' : '：';
  return `${escapeMarkdown(stepText(step, locale))}${colon}${String(step.value)}`;
}
