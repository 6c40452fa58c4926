import { compareText } from '../../core/compareText.js';
import { plus } from '../../core/decimal.js';
import { BudgetDraw } from '../budget/budgetDraw.js';
import type {
  AppliedCondition,
  BudgetUse,
  CapReason,
  FreeGoods,
  InactiveCondition,
  InactiveReason,
  QuoteInput,
} from '../quote/quote.js';
import type { Rounder } from '../quote/quoteRounding.js';
import type { ReadLines } from '../quote/readLines.js';
import type { Amounts } from './amounts.js';
import { bindCondition, type BoundCondition } from './boundCondition.js';
import type { CompiledCondition } from './compileCondition.js';
import {
  aimCondition,
  type Drawn,
  drawCondition,
  type DrawnPart,
  type DrawSetting,
  type NotDrawn,
  sizedLine,
  sizeOf,
} from './drawCondition.js';
import { GroupChoice } from './groupChoice.js';
import type { ExclusionGroup } from './procedure.js';
import { RunningLine, sumOf } from './runningLine.js';

/** A step of a quote. */
export type Step = CompiledCondition | { readonly subtotal: string };

/** Everything that conditions run on. */
export interface RunSetup {
  readonly quote: QuoteInput;
  readonly lines: ReadLines['lines'];
  readonly late: ReadLines['late'];
  readonly steps: readonly Step[];
  readonly groups: ReadonlyMap<string, ExclusionGroup>;
  readonly rounder: Rounder;
}

/** Lines after all conditions, and what became of each. */
export interface ConditionRun<N> {
  readonly lines: readonly RunningLine<N>[];
  readonly subtotals: readonly { readonly subtotal: string; readonly amount: string }[];
  readonly applied: readonly AppliedCondition[];
  readonly inactive: readonly InactiveCondition[];
  readonly freeGoods: readonly FreeGoods[];
  readonly budgets: readonly BudgetUse[];
}

/** Looks at each condition at its step, before it changes anything. */
export type Watch<N> = (bound: BoundCondition<N>, setting: DrawSetting<N>) => void;

/** Runs the conditions in their order; those that are left out only say what they would have given. */
export function runConditions<N>(
  setup: RunSetup,
  amounts: Amounts<N>,
  isOut: (condition: CompiledCondition) => boolean,
  watch?: Watch<N>,
): ConditionRun<N> {
  return new Running(setup, amounts, isOut, watch).run();
}

class Running<N> {
  private readonly lines: RunningLine<N>[];
  private readonly steps: readonly (BoundCondition<N> | { readonly subtotal: string })[];
  private readonly setting: DrawSetting<N>;
  private readonly frozen = new Map<string, ReadonlyMap<RunningLine<N>, N>>();
  private readonly budgets: BudgetDraw<N>;
  private readonly groups: GroupChoice<N>;
  private readonly subtotals: { subtotal: string; amount: string }[] = [];
  private readonly applied: AppliedCondition[] = [];
  private readonly inactive: InactiveCondition[] = [];
  private readonly freeGoods: FreeGoods[] = [];

  constructor(
    setup: RunSetup,
    private readonly amounts: Amounts<N>,
    private readonly isOut: (condition: CompiledCondition) => boolean,
    private readonly watch: Watch<N> | undefined,
  ) {
    const { quote, rounder } = setup;
    this.lines = setup.lines.map((read) => new RunningLine(read, amounts.of(read.list), setup.steps.length));
    this.setting = {
      amounts,
      lines: this.lines,
      subtotals: this.frozen,
      history: quote.history ?? {},
      rounder,
      isInclusive: quote.priceTax === 'inclusive',
    };
    this.budgets = new BudgetDraw(quote.budgets ?? [], quote.on, amounts);
    this.steps = setup.steps.map((step) => ('condition' in step ? bindCondition(step, amounts) : step));
    const members = this.steps.filter((step): step is BoundCondition<N> => 'one' in step && !isOut(step.one));
    this.groups = new GroupChoice(setup.groups, members, amounts, (bound) => drawCondition(bound, this.setting));
  }

  run(): ConditionRun<N> {
    for (const step of this.steps) {
      if ('one' in step) {
        this.watch?.(step, this.setting);
        this.take(step);
      } else this.freeze(step.subtotal);
    }
    return {
      lines: this.lines,
      subtotals: this.subtotals,
      applied: this.applied,
      inactive: this.inactive.toSorted(
        (a, b) => compareText(a.condition, b.condition) || compareText(a.line ?? '', b.line ?? ''),
      ),
      freeGoods: this.freeGoods,
      budgets: this.budgets.uses(),
    };
  }

  private freeze(subtotal: string): void {
    const { amounts } = this;
    this.frozen.set(subtotal, new Map(this.lines.map((line) => [line, line.running])));
    const sum = sumOf(amounts, this.lines, ({ read, running }) =>
      read.sign < 0 ? amounts.minus(amounts.zero, running) : running,
    );
    this.subtotals.push({ subtotal, amount: amounts.text(sum) });
  }

