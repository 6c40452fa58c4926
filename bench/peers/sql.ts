/** How a database says the lesser and the greater of two values. */
export interface Dialect {
  readonly least: string;
  readonly greatest: string;
}

export const STANDARD: Dialect = { least: 'least', greatest: 'greatest' };

/**
 * The graduated commission of a column `total` as SQL.
 *
 * @param of bound as a share of the quota, by percent
 */
export function graduated(
  of: (percent: number) => string,
  rates: readonly (string | number)[],
  { least, greatest }: Dialect = STANDARD,
): string {
  const slice = (from: string, to: string, rate: string | number): string =>
    `${greatest}(${least}(total, ${to}) - ${from}, 0) * ${rate}`;
  return [
    `${least}(total, ${of(50)}) * ${rates[0]}`,
    slice(of(50), of(100), rates[1]!),
    slice(of(100), of(150), rates[2]!),
    `${greatest}(total - ${of(150)}, 0) * ${rates[3]}`,
  ].join(' + ');
}

/** Commissions by slot: `slot`, `value`. */
export function totalsQuery(value: string, total: string): string {
  return `select slot, ${value} as value from
    (select slot, ${total} as total from sale group by slot) totals join quota using (slot)`;
}

/** The commission of every sale as the growth of that of the running total: `id`, `slot`, `earned`. */
export function linesQuery(value: string, running: (window: string) => string, from = 'sale'): string {
  return `select id, slot, value - coalesce(lag(value) over (partition by slot order by id), 0) as earned from
    (select id, slot, ${value} as value from
    (select id, slot, ${running('over (partition by slot order by id)')} as total from ${from}) totals
    join quota using (slot)) growth`;
}
