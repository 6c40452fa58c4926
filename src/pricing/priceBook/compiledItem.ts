import { type Decimal, ONE, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import { toPositive } from '../toPositive.js';
import type { PriceItem } from './priceBook.js';

/** An item with its figures read; a unit is `factor / per` base units. */
export interface CompiledItem {
  readonly item: PriceItem;
  readonly list: Decimal | null;
  readonly cost: Decimal | null;
  readonly units: ReadonlyMap<string, UnitSize>;
}

/** How many base units a unit is, as a quotient. */
export interface UnitSize {
  readonly factor: Decimal;
  readonly per: Decimal;
}

/** Reads an item. */
export function compileItem(item: PriceItem, path: Path): CompiledItem {
  const units = new Map<string, UnitSize>([[item.unit, { factor: ONE, per: ONE }]]);
  (item.units ?? []).forEach(({ unit, factor, per }, index) => {
    const at = [...path, 'units', index];
    if (units.has(unit)) fail('pricing.duplicateCode', [...at, 'unit'], { code: unit });
    units.set(unit, {
      factor: toPositive(factor, [...at, 'factor']),
      per: per === undefined ? ONE : toPositive(per, [...at, 'per']),
    });
  });
  return {
    item,
    list: item.list === undefined ? null : toDecimal(item.list, [...path, 'list']),
    cost: item.cost === undefined ? null : toDecimal(item.cost, [...path, 'cost']),
    units,
  };
}