  private take(bound: BoundCondition<N>): void {
    const { one } = bound;
    if (one.hidden !== null) return this.leave(bound, one.hidden);
    if (isOfLines(bound) && !this.isOut(one)) return this.takeLines(bound);
    const drawn = drawCondition(bound, this.setting);
    const { group } = one.condition;
    if (this.isOut(one)) return this.leave(bound, typeof drawn === 'string' ? drawn : 'notCombinable');
    const lost = group === undefined ? null : this.groups.whyNot(one, group);
    if (lost !== null && typeof drawn !== 'string') return this.leave(bound, lost);
    if (typeof drawn === 'string') return this.leave(bound, drawn);
    const parts = this.granted(one, drawn.parts);
    if (parts === null) return this.leave(bound, 'budgetExhausted');
    this.apply(one, parts);
    if (drawn.free !== undefined && one.condition.kind !== 'statistical') this.freeGoods.push(drawn.free);
    for (const line of drawn.untriggered) this.leaveLine(bound, line);
  }

  /** The parts that a budget grants; `null` where it grants nothing of what was asked. */
  private granted(
    { condition: { budget, kind } }: CompiledCondition,
    parts: readonly DrawnPart<N>[],
  ): readonly DrawnPart<N>[] | null {
    if (budget === undefined || kind !== 'discount') return parts;
    const { amounts } = this;
    const grants = this.budgets.draw(
      budget,
      parts.map(({ size }) => size),
    );
    return (
      grants &&
      parts.map((part, index): DrawnPart<N> => {
        const size = grants[index]!;
        if (amounts.compare(size, part.size) === 0) return part;
        return { ...part, size, cappedBy: 'budget' };
      })
    );
  }

  /** Goes from line to line, because a part for each would be most of what a quote makes. */
  private takeLines(bound: BoundCondition<N>): void {
    const { amounts, setting } = this;
    const aimed = aimCondition(bound, setting);
    if (typeof aimed === 'string') return this.leave(bound, aimed);
    let exact = amounts.zero;
    for (const line of aimed.triggered) {
      const { size, cappedBy } = sizedLine(bound, line, setting);
      exact = amounts.plus(exact, this.change(bound.one, line, size, cappedBy));
    }
    this.note(bound.one, exact, aimed.triggered);
    for (const line of aimed.untriggered) this.leaveLine(bound, line);
  }

  private apply(one: CompiledCondition, parts: readonly DrawnPart<N>[]): void {
    const { amounts } = this;
    let exact = amounts.zero;
    for (const { line, size, cappedBy, used } of parts) {
      if (used !== undefined) {
        line.reserved = plus(line.reserved, used);
        line.goods = plus(line.goods, amounts.decimalOf(size));
      }
      exact = amounts.plus(exact, this.change(one, line, size, cappedBy));
    }
    this.note(
      one,
      exact,
      parts.map(({ line }) => line),
    );
  }

  /** Changes a line, and returns by how much in a figure of its sign. */
  private change(
    { condition: { code, kind }, isSpread }: CompiledCondition,
    line: RunningLine<N>,
    size: N,
    cappedBy: CapReason | undefined,
  ): N {
    const { amounts } = this;
    const { zero } = amounts;
    const { running } = line;
    const delta = kind === 'discount' ? amounts.minus(zero, size) : size;
    if (kind !== 'statistical') {
      line.running = amounts.plus(running, delta);
      // Until something is shared out over the quote both are one figure.
      if (!isSpread) line.ofLine = line.ofLine === running ? line.running : amounts.plus(line.ofLine, delta);
      if (cappedBy !== undefined || amounts.compare(size, zero) !== 0) line.changes.add(code, delta, cappedBy);
    }
    return line.read.sign < 0 ? amounts.minus(zero, delta) : delta;
  }

  private note({ condition: { code } }: CompiledCondition, exact: N, lines: readonly RunningLine<N>[]): void {
    this.applied.push({
      condition: code,
      exact: this.amounts.text(exact),
      lines: lines.map(({ read }) => read.line.id),
    });
  }

  private leave(bound: BoundCondition<N>, reason: InactiveReason): void {
    const wouldBe = reason === 'missingRate' ? null : this.deltaText(bound, drawCondition(bound, this.setting, true));
    this.inactive.push({ condition: bound.one.condition.code, reason, wouldBe });
  }

  private leaveLine(bound: BoundCondition<N>, line: RunningLine<N>): void {
    const { one } = bound;
    const drawn = one.isSpread
      ? drawCondition(bound, { ...this.setting, lines: [line] }, true)
      : { parts: [sizedLine(bound, line, this.setting)], untriggered: [] };
    this.inactive.push({
      condition: one.condition.code,
      line: line.read.line.id,
      reason: 'triggerNotMet',
      wouldBe: this.deltaText(bound, drawn),
    });
  }

  /** The delta of a whole condition. */
  private deltaText({ one: { condition } }: BoundCondition<N>, drawn: Drawn<N> | NotDrawn): string {
    const { amounts } = this;
    if (typeof drawn === 'string') return '0';
    const size = sizeOf(drawn, amounts);
    return amounts.text(condition.kind === 'discount' ? amounts.minus(amounts.zero, size) : size);
  }
}

/** Whether a condition is for each line by itself, whatever others are given. */
function isOfLines<N>({ one: { isSpread, condition }, size }: BoundCondition<N>): boolean {
  return size !== null && !isSpread && condition.group === undefined && condition.budget === undefined;
}
