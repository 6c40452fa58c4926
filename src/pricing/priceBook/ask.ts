import type { Decimal } from '../../core/decimal.js';
import type { CompiledItem, UnitSize } from './compiledItem.js';
import type { PriceContext } from './priceBook.js';

/** A request as it was read. */
export interface Ask {
  readonly item: CompiledItem;
  readonly unit: string;
  readonly size: UnitSize;
  /** In base units. */
  readonly quantity: Decimal;
  readonly on: string;
  readonly day: number;
  readonly currency: string;
  readonly context: PriceContext;
}
