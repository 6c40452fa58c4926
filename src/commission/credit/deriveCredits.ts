import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Params, Path } from '../../core/errors.js';
import { columnOf, decimalAt } from '../../core/fixed/decimalColumn.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import type { RoundingMode } from '../../core/rounding.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { currencyOfRow, rowFact } from '../run/rowFact.js';
import { rowState, type Rows } from '../run/rows.js';
import type { Crediting, CreditRule } from '../schema.js';
import type { Credits } from './credits.js';
import { type CompiledCreditRule, derivedCredits, kindOf, type People } from './derivedCredits.js';
import { type CreditRounding, directCredits, type DraftCredit } from './directCredits.js';
import { explainCredit } from './explainCredit.js';
import { reversedCredits } from './reversedCredits.js';

/** What crediting needs beside the rows. */
export interface CreditContext extends People {
  readonly crediting: Crediting;
  /** People above somebody on a day by the links of one kind, nearest first. */
  upline(kind: string, levels: number): (child: string, day: number) => readonly string[];
  /** Last day whose facts are known. */
  readonly asOf: number;
  /** Last day of the statement period of a day. */
  periodEnd(day: number): number;
  readonly mode: RoundingMode;
  /** Components that hold a direct credit at `asOf`, none where it is not held; absent where nothing is ever held. */
  readonly holdersOf?: (rows: Rows) => HolderReader;
}

/** Reads which components hold a direct credit of a row. */
export type HolderReader = (row: number, credit: DraftCredit) => readonly string[];

/** A row that is lost, or lost to one payee. */
export interface CreditFault {
  readonly row: number;
  readonly code: string;
  readonly path: Path;
  readonly params: Params;
  readonly payeeId?: string;
}

/** Makes the credits of all accepted rows; those of a row stand together, in order of kind, level and split. */
export function deriveCredits(
  rows: Rows,
  context: CreditContext,
): { readonly credits: Credits; readonly rejected: readonly CreditFault[] } {
  const { crediting } = context;
  const isPlain = rows.splits === null && rows.reverses === null && (crediting.rules ?? []).length === 0;
  return isPlain ? { credits: ownerCredits(rows), rejected: [] } : new CreditMaker(rows, context).make();
}

/** One credit a row: everything goes to its owner. Rows that are not accepted have nobody. */
export function ownerCredits(rows: Rows): Credits {
  const { n, payee, amount } = rows;
  const row = new Int32Array(n);
  for (let at = 0; at < n; at += 1) row[at] = at;
  return {
    n,
    row,
    payee,
    kind: new Uint8Array(n),
    level: new Uint16Array(n),
    amount,
    share: null,
    payoutShare: null,
    dealRole: () => undefined,
    explain: (credit) => explainCredit(rows, credit, null, [], []),
  };
}

class CreditMaker {
  private readonly rejected: CreditFault[] = [];
  private readonly made = new Map<number, DraftCredit[] | null>();
  private readonly rules: readonly CompiledCreditRule[];
  private readonly roundings = new Map<string, CreditRounding>();
  private readonly holders: HolderReader | null;

  constructor(
    private readonly rows: Rows,
    private readonly context: CreditContext,
  ) {
    this.rules = (context.crediting.rules ?? []).map((rule, index) => this.compile(rule, index));
    const skips = this.rules.some(({ rule }) => rule.heldDirect === 'skip');
    this.holders = skips ? (context.holdersOf?.(rows) ?? null) : null;
  }

  make(): { credits: Credits; rejected: readonly CreditFault[] } {
    const { rows } = this;
    const row: number[] = [];
    const drafts: DraftCredit[] = [];
    for (let at = 0; at < rows.n; at += 1) {
      if (rows.state !== null && rows.state[at] !== rowState.accepted) continue;
      for (const draft of this.creditsOf(at) ?? []) {
        row.push(at);
        drafts.push(draft);
      }
    }
    const { payees, crediting } = this.context;
    const { rules = [] } = crediting;
    return {
      credits: {
        n: row.length,
        row: Int32Array.from(row),
        payee: Int32Array.from(drafts, ({ payee }) => payee),
        kind: Uint8Array.from(drafts, ({ kind }) => kind),
        level: Uint16Array.from(drafts, ({ level }) => level),
        amount: columnOf(drafts.map(({ amount }) => amount)),
        share: drafts.every(({ share }) => share.eq(ONE)) ? null : columnOf(drafts.map(({ share }) => share)),
        payoutShare: drafts.every(({ share, payoutShare }) => share.eq(payoutShare))
          ? null
          : columnOf(drafts.map(({ payoutShare }) => payoutShare)),
        dealRole: (credit) => drafts[credit]?.dealRole,
        explain: (credit) => explainCredit(rows, row[credit]!, drafts[credit]!, rules, payees),
      },
      rejected: this.rejected,
    };
  }

  /** The credits of a row, `null` where the row is lost. */
  private creditsOf(row: number): DraftCredit[] | null {
    const known = this.made.get(row);
    if (known !== undefined) return known;
    const original = this.rows.reverses?.[row] ?? -1;
    const made = original >= 0 ? this.reversed(row, original) : this.fresh(row);
    this.made.set(row, made);
    return made;
  }

