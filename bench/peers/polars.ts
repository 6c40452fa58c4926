import { RATES, type Workload } from '../workload.js';
import { type Engine, optional, type Skipped } from './engine.js';

/** What is used of nodejs-polars, which need not be installed. */
interface Polars {
  readonly default: {
    DataFrame(columns: Readonly<Record<string, unknown>>): Frame;
    Series(name: string, values: readonly number[], type: unknown): unknown;
    readonly Int32: unknown;
    readonly Int64: unknown;
    col(name: string): Expression;
    lit(value: number): Expression;
    when(condition: Expression): { then(value: Expression): { otherwise(value: Expression): Expression } };
  };
}
interface Frame {
  lazy(): Frame;
  groupBy(column: string): { agg(...columns: Expression[]): Frame };
  withColumns(...columns: Expression[]): Frame;
  collectSync(): Frame;
  getColumn(name: string): { toArray(): (number | bigint)[] };
}
interface Expression {
  alias(name: string): Expression;
  cast(type: unknown): Expression;
  cumSum(): Expression;
  div(by: Expression): Expression;
  fillNull(value: Expression): Expression;
  first(): Expression;
  gt(other: Expression): Expression;
  lt(other: Expression): Expression;
  minus(other: Expression): Expression;
  mul(by: Expression): Expression;
  over(column: string): Expression;
  plus(other: Expression): Expression;
  shift(rows: number): Expression;
  sum(): Expression;
}

/** polars with the sales of a workload in memory, in whole minor units and each with its quota. */
export async function polars(work: Workload): Promise<Engine | Skipped> {
  const name = 'polars';
  const module = await optional<Polars>('nodejs-polars');
  if (module === undefined) return { name, skipped: 'nodejs-polars is not installed for this platform' };
  const { DataFrame, Series, Int32, Int64, col, lit, when } = module.default;
  const frame = DataFrame({
    slot: Series('slot', Array.from(work.slot), Int32),
    minor: Series('minor', Array.from(work.amount), Int64),
    quota: Series(
      'quota',
      Array.from(work.slot, (slot) => work.quota[slot]!),
      Int64,
    ),
  });

  const least = (a: Expression, b: Expression): Expression => when(a.lt(b)).then(a).otherwise(b);
  const orNothing = (a: Expression): Expression =>
    when(a.gt(lit(0)))
      .then(a)
      .otherwise(lit(0));
  const [total, quota] = [col('total'), col('quota')];
  const half = quota.div(lit(2)).cast(Int64);
  const more = quota.plus(half);
  const value = [
    least(total, half),
    orNothing(least(total, quota).minus(half)),
    orNothing(least(total, more).minus(quota)),
    orNothing(total.minus(more)),
  ]
    .map((slice, tier) => slice.mul(lit(RATES[tier]!)))
    .reduce((sum, part) => sum.plus(part))
    .alias('value');
  const before = col('value').shift(1).over('slot').fillNull(lit(0));
  let lines = frame;

  const bySlot = (query: Frame, column: string): Float64Array => {
    const slots = query.getColumn('slot').toArray();
    const values = query.getColumn(column).toArray();
    const result = new Float64Array(work.slots);
    slots.forEach((slot, i) => (result[Number(slot)] = Number(values[i])));
    return result;
  };
  return {
    name,
    totals: () => {
      const sums = frame.lazy().groupBy('slot').agg(col('minor').sum().alias('total'), quota.first().alias('quota'));
      return bySlot(sums.withColumns(value).collectSync(), 'value');
    },
    lines: () => {
      lines = frame
        .lazy()
        .withColumns(col('minor').cumSum().over('slot').alias('total'))
        .withColumns(value)
        .withColumns(col('value').minus(before).alias('earned'))
        .collectSync();
    },
    lineSums: () => {
      const sums = lines.lazy().groupBy('slot').agg(col('earned').sum().alias('earned'));
      return bySlot(sums.collectSync(), 'earned');
    },
  };
}
