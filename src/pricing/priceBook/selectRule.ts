import { ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { compareText } from '../../core/compareText.js';
import { compareFractions, type DecimalFraction } from '../../core/decimalFraction.js';
import { type FormulaPrice, isReasons } from './compileFormula.js';
import { type CompiledRule, TARGETS } from './compiledRule.js';
import type { LoserReason } from './priceBook.js';
import { type Comparator, comparatorsOf, type Selection, type TiePolicy } from './selection.js';

/** A rule that applies to a request, with the depth of its category in the item. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly depth: number;
}

/** The rule that decides with its price, or why none does. */
export type Choice = { readonly rule: CompiledRule; readonly price: DecimalFraction } | readonly Reason[];

/** What is noted of rules that do not decide. */
export type NoteLoser = (rule: CompiledRule, reason: LoserReason) => void;

/** Chooses among rules that apply; there is at least one. */
export type SelectRule = (
  candidates: readonly Candidate[],
  priceOf: (rule: CompiledRule) => FormulaPrice,
  note?: NoteLoser,
) => Choice | null;

/** Compiles a selection with its tie policy. */
export function selectRule(selection: Selection, tie: TiePolicy): SelectRule {
  const comparators = comparatorsOf(selection);
  const levels = typeof selection === 'object' && 'access' in selection ? selection.access.map(levelKey) : [];
  return (candidates, priceOf, note) => {
    const choice = new Choosing(candidates, priceOf, note);
    if (comparators === null) choice.keepLevel(levels);
    else for (const comparator of comparators) choice.keepBest(comparator);
    return choice.end(tie);
  };
}

/** The key of an access level; `all` says nothing. */
function levelKey(dimensions: readonly string[]): string {
  return JSON.stringify(dimensions.filter((name) => name !== 'all').toSorted());
}

/** The level that a rule belongs to. */
export function levelOf({ target, keys }: CompiledRule): string {
  return levelKey([target, ...keys.map(({ field }) => field)]);
}

/** Whether a rule has a place in the levels of a selection. */
export function isInSequence(rule: CompiledRule, selection: Selection): boolean {
  return (
    typeof selection !== 'object' ||
    !('access' in selection) ||
    selection.access.some((level) => levelKey(level) === levelOf(rule))
  );
}

/** Why a rule lost by a criterion. */
const LOST: Readonly<Record<Comparator, LoserReason>> = {
  target: 'lessSpecific',
  categoryDepth: 'lessSpecific',
  conditions: 'lessSpecific',
  minQty: 'lessSpecific',
  priority: 'lowerPriority',
  lowest: 'dearer',
  highest: 'cheaper',
  first: 'lowerPriority',
  last: 'lowerPriority',
};

class Choosing {
  private rest: readonly Candidate[];
  private reasons: readonly Reason[] | null = null;
  private readonly prices = new Map<CompiledRule, DecimalFraction>();

  constructor(
    candidates: readonly Candidate[],
    private readonly priceOf: (rule: CompiledRule) => FormulaPrice,
    private readonly note: NoteLoser | undefined,
  ) {
    this.rest = candidates;
  }

  keepLevel(levels: readonly string[]): void {
    const level = levels.find((one) => this.rest.some(({ rule }) => levelOf(rule) === one));
    const at = (rule: CompiledRule): number => levels.indexOf(levelOf(rule));
    this.keep(
      ({ rule }) => level !== undefined && levelOf(rule) === level,
      (rule) => (at(rule) < 0 ? 'outsideSequence' : 'lessSpecific'),
    );
  }

  keepBest(comparator: Comparator): void {
    if (this.rest.length < 2 || this.reasons !== null) return;
    if ((comparator === 'lowest' || comparator === 'highest') && !this.priceAll()) return;
    let best = this.rest[0]!;
    for (const other of this.rest) if (this.compare(comparator, other, best) > 0) best = other;
    this.keep(
      (one) => this.compare(comparator, one, best) === 0,
      () => LOST[comparator],
    );
  }

  /** Settles what no criterion settled. */
  end(tie: TiePolicy): Choice | null {
    if (this.reasons !== null) return this.reasons;
    const [first] = this.rest;
    if (first === undefined) return null;
    if (this.rest.length > 1) {
      if (!this.priceAll()) return this.reasons!;
      const price = this.prices.get(first.rule)!;
      const isOnePrice = this.rest.every(({ rule }) => compareFractions(this.prices.get(rule)!, price) === 0);
      if (!isOnePrice) {
        if (tie === 'error') {
          const rules = this.rest.map(({ rule }) => rule.rule.code).toSorted(compareText);
          this.keep(
            () => false,
            () => 'tie',
          );
          return [{ code: 'tie', params: { rules } }];
        }
        this.keepBest(tie);
      }
      const codes = this.rest.map(({ rule }) => rule.rule.code).toSorted(compareText);
      this.keep(
        ({ rule }) => rule.rule.code === codes[0],
        () => 'samePrice',
      );
    }
    const { rule } = this.rest[0]!;
    const price = this.prices.get(rule) ?? this.priceOf(rule);
    return isReasons(price) ? price : { rule, price };
  }

  private keep(isKept: (candidate: Candidate) => boolean, reason: (rule: CompiledRule) => LoserReason): void {
    const { note } = this;
    if (note) for (const one of this.rest) if (!isKept(one)) note(one.rule, reason(one.rule));
    this.rest = this.rest.filter(isKept);
  }

  /** Prices all that are left; where some have no price the comparison is open, so there is none. */
  private priceAll(): boolean {
    const missing: Reason[] = [];
    for (const { rule } of this.rest.toSorted((a, b) => compareText(a.rule.rule.code, b.rule.rule.code))) {
      if (this.prices.has(rule)) continue;
      const price = this.priceOf(rule);
      if (isReasons(price)) missing.push(...price);
      else this.prices.set(rule, price);
    }
    if (missing.length > 0) this.reasons = missing;
    return missing.length === 0;
  }

  /** Positive where `a` comes before `b`. */
  private compare(comparator: Comparator, a: Candidate, b: Candidate): number {
    switch (comparator) {
      case 'target':
        return TARGETS.indexOf(b.rule.target) - TARGETS.indexOf(a.rule.target);
      case 'categoryDepth':
        return a.depth - b.depth;
      case 'conditions':
        return a.rule.conditions - b.rule.conditions;
      case 'minQty':
        return (a.rule.minQty ?? ZERO).cmp(b.rule.minQty ?? ZERO);
      case 'priority':
        return a.rule.priority - b.rule.priority;
      case 'lowest':
        return compareFractions(this.prices.get(b.rule)!, this.prices.get(a.rule)!);
      case 'highest':
        return compareFractions(this.prices.get(a.rule)!, this.prices.get(b.rule)!);
      case 'first':
        return b.rule.index - a.rule.index;
      case 'last':
        return a.rule.index - b.rule.index;
    }
  }
}
