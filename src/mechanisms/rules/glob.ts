/**
 * Compiles a pattern of literal text, `*` (any run of characters) and `?` (one UTF-16 code unit); `\` takes the special
 * meaning from the next character. Takes time in the product of the two lengths at worst, whatever the pattern.
 */
export function compileGlob(pattern: string): (text: string) => boolean {
  // undefined stands for `?`; the pieces stand between the stars.
  const pieces: (string | undefined)[][] = [[]];
  for (let index = 0; index < pattern.length; index++) {
    const piece = pieces[pieces.length - 1]!;
    const character = pattern[index]!;
    if (character === '*') pieces.push([]);
    else if (character === '?') piece.push(undefined);
    else piece.push(character === '\\' && index + 1 < pattern.length ? pattern[++index] : character);
  }
  const first = pieces[0]!;
  if (pieces.length === 1) return (text) => text.length === first.length && fits(first, text, 0);
  const last = pieces[pieces.length - 1]!;
  const middle = pieces.slice(1, -1);
  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !fits(first, text, 0) || !fits(last, text, end)) return false;
    // Taking each piece at its first place leaves the most room for the next, so no other choice needs a try.
    let from = first.length;
    for (const piece of middle) {
      while (from + piece.length <= end && !fits(piece, text, from)) from++;
      from += piece.length;
      if (from > end) return false;
    }
    return true;
  };
}

function fits(piece: readonly (string | undefined)[], text: string, from: number): boolean {
  for (let index = 0; index < piece.length; index++) {
    if (piece[index] !== undefined && piece[index] !== text[from + index]) return false;
  }
  return true;
}
