import { compareText } from '../../core/compareText.js';
import { type Decimal, minus, plus, toText, ZERO } from '../../core/decimal.js';
import { BudgetDraw } from '../budget/budgetDraw.js';
import type {
  AppliedCondition,
  BudgetUse,
  FreeGoods,
  InactiveCondition,
  InactiveReason,
  QuoteInput,
} from '../quote/quote.js';
import type { Rounder } from '../quote/quoteRounding.js';
import type { ReadLines } from '../quote/readLines.js';
import type { CompiledCondition } from './compileCondition.js';
import { type Drawn, drawCondition, type DrawnPart, type DrawSetting, type NotDrawn, sizeOf } from './drawCondition.js';
import { GroupChoice } from './groupChoice.js';
import type { ExclusionGroup } from './procedure.js';
import { type RunningLine, startLine, sumOf } from './runningLine.js';

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
export interface ConditionRun {
  readonly lines: readonly RunningLine[];
  readonly subtotals: readonly { readonly subtotal: string; readonly amount: string }[];
  readonly applied: readonly AppliedCondition[];
  readonly inactive: readonly InactiveCondition[];
  readonly freeGoods: readonly FreeGoods[];
  readonly budgets: readonly BudgetUse[];
}

/** Runs the conditions in their order; those that are left out only say what they would have given. */
export function runConditions(setup: RunSetup, isOut: (condition: CompiledCondition) => boolean): ConditionRun {
  return new Running(setup, isOut).run();
}

class Running {
  private readonly lines: RunningLine[];
  private readonly setting: DrawSetting;
  private readonly frozen = new Map<string, ReadonlyMap<RunningLine, Decimal>>();
  private readonly budgets: BudgetDraw;
  private readonly groups: GroupChoice;
  private readonly subtotals: { subtotal: string; amount: string }[] = [];
  private readonly applied: AppliedCondition[] = [];
  private readonly inactive: InactiveCondition[] = [];
  private readonly freeGoods: FreeGoods[] = [];

  constructor(
    private readonly setup: RunSetup,
    private readonly isOut: (condition: CompiledCondition) => boolean,
  ) {
    const { quote, rounder } = setup;
    this.lines = setup.lines.map(startLine);
    this.setting = {
      lines: this.lines,
      subtotals: this.frozen,
      history: quote.history ?? {},
      rounder,
      isInclusive: quote.priceTax === 'inclusive',
    };
    this.budgets = new BudgetDraw(quote.budgets ?? [], quote.on);
    const members = setup.steps.filter((step): step is CompiledCondition => 'condition' in step && !isOut(step));
    this.groups = new GroupChoice(setup.groups, members, (one) => drawCondition(one, this.setting));
  }

  run(): ConditionRun {
    for (const step of this.setup.steps) {
      if ('condition' in step) this.take(step);
      else this.freeze(step.subtotal);
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
    this.frozen.set(subtotal, new Map(this.lines.map((line) => [line, line.running])));
    const amount = toText(sumOf(this.lines, ({ read, running }) => (read.sign < 0 ? running.neg() : running)));
    this.subtotals.push({ subtotal, amount });
  }

  private take(one: CompiledCondition): void {
    if (one.hidden !== null) return this.leave(one, one.hidden);
    const drawn = drawCondition(one, this.setting);
    const { group } = one.condition;
    if (this.isOut(one)) return this.leave(one, typeof drawn === 'string' ? drawn : 'notCombinable');
    const lost = group === undefined ? null : this.groups.whyNot(one, group);
    if (lost !== null && typeof drawn !== 'string') return this.leave(one, lost);
    if (typeof drawn === 'string') return this.leave(one, drawn);
    const parts = this.granted(one, drawn.parts);
    if (parts === null) return this.leave(one, 'budgetExhausted');
    this.apply(one, parts);
    if (drawn.free !== undefined) this.freeGoods.push(drawn.free);
    for (const line of drawn.untriggered) this.leaveLine(one, line);
  }

  /** The parts that a budget grants; `null` where it grants nothing of what was asked. */
  private granted(
    { condition: { budget, kind } }: CompiledCondition,
    parts: readonly DrawnPart[],
  ): readonly DrawnPart[] | null {
    if (budget === undefined || kind !== 'discount') return parts;
    const grants = this.budgets.draw(
      budget,
      parts.map(({ size }) => size),
    );
    if (grants.every((grant) => grant.isZero()) && parts.some(({ size }) => !size.isZero())) return null;
    return parts.map((part, index) => {
      const size = grants[index]!;
      return size.eq(part.size) ? part : { ...part, size, cappedBy: 'budget' };
    });
  }

  private apply({ condition: { code, kind }, isSpread }: CompiledCondition, parts: readonly DrawnPart[]): void {
    const direction = kind === 'discount' ? -1 : 1;
    let exact = ZERO;
    for (const { line, size, cappedBy, used } of parts) {
      const delta = direction < 0 ? size.neg() : size;
      exact = plus(exact, line.read.sign < 0 ? delta.neg() : delta);
      if (used !== undefined) {
        line.reserved = plus(line.reserved, used);
        line.goods = plus(line.goods, size);
      }
      if (kind === 'statistical') continue;
      const before = line.running;
      line.running = plus(before, delta);
      // Until something is shared out over the quote both are one figure.
      if (!isSpread) line.ofLine = line.ofLine === before ? line.running : plus(line.ofLine, delta);
      if (!size.isZero() || cappedBy !== undefined) {
        line.deltas.push({ condition: code, exact: delta, ...(cappedBy === undefined ? {} : { cappedBy }) });
      }
    }
    this.applied.push({ condition: code, exact: toText(exact), lines: parts.map(({ line }) => line.read.line.id) });
  }

  private leave(one: CompiledCondition, reason: InactiveReason): void {
    const wouldBe = reason === 'missingRate' ? null : this.wouldBe(one);
    this.inactive.push({ condition: one.condition.code, reason, wouldBe });
  }

  private leaveLine(one: CompiledCondition, line: RunningLine): void {
    const drawn = drawCondition(one, { ...this.setting, lines: [line] }, true);
    this.inactive.push({
      condition: one.condition.code,
      line: line.read.line.id,
      reason: 'triggerNotMet',
      wouldBe: deltaText(one, drawn),
    });
  }

  private wouldBe(one: CompiledCondition): string {
    return deltaText(one, drawCondition(one, this.setting, true));
  }
}

/** The delta of a whole condition. */
function deltaText({ condition: { kind } }: CompiledCondition, drawn: Drawn | NotDrawn): string {
  if (typeof drawn === 'string') return '0';
  const size = sizeOf(drawn);
  return toText(kind === 'discount' ? minus(ZERO, size) : size);
}
