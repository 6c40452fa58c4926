/** Decimals as integers of 10⁻ˢᶜᵃˡᵉ units: safe integers, or 64-bit ones. */
export interface DecimalColumn {
  /** `NaN` in a `Float64Array` = the row has no such field. */
  readonly values: Float64Array | BigInt64Array;
  /** Decimals of the unit, 0 to 1000. */
  readonly scale: number;
}

/** Values of which many are the same: each once, and which of them a row has. */
export interface DictionaryColumn<Value = string> {
  readonly dictionary: readonly Value[];
  /** Place in the dictionary; −1 = the row has no such field. */
  readonly codes: Int32Array;
}
