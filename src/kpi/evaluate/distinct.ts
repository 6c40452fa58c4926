/** Codes of rows as places in the ascending list of those that occur; a row that is left out has the place after the last. */
export interface Places {
  readonly found: readonly number[];
  readonly placeOf: Int32Array;
}

/** A table of all codes that are possible may be this large, or as large as a table of this many cells a row. */
const LEAST = 1024;
const CELLS_A_ROW = 16;

/**
 * Finds the codes that occur.
 *
 * @param codes whole numbers from 0 to below `size`, by row
 * @param dropped 1 for a row that is left out
 */
export function distinct(codes: Float64Array, size: number, dropped: Uint8Array | null): Places {
  const n = codes.length;
  if (size > Math.max(LEAST, CELLS_A_ROW * n)) return sparse(codes, dropped);
  const places = new Int32Array(size);
  mark(places, codes, dropped);
  const found: number[] = [];
  for (let code = 0; code < size; code++) {
    if (places[code] === 0) continue;
    places[code] = found.length;
    found.push(code);
  }
  const placeOf = new Int32Array(n);
  look(placeOf, places, codes);
  return { found, placeOf: leaveOut(placeOf, found.length, dropped) };
}

function mark(places: Int32Array, codes: Float64Array, dropped: Uint8Array | null): void {
  if (dropped === null) for (let row = 0; row < codes.length; row++) places[codes[row]!] = 1;
  else for (let row = 0; row < codes.length; row++) if (dropped[row] === 0) places[codes[row]!] = 1;
}

function look(placeOf: Int32Array, places: Int32Array, codes: Float64Array): void {
  for (let row = 0; row < codes.length; row++) placeOf[row] = places[codes[row]!]!;
}

function sparse(codes: Float64Array, dropped: Uint8Array | null): Places {
  const kept = dropped === null ? codes : codes.filter((_, row) => dropped[row] === 0);
  const found = [...new Set(kept)].sort((a, b) => a - b);
  const places = new Map(found.map((code, place) => [code, place]));
  return {
    found,
    placeOf: leaveOut(
      Int32Array.from(codes, (code) => places.get(code) ?? 0),
      found.length,
      dropped,
    ),
  };
}

function leaveOut(placeOf: Int32Array, place: number, dropped: Uint8Array | null): Int32Array {
  dropped?.forEach((isDropped, row) => {
    if (isDropped === 1) placeOf[row] = place;
  });
  return placeOf;
}
