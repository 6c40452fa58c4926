import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { CompiledDraw } from '../draw/compileDraws.js';
import { DrawAccount, type DrawStep } from '../draw/drawAccount.js';
import type { DrawOffer, DrawSpan } from '../draw/drawAmount.js';
import type { PlanRun } from '../run/planRun.js';
import type { OpeningBalance } from '../schema.js';
import type { StatementBasis } from './buildStatements.js';

/** The draws of a payee under a plan, from period to period. */
export class PayeeDraws {
  private readonly account: DrawAccount;

  /**
   * @param versions of the plan
   * @param opening balances of the payee before the first period
   * @param booked debts that the ledger of closed periods leaves, by draw
   * @param terminations days on which the payee leaves, in order
   */
  constructor(
    versions: readonly PlanRun[],
    payee: number,
    opening: readonly OpeningBalance[],
    booked: ReadonlyMap<string, Decimal>,
    private readonly terminations: readonly number[],
  ) {
    const known = new Map(drawsOf(versions, payee).map((draw) => [draw.id, draw]));
    const owed = [
      ...opening.flatMap(({ balance, drawId = '', amount }) =>
        balance === 'draw' ? [{ id: drawId, debt: toDecimal(amount) }] : [],
      ),
      ...[...booked].map(([id, debt]) => ({ id, debt })),
    ];
    this.account = new DrawAccount(
      owed.flatMap(({ id, debt }) => {
        const draw = known.get(id);
        return draw === undefined ? [] : [{ draw, debt }];
      }),
    );
  }

  get debt(): Decimal {
    return this.account.debt;
  }

  /** @param payable pay of the period before draws */
  step({ planRun, payee, period, earned }: StatementBasis, payable: Decimal): DrawStep {
    const { plan, figures } = planRun;
    const quotaId = Object.keys(plan.plan.quotas ?? {})[0] ?? '';
    const span: DrawSpan = {
      start: period.start,
      end: period.end,
      terminations: this.terminations,
      basis: {
        quota: () => figures.quota(quotaId, payee, period),
        target: () => figures.target(payee, period),
        measure: () => earned.components.reduce((sum, each) => plus(sum, each.run.sums(payee, each.span).sum(0)), ZERO),
      },
    };
    // A version whose last spans end has nothing else in force.
    const offers = period.governed ? offersOf(planRun, payee) : [];
    return this.account.step(offers, payable, span, plan.rounding);
  }
}

/** Every draw that a payee can have under a plan: of its versions, then of the assignments. */
export function drawsOf(versions: readonly PlanRun[], payee: number): readonly CompiledDraw[] {
  return [
    ...versions.flatMap(({ plan }) => plan.draws),
    ...(versions[0]?.membership.assignments(payee) ?? []).flatMap(({ draws }) => draws ?? []),
  ];
}

/** The plan's draws for the days of assignments without a list of their own, and the lists of the others. */
function offersOf({ plan, figures }: PlanRun, payee: number): readonly DrawOffer[] {
  const assignments = figures.assignments(payee);
  const assignee = ({ from, to, assignment }: (typeof assignments)[number]) => ({
    from,
    to,
    prorate: assignment.prorate,
  });
  const plain = assignments.filter(({ draws }) => draws === null).map(assignee);
  return [
    ...plan.draws.map((draw) => ({ draw, assigned: plain })),
    ...assignments.flatMap((entry) => (entry.draws ?? []).map((draw) => ({ draw, assigned: [assignee(entry)] }))),
  ];
}
