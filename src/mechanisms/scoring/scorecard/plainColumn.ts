import type { DecimalColumn } from '../../../core/columns.js';

/** A column in plain JSON: integers of 64 bits as text, `null` for a missing value. */
export interface PlainColumn {
  readonly values: readonly (number | string | null)[];
  readonly scale: number;
}

export function plainColumn({ values, scale }: DecimalColumn): PlainColumn {
  return { values: Array.from(values, plainCell), scale };
}

function plainCell(value: number | bigint): number | string | null {
  return typeof value === 'bigint' ? String(value) : value === value ? value : null;
}

export function typedColumn({ values, scale }: PlainColumn): DecimalColumn {
  return {
    values: values.some((value) => typeof value === 'string')
      ? BigInt64Array.from(values, (value) => BigInt(value ?? 0))
      : Float64Array.from(values, (value) => (value === null ? NaN : Number(value))),
    scale,
  };
}
