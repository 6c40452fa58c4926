import { ONE, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { NO_DAY } from '../../core/parseDay.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Truth } from '../../mechanisms/rules/rule.js';
import type { CompiledComponent, CompiledPlan } from '../plan/compiledPlan.js';
import { unrounded } from '../release/quotientRounding.js';
import { type LineReversal, releaseTimeline } from '../release/releaseTimeline.js';
import { creditDay } from '../run/creditDay.js';
import { creditFact, type CreditReader } from '../run/creditFields.js';
import { countsOn } from '../run/grid.js';
import type { Membership } from '../run/membership.js';
import type { Rows } from '../run/rows.js';
import type { Payee } from '../schema.js';
import { type DatedEvent, type ReleaseContext, releaseFacts } from '../settlement/releaseFacts.js';
import type { DraftCredit } from './directCredits.js';

/** What of a run decides whether its direct credits are held. */
export interface HoldContext {
  readonly plans: readonly CompiledPlan[];
  readonly payees: readonly Payee[];
  membership(planId: string): Membership;
  /** By day, none after `asOf`. */
  readonly events: readonly DatedEvent[];
  readonly asOf: number;
}

/** A direct credit of a row. */
interface DirectCredit {
  readonly row: number;
  readonly credit: DraftCredit;
}

/** A component with what it needs to know which credits it pays on. */
interface Picker {
  readonly plan: CompiledPlan;
  readonly component: CompiledComponent;
  readonly membership: Membership;
  where(credit: DirectCredit): Truth;
  /** Days of the lines that it makes of a row, so far as they are known. */
  days(row: number): readonly number[];
}

const reader: CreditReader<DirectCredit> = {
  row: ({ row }) => row,
  payee: ({ credit }) => credit.payee,
  kind: ({ credit }) => credit.kind,
  level: ({ credit }) => credit.level,
  dealRole: ({ credit }) => credit.dealRole,
  share: ({ credit }) => credit.share,
};

/**
 * Tells which components hold a direct credit at the end of the run's `asOf`: those that pay on it, where none of them has
 * released any of it; else none. It asks the releases that settle the lines of the run, for the whole of one line.
 */
export class CreditHolds {
  private readonly pickers: readonly Picker[];
  private readonly reversals = new Map<number, LineReversal[]>();

  constructor(
    private readonly rows: Rows,
    private readonly context: HoldContext,
  ) {
    this.pickers = context.plans.flatMap((plan) =>
      plan.components.map((component): Picker => {
        const { where } = component;
        return {
          plan,
          component,
          membership: context.membership(plan.plan.id),
          where:
            where === null
              ? () => true
              : compileRule(where, { read: (field) => creditFact(rows, context.payees, reader, field) }),
          days: this.daysOf(component),
        };
      }),
    );
    rows.reverses?.forEach((original, row) => {
      if (original < 0) return;
      const reversal: LineReversal = {
        day: rows.day[row]!,
        id: rows.id(row),
        owed: decimalAt(rows.amount, row).abs(),
        // What is taken back shortens a line, and not the part of it that is released.
        take: () => ({ clawback: ZERO, cancelled: ZERO }),
      };
      this.reversals.set(original, [...(this.reversals.get(original) ?? []), reversal]);
    });
  }

  of(row: number, credit: DraftCredit): readonly string[] {
    const holders: string[] = [];
    for (const picker of this.pickers) {
      const { plan, component, membership } = picker;
      const counts = (day: number): boolean =>
        day !== NO_DAY && membership.isActive(credit.payee, day) && countsOn(plan, component, day);
      if (component.kinds[credit.kind] !== true || picker.where({ row, credit }) !== true) continue;
      const days = picker.days(row).filter(counts);
      // What is paid on collections is a claim from the booking on, before any line is made.
      if (days.length === 0 && !(isOfCollections(component) && counts(this.rows.day[row]!))) continue;
      if (component.release.kind === 'immediate' || days.some((day) => this.isReleased(component, row, credit, day))) {
        return [];
      }
      holders.push(component.id);
    }
    return holders;
  }

  private daysOf(component: CompiledComponent): (row: number) => readonly number[] {
    const { collections } = this.rows;
    if (!isOfCollections(component)) {
      const dayOf = creditDay(component, this.rows);
      return (row) => [dayOf(row)];
    }
    if (collections === null) return () => [];
    const { offset, day, kind } = collections;
    return (row) => [...day.subarray(offset[row], offset[row + 1])].filter((_, at) => kind[offset[row]! + at] === 0);
  }

  private isReleased({ release, ...component }: CompiledComponent, row: number, credit: DraftCredit, day: number) {
    const { rows, context } = this;
    const { asOf, events, payees } = context;
    const line = { row, day, isCollected: isOfCollections(component) };
    const releases: ReleaseContext = {
      rows,
      asOf,
      events,
      payeeId: payees[credit.payee]?.id ?? '',
      // Conditions that hold everything are refused: what they look at is not earned yet.
      spanEnds: [],
      holds: () => false,
    };
    const takesBack = !line.isCollected && component.clawback.basis !== 'currentPeriod';
    const reversals = takesBack ? (this.reversals.get(row) ?? []) : [];
    const { state } = releaseTimeline(release, releaseFacts(line, releases), ONE, reversals, unrounded, asOf);
    return state.payable.gt(0);
  }
}

function isOfCollections({ quantities }: Pick<CompiledComponent, 'quantities'>): boolean {
  return quantities[0]?.measure.kind === 'collected';
}
