import type { CurrencyTable } from '../../../core/currency.js';
import type { RejectedRow } from '../../schema/runResult.js';
import type { FusedComponent } from '../fusedComponent.js';
import type { FusableRows } from '../fusable.js';
import type { Rows } from '../rows.js';

/** A component whose amounts can be added up by slot. */
export type SummedComponent = Pick<FusedComponent, 'map' | 'slots'>;

/** What rows are read against. */
export interface ReadContext {
  /** Index of each payee by id: 0, 1, 2, … */
  readonly payees: ReadonlyMap<string, number>;
  /** Last day whose rows are known. */
  readonly asOf: number;
  /** Booking days of the rows that the run needs: from the first to the one before `to`. */
  readonly horizon: { readonly from: number; readonly to: number };
  /** First day that has to be known to take back a row of a day. */
  readonly lookBack?: (day: number) => number;
  /** Keeps rows that are booked outside the horizon but count in it, by a named date or a collection. */
  readonly keep?: (rows: Pick<Rows, 'field' | 'collections'>) => (row: number) => boolean;
  /** First booking day that the whole run needs, where these are some of its rows. */
  readonly from?: number;
  /** Decimals that amounts have at least, where these are some of the rows of a run. */
  readonly scale?: number;
  /** The component to add amounts up for while columns are checked, `null` for none. */
  readonly summed?: (rows: FusableRows) => SummedComponent | null;
  readonly currencies: CurrencyTable;
  /** Currencies of the plans. Amounts are read at the finest of their exponents at least. */
  readonly planCurrencies: readonly string[];
}

/** The rows of a run and what became of those that are not accepted. */
export interface ReadRows {
  readonly rows: Rows;
  /** First booking day that is needed. */
  readonly from: number;
  /** One entry a fault, by id, then code, path and row. */
  readonly rejected: readonly RejectedRow[];
  /** Rows that say again what another one said. */
  readonly duplicates: number;
  /** Rows after `asOf` and rows that the run does not need. */
  readonly outside: number;
}
