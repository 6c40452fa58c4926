import { allocate } from '../../core/allocate.js';
import { type Decimal, divide, minus, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { Truth } from '../../mechanisms/rules/rule.js';
import type { CreditRule, Payee } from '../schema.js';
import { creditKinds } from './credits.js';
import type { CreditRounding, DraftCredit } from './directCredits.js';

/** A credit rule with its parts read. */
export interface CompiledCreditRule {
  readonly index: number;
  readonly rule: CreditRule;
  readonly kind: number;
  /** Share of a level, the parent being 1. */
  share(level: number): Decimal;
  /** Whether the rule takes a row. */
  where(row: number): Truth;
  /** People above somebody on a day, nearest first. */
  upline(child: string, day: number): readonly string[];
}

/** What deriving needs to know of people. */
export interface People {
  readonly payees: readonly Payee[];
  readonly positions: ReadonlyMap<string, number>;
  /** Whether somebody has an active assignment on a day. */
  isActive(payee: number, day: number): boolean;
}

/**
 * Credits that one rule derives from the direct credits of a row. With `funding: "fromDirect"` the direct credits are
 * lowered by what went out of them.
 *
 * @param total amount of the row
 * @param hierarchyDay day at which the hierarchy is read
 * @param creditDay day on which a receiver must be active for `compression`
 * @param rounding `null` keeps derived amounts exact
 */
export function derivedCredits(
  compiled: CompiledCreditRule,
  direct: readonly DraftCredit[],
  total: Decimal,
  hierarchyDay: number,
  creditDay: number,
  people: People,
  rounding: CreditRounding | null,
): DraftCredit[] {
  const { rule, kind, index } = compiled;
  const round = (amount: Decimal): Decimal =>
    rounding === null ? amount : roundDecimal(amount, rounding.increment, rounding.mode);
  const derived: DraftCredit[] = [];
  direct.forEach((credit, from) => {
    const owner = people.payees[credit.payee];
    if (owner === undefined || credit.held?.skippedBy.includes(index) === true) return;
    let level = 0;
    let highest = ownRate(owner, rule.differential);
    for (const id of compiled.upline(owner.id, hierarchyDay)) {
      if (rule.levels !== 'all' && level >= rule.levels) break;
      const payee = people.positions.get(id);
      const isActive = payee !== undefined && people.isActive(payee, creditDay);
      if (!isActive && rule.compression === 'skipInactive') continue;
      level += 1;
      const receiver = payee === undefined ? undefined : people.payees[payee];
      let part = compiled.share(level);
      if (rule.differential !== undefined) {
        const own = ownRate(receiver, rule.differential);
        part = own.gt(highest) ? minus(own, highest) : ZERO;
        if (own.gt(highest)) highest = own;
      }
      if (payee === undefined || !isActive || part.isZero()) continue;
      derived.push({
        payee,
        kind,
        level,
        amount: round(times(credit.amount, part)),
        share: times(credit.share, part),
        payoutShare: times(credit.payoutShare, part),
        dealRole: credit.dealRole,
        split: null,
        derived: { rule: index, from, day: hierarchyDay },
      });
    }
  });
  const kept = dedupe(compiled, derived, total, rounding);
  if (rule.funding === 'fromDirect') {
    for (const credit of kept) {
      const source = direct[credit.derived?.from ?? -1];
      if (source === undefined) continue;
      source.amount = minus(source.amount, credit.amount);
      source.share = minus(source.share, credit.share);
      source.payoutShare = minus(source.payoutShare, credit.payoutShare);
    }
  }
  return kept;
}

/** What becomes of several credits of one rule to one receiver. */
function dedupe(
  { rule, share }: CompiledCreditRule,
  derived: readonly DraftCredit[],
  total: Decimal,
  rounding: CreditRounding | null,
): DraftCredit[] {
  const policy = rule.dedupe ?? 'sum';
  if (policy === 'sum') return [...derived];
  const receivers = new Map<number, DraftCredit[]>();
  for (const credit of derived) receivers.set(credit.payee, [...(receivers.get(credit.payee) ?? []), credit]);
  const kept = new Set<DraftCredit>();
  for (const credits of receivers.values()) {
    if (policy === 'once') {
      kept.add(credits.reduce((best, credit) => (credit.amount.abs().gt(best.amount.abs()) ? credit : best)));
      continue;
    }
    for (const credit of credits) kept.add(credit);
    // A receiver reached at several levels is held to the largest of their shares.
    const most = credits.reduce((best, { level }) => (share(level).gt(best) ? share(level) : best), ZERO);
    const limit = times(total, rule.differential === undefined ? most : ONE);
    const sum = credits.reduce((all, { amount }) => plus(all, amount), ZERO);
    if (sum.abs().lte(limit.abs()) || sum.isZero()) continue;
    scaleTo(credits, limit, sum, rounding);
  }
  return derived.filter((credit) => kept.has(credit));
}

/** Scales credits in proportion so that they add up to a limit. */
function scaleTo(credits: readonly DraftCredit[], limit: Decimal, sum: Decimal, rounding: CreditRounding | null): void {
  const parts =
    rounding === null
      ? credits.map(({ amount }) => divide(times(amount, limit), sum))
      : allocate(
          roundDecimal(limit, rounding.increment, rounding.mode),
          credits.map(({ amount }) => amount.abs()),
          { increment: rounding.increment },
        ).parts.map((part) => toDecimal(part));
  credits.forEach((credit, i) => {
    credit.share = divide(times(credit.share, limit), sum);
    credit.payoutShare = divide(times(credit.payoutShare, limit), sum);
    credit.amount = parts[i]!;
  });
}

/** Position of a kind of derived credit in `creditKinds`. */
export function kindOf(rule: CreditRule): number {
  return creditKinds.indexOf(rule.kind);
}

/** Somebody's own rate under a differential rule; without one they stand at 0. */
function ownRate(payee: Payee | undefined, attribute: string | undefined): Decimal {
  const value = attribute === undefined ? undefined : payee?.attributes?.[attribute];
  return typeof value === 'string' ? toDecimal(value, ['attributes', attribute ?? '']) : ZERO;
}
