/** What a peer makes of sales: what each adds to the rounded and capped earning of its slot, and the payouts by slot. */
export interface Breakdown<M> {
  /** A line a sale, in the peer's own numbers. */
  readonly lines: readonly M[];
  /** Minor units. */
  readonly payouts: Float64Array;
}
