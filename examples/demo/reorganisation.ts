import { explain, presets, run, type RunInput, type RunResult, type Statement } from 'salesmodel/commission';
import { renderExplanation } from 'salesmodel/core';
import type { HierarchyLink } from 'salesmodel/team';
import { northwindOrders } from './northwindOrders.js';
import { hierarchy, payees } from './northwindTeam.js';
import { textTable } from './textTable.js';
import { usd } from './usd.js';

/** Overrides of a year with a new team in its middle: what was given, found and printed. */
export interface Reorganisation {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly text: string;
}

/** From this day on Robert King and Michael Suyama report to Margaret Peacock. */
export const REORGANISED = '2013-07-01';
const MOVED: ReadonlySet<string> = new Set(['rep-6', 'rep-7']);

/**
 * A manager override over a reorganisation. Orders and team are those of Northwind; the move is stated here. Sales up to
 * the last day of June pay the old managers, later ones the new: nobody has to split anything by hand, because each sale
 * looks at the hierarchy of its own day.
 */
export function reorganisation(): Reorganisation {
  const { plan, crediting = {} } = presets['manager.override'];
  const input: RunInput = {
    asOf: '2014-06-30',
    periods: { from: '2013-01-01', to: '2014-01-01' },
    plans: [plan],
    payees,
    assignments: payees.map(({ id }) => ({ payeeId: id, planId: plan.id, from: '2012-01-01' })),
    crediting,
    hierarchy: hierarchy.flatMap(moved),
    transactions: northwindOrders(),
  };
  const result = run(input, { detail: 'lines' });
  const why = (period: string): string =>
    renderExplanation(
      explain(input, {
        payeeId: period < REORGANISED ? 'rep-5' : 'rep-4',
        planId: plan.id,
        period,
        componentId: 'team',
      }),
      'en',
      { depth: 3 },
    );
  return { input, result, text: [managerTable(result), why('2013-06-01'), why('2013-07-01')].join('\n\n') };
}

function moved(link: HierarchyLink): readonly HierarchyLink[] {
  if (!MOVED.has(link.child)) return [link];
  return [
    { ...link, to: REORGANISED },
    { ...link, parent: 'rep-4', from: REORGANISED },
  ];
}

/** What everybody with a team was paid, by month. */
function managerTable({ statements }: RunResult): string {
  const of = (own: readonly Statement[]): string => usd(own.map(({ payout }) => payout ?? '0'));
  const managers = payees.filter(({ id }) => of(statements.filter(({ payeeId }) => payeeId === id)) !== '0.00');
  const months = [...new Set(statements.map(({ period }) => period.label))].sort();
  const row = (label: string, own: readonly Statement[]): string[] => [
    label,
    ...managers.map(({ id }) => of(own.filter(({ payeeId }) => payeeId === id))),
    of(own),
  ];
  return textTable(
    ['override in USD', ...managers.map(({ id, name = id }) => name), 'all'],
    [
      ...months.map((month) =>
        row(
          month,
          statements.filter(({ period }) => period.label === month),
        ),
      ),
      row('year', statements),
    ],
  );
}
