import type { Decimal, DecimalLike, DecimalString } from '../../core/decimal.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { cagr } from '../catalogue/cagr.js';
import { fail } from '../fail.js';

/** A line of a statement: its figures, or the lines that it is made of, or both. */
export interface StatementLine {
  readonly id: string;
  /** One a period; `null` is not known. */
  readonly values?: readonly (DecimalLike | null)[];
  /** Lines that are added up. */
  readonly add?: readonly string[];
  /** Lines that are taken away. */
  readonly less?: readonly string[];
}

/** A line with its figures by period, and how they grew. */
export interface ProfitAndLossLine {
  readonly id: string;
  /** As stated, or else as calculated; `null` where neither is possible. */
  readonly values: readonly (DecimalString | null)[];
  /** (value − that before) ÷ that before, `null` for the first period; without a value where the base is not positive or one is not known. */
  readonly growth: readonly (Ratio | null)[];
  /** A period, from the first to the last; `null` where the first is not positive or the last negative. */
  readonly cagr: DecimalString | null;
}

/** A stated figure that is not what its lines make. */
export interface StatementMismatch {
  readonly line: string;
  readonly period: string;
  readonly stated: DecimalString;
  readonly calculated: DecimalString;
  /** stated − calculated */
  readonly difference: DecimalString;
}

/** A statement of profit and loss. */
export interface ProfitAndLoss {
  readonly periods: readonly string[];
  /** In the order given. */
  readonly lines: readonly ProfitAndLossLine[];
  /** In the order of the lines, then of the periods. */
  readonly mismatches: readonly StatementMismatch[];
}

/**
 * Returns a statement of profit and loss: lines that are made of others are calculated where they are not stated and
 * checked where they are, every line with its growth and its compound rate.
 *
 * @param lines in the order of the statement, each id once
 * @param periods in the order of time
 * @throws SalesModelError `statement.duplicateLine`, `statement.unknownLine`, `statement.cycle`, `statement.values`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { profitAndLoss } from 'salesmodel/kpi';
 *
 * const { lines, mismatches } = profitAndLoss(
 *   [
 *     { id: 'revenue', add: ['cogs', 'grossProfit'] },
 *     { id: 'cogs', values: ['135', '152'] },
 *     { id: 'grossProfit', values: ['119', '141'] },
 *   ],
 *   ['year 0', 'year 1'],
 * );
 * lines[0]?.values; // => ['254', '293']
 * lines[0]?.growth[1]; // => { numerator: '39', denominator: '254', value: '0.153543307087' }
 * mismatches; // => []
 */
export function profitAndLoss(lines: readonly StatementLine[], periods: readonly string[]): ProfitAndLoss {
  const byId = new Map(lines.map((line, at) => [line.id, { line, at }]));
  lines.forEach(({ id, values }, at) => {
    if (byId.get(id)!.at !== at) fail('statement.duplicateLine', ['lines', at, 'id'], { line: id });
    if (values !== undefined && values.length !== periods.length) {
      fail('statement.values', ['lines', at, 'values'], { expected: periods.length, length: values.length });
    }
  });
  const stated = lines.map(({ values }, at) =>
    periods.map((_, period) => {
      const value = values?.[period] ?? null;
      return value === null ? null : toDecimal(value, ['lines', at, 'values', period]);
    }),
  );
  const known = new Map<number, readonly (Decimal | null)[]>();
  const open = new Set<number>();
  const valuesOf = (at: number): readonly (Decimal | null)[] => {
    const found = known.get(at);
    if (found !== undefined) return found;
    if (open.has(at)) fail('statement.cycle', ['lines', at], { line: lines[at]!.id });
    open.add(at);
    const made = calculated(at);
    const values = stated[at]!.map((value, period) => value ?? made?.[period] ?? null);
    open.delete(at);
    known.set(at, values);
    return values;
  };
  const calculated = (at: number): (Decimal | null)[] | null => {
    const { add = [], less = [] } = lines[at]!;
    if (add.length + less.length === 0) return null;
    const parts = [
      ...add.map((id, place) => ({ of: lineAt(id, [at, 'add', place]), combine: plus })),
      ...less.map((id, place) => ({ of: lineAt(id, [at, 'less', place]), combine: minus })),
    ].map(({ of, combine }) => ({ values: valuesOf(of), combine }));
    return periods.map((_, period) =>
      parts.reduce<Decimal | null>((sum, { values, combine }) => {
        const value = values[period] ?? null;
        return sum === null || value === null ? null : combine(sum, value);
      }, ZERO),
    );
  };
  const lineAt = (id: string, path: readonly (string | number)[]): number =>
    byId.get(id)?.at ?? fail('statement.unknownLine', ['lines', ...path], { line: id });
  const all = lines.map((_, at) => valuesOf(at));
  return {
    periods: [...periods],
    lines: lines.map(({ id }, at) => lineOf(id, all[at]!)),
    mismatches: lines.flatMap(({ id }, at) => {
      const made = calculated(at) ?? [];
      return made.flatMap((value, period): StatementMismatch[] => {
        const own = stated[at]![period] ?? null;
        if (value === null || own === null || own.eq(value)) return [];
        const difference = toText(minus(own, value));
        return [{ line: id, period: periods[period]!, stated: toText(own), calculated: toText(value), difference }];
      });
    }),
  };
}

function lineOf(id: string, values: readonly (Decimal | null)[]): ProfitAndLossLine {
  const first = values[0] ?? null;
  const last = values.at(-1) ?? null;
  return {
    id,
    values: values.map((value) => (value === null ? null : toText(value))),
    growth: values.map((value, at) => (at === 0 ? null : growthOf(values[at - 1]!, value))),
    cagr: first === null || last === null ? null : cagr(first, last, values.length - 1),
  };
}

function growthOf(before: Decimal | null, after: Decimal | null): Ratio {
  if (before === null || after === null) return { ...ratioOf(ZERO, ZERO), value: null, reason: 'notKnown' };
  const growth = ratioOf(minus(after, before), before);
  return before.isNegative() ? { ...growth, value: null, reason: 'notDefined' } : growth;
}

/** The lines as shares of one of them. */
export type CommonSize =
  | {
      readonly ok: true;
      readonly periods: readonly string[];
      /** `null` where a figure is not known. */
      readonly lines: readonly { readonly id: string; readonly shares: readonly (Ratio | null)[] }[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns every line of a statement as a share of one line, period by period, so that years of different size can be
 * compared. A line that is not there is `baseMissing`.
 *
 * @param statement of `profitAndLoss`
 * @param base id of the line that is 1, default `revenue`
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { commonSize, profitAndLoss } from 'salesmodel/kpi';
 *
 * const statement = profitAndLoss([{ id: 'revenue', values: ['254'] }, { id: 'cogs', values: ['135'] }], ['year 0']);
 * const sized = commonSize(statement);
 * sized.ok && sized.lines.map(({ id, shares }) => [id, shares[0]?.value]); // => [['revenue', '1'], ['cogs', '0.531496062992']]
 */
export function commonSize(statement: ProfitAndLoss, base = 'revenue'): CommonSize {
  const whole = statement.lines.find(({ id }) => id === base);
  if (whole === undefined) return { ok: false, reasons: [{ code: 'baseMissing', params: { line: base } }] };
  return {
    ok: true,
    periods: statement.periods,
    lines: statement.lines.map(({ id, values }) => ({
      id,
      shares: values.map((value, at) => {
        const by = whole.values[at] ?? null;
        return value === null || by === null ? null : ratioOf(toDecimal(value), toDecimal(by));
      }),
    })),
  };
}
