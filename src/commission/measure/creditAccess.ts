import type { Decimal } from '../../core/decimal.js';
import type { Params, Path } from '../../core/errors.js';

/** Why a credit has no value under a measure; the row is then lost to that component only. */
export class Fault {
  constructor(
    readonly code: string,
    readonly path: Path,
    readonly params: Params,
  ) {}
}

/**
 * What a measure reads of a credit, whatever the rows were read from. Money comes in plan currency, and what can be
 * divided among people (amount, cost, units, mrr) as the credit's share of it.
 */
export interface CreditAccess {
  /** The credited amount. */
  amount(credit: number): Decimal | Fault;
  /**
   * A field of the credit: a Decimal where it was scaled or converted, else as the row has it;
   * `undefined` where the row has none.
   */
  field(name: string): (credit: number) => unknown;
}