  private fresh(row: number): DraftCredit[] | null {
    const { rows, context } = this;
    const { crediting } = context;
    const rounding = this.rounding(row);
    const direct = directCredits(rows, row, crediting, rounding);
    if ('sum' in direct) {
      this.rejected.push({ row, code: 'row.splitSum', path: ['splits'], params: { sum: toText(direct.sum) } });
      return null;
    }
    const credits = direct.credits;
    const total = decimalAt(rows.amount, row);
    const derived: DraftCredit[] = [];
    this.findHeld(row, credits);
    for (const rule of this.rules) {
      if (rule.where(row) !== true) continue;
      // Where there is nothing to derive from, the day of the hierarchy need not be known yet.
      if (skipHeld(rule, credits) === credits.length) continue;
      const day = this.hierarchyDay(rule.rule, row);
      if (day === NO_DAY) {
        const field = rule.rule.asOf === 'invoice' ? ['dates', 'invoice'] : ['collections'];
        this.rejected.push({ row, code: 'row.dateMissing', path: field, params: { field: field.join('.') } });
        return null;
      }
      const exact = crediting.splitRounding === 'exact';
      derived.push(...derivedCredits(rule, credits, total, day, rows.day[row]!, context, exact ? null : rounding));
    }
    derived.sort((a, b) => a.kind - b.kind || a.level - b.level || (a.derived?.from ?? 0) - (b.derived?.from ?? 0));
    return [...credits.filter(({ kind }) => kind === 0), ...credits.filter(({ kind }) => kind !== 0), ...derived];
  }

  /** Says which direct credits are held, as they are before anything goes out of them. */
  private findHeld(row: number, credits: readonly DraftCredit[]): void {
    if (this.holders === null) return;
    for (const credit of credits) {
      const by = this.holders(row, credit);
      if (by.length > 0) credit.held = { by, skippedBy: [] };
    }
  }

  /** A reversing row goes to the people of its original, in the same parts, whatever the hierarchy is by now. */
  private reversed(row: number, original: number): DraftCredit[] | null {
    const { rows, context } = this;
    const credits = this.creditsOf(original);
    if (credits === null) return null;
    const whole = decimalAt(rows.amount, original);
    if (whole.isZero()) return [];
    const rounding = context.crediting.splitRounding === 'exact' ? null : this.rounding(row);
    const isRevenue = ({ derived, kind }: DraftCredit): boolean =>
      derived === null
        ? kind === 0
        : this.rules[derived.rule]?.rule.funding === 'fromDirect' &&
          credits.some(
            (direct) => direct.derived === null && direct.kind === 0 && (direct.split ?? 0) === derived.from,
          );
    return reversedCredits(credits, isRevenue, decimalAt(rows.amount, row), whole, rounding);
  }

  private hierarchyDay({ asOf = 'transaction' }: CreditRule, row: number): number {
    const { rows, context } = this;
    const day = rows.day[row]!;
    switch (asOf) {
      case 'transaction':
        return day;
      case 'run':
        return context.asOf;
      case 'invoice': {
        const invoice = rows.field('dates.invoice')(row);
        return typeof invoice === 'string' ? parseDay(invoice) : NO_DAY;
      }
      case 'collection': {
        // The last payment known: what the rule waits for has then happened.
        const { collections } = rows;
        let last = NO_DAY;
        for (let at = collections?.offset[row] ?? 0; at < (collections?.offset[row + 1] ?? 0); at += 1) {
          if (collections!.kind[at] === 0 && collections!.day[at]! <= context.asOf)
            last = Math.max(last, collections!.day[at]!);
        }
        return last;
      }
      case 'periodEnd':
        return context.periodEnd(day);
    }
  }

  /** Whole minor units of the row's currency, by the mode of the context. */
  private rounding(row: number): CreditRounding {
    const currency = currencyOfRow(this.rows, row);
    let rounding = this.roundings.get(currency);
    if (rounding === undefined) {
      const increment: Decimal = toDecimal(minorUnit(findCurrency(currency, isoCurrencies, ['currency'])));
      rounding = { increment, mode: this.context.mode };
      this.roundings.set(currency, rounding);
    }
    return rounding;
  }

  private compile(rule: CreditRule, index: number): CompiledCreditRule {
    const shares = (rule.shares ?? []).map((share, level) =>
      toDecimal(share, ['crediting', 'rules', index, 'shares', level]),
    );
    const path = ['crediting', 'rules', index, 'where'];
    // Levels that are passed on end further up than there are levels.
    const reach = rule.levels === 'all' || rule.compression === 'skipInactive' ? Infinity : rule.levels;
    return {
      index,
      rule,
      kind: kindOf(rule),
      share: (level) => shares[level - 1] ?? ONE,
      where:
        rule.where === undefined
          ? () => true
          : compileRule<number>(rule.where, { read: (name) => rowFact(this.rows, name), path }),
      upline: this.context.upline(rule.relation ?? 'reportsTo', reach),
    };
  }
}

/** Marks the held credits that a rule skips, and returns how many there are. */
function skipHeld({ rule, index }: CompiledCreditRule, credits: readonly DraftCredit[]): number {
  if (rule.heldDirect !== 'skip') return 0;
  let skipped = 0;
  for (const credit of credits) {
    if (credit.held === undefined) continue;
    credit.held = { ...credit.held, skippedBy: [...credit.held.skippedBy, index] };
    skipped += 1;
  }
  return skipped;
}
