import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { LineMove } from '../release/releaseTimeline.js';
import type { PlanRun } from '../run/planRun.js';
import type { StatedPeriod } from '../run/statedPeriods.js';
import { explainHeld, explainMove, type MoveContext } from './explainMove.js';
import { type Movement, Movements } from './movement.js';
import { periodOfDay } from './periodOfDay.js';

/** What clawback and release do to the payable of a period. */
export interface PeriodSettlement {
  /** Signed. */
  readonly clawback: Decimal;
  /** Part of the period's earnings that is not released by its end. */
  readonly held: Decimal;
  /** What earlier earnings let go in it, to be paid or lost. */
  readonly released: Decimal;
  readonly forfeited: Decimal;
  readonly movements: readonly Movement[];
}

type Sums = Pick<PeriodSettlement, 'clawback' | 'held' | 'released' | 'forfeited'>;
/** Where nothing is held or taken back. */
export const NOTHING: Sums = { clawback: ZERO, held: ZERO, released: ZERO, forfeited: ZERO };

/** The movements of a payee under a plan, by period. */
export class SettlementBook {
  private readonly sums = new Map<StatedPeriod, Sums>();
  private readonly moved = new Map<StatedPeriod, Movements>();

  constructor(
    private readonly versions: readonly PlanRun[],
    private readonly periods: readonly StatedPeriod[],
  ) {}

  /** The settlement of a period, by version and position. */
  in(version: number, index: number): PeriodSettlement | null {
    const period = this.periods.find((each) => each.version === version && each.index === index);
    const sums = period === undefined ? undefined : this.sums.get(period);
    if (period === undefined || sums === undefined) return null;
    return { ...sums, movements: this.moved.get(period)?.list() ?? [] };
  }

  /** What earlier periods than those of the run hold at its start. */
  heldBefore(): Decimal {
    let held = ZERO;
    for (const [{ period }, sums] of this.sums) {
      if (!period.inRun) held = plus(held, minus(sums.held, sums.released));
    }
    return held;
  }

  /** Adds a movement and what it changes. */
  add(at: StatedPeriod, amounts: Partial<Sums>, movement: Movement): void {
    if (movement.amount.isZero()) return;
    const before = this.sums.get(at) ?? NOTHING;
    const sum = (name: keyof Sums): Decimal => plus(before[name], amounts[name] ?? ZERO);
    this.sums.set(at, {
      clawback: sum('clawback'),
      held: sum('held'),
      released: sum('released'),
      forfeited: sum('forfeited'),
    });
    const moved = this.moved.get(at) ?? new Movements();
    this.moved.set(at, moved);
    moved.add(movement);
  }

  /**
   * Books the moves of a line to their periods; what happened by the end of its own is told there as one.
   *
   * @returns what is neither released nor going to be, at the end of the run
   */
  line(home: StatedPeriod, context: MoveContext, moves: readonly LineMove[]): Decimal {
    const { rows, line, earned, componentId, basis, origin } = context;
    const own = line.row < 0 ? {} : { transactionId: rows.id(line.row) };
    let held = earned;
    let atHome = earned;
    let lastAtHome: LineMove | null = null;
    let lost = ZERO;
    for (const move of moves) {
      const { day, cause, released, forfeited, clawedBack, reversal } = move;
      const found = periodOfDay(this.periods, this.versions, day);
      if (found === undefined) break;
      const isHome = found.period.end <= home.period.end;
      const at = isHome ? home : found;
      const left = plus(released, forfeited);
      held = minus(held, left);
      lost = plus(lost, forfeited);
      if (isHome) [atHome, lastAtHome] = [held, move];
      const movement = (type: Movement['type'], amount: Decimal, more: Partial<Movement> = own): Movement => ({
        day: isHome ? Math.max(day, home.period.start) : day,
        componentId,
        cause,
        ...more,
        type,
        amount,
        parts: [() => explainMove(type, amount, move, context)],
      });
      const back = plus(clawedBack, reversal?.putOff ?? ZERO).neg();
      const what = basis === 'recompute' || line.row < 0 ? {} : { id: rows.id(line.row) };
      this.add(
        at,
        { clawback: back },
        movement('clawback', back, {
          ...(cause.id === undefined ? {} : { transactionId: cause.id }),
          cause: { kind: basis, ...what, origin },
        }),
      );
      if (!isHome) this.add(at, { released: left }, movement(left.isNegative() ? 'hold' : 'release', left));
      this.add(at, { forfeited }, movement('forfeit', forfeited.neg()));
    }
    const day = home.period.end - 1;
    const type = atHome.isNegative() ? 'release' : 'hold';
    const cause = { kind: 'component', id: componentId };
    const amount = atHome.neg();
    this.add(
      home,
      { held: atHome },
      {
        type,
        amount,
        day,
        componentId,
        cause,
        parts: [() => explainHeld(amount, day, cause, lastAtHome, context)],
      },
    );
    return plus(held, lost);
  }
}
