/** A hash of a text, two code units a step; its upper bits depend on all of the text. */
export function textHash(text: string): number {
  let hash = text.length;
  let at = 1;
  for (; at < text.length; at += 2) {
    hash = mix(hash ^ (text.charCodeAt(at - 1) | (text.charCodeAt(at) << 16)));
  }
  return at === text.length ? mix(hash ^ text.charCodeAt(at - 1)) : hash;
}

/** A one-to-one mix of 32 bits whose upper bits depend on all. */
export function mix(bits: number): number {
  const product = Math.imul(bits, 0x9e3779b1);
  return Math.imul(product ^ (product >>> 15), 0x85ebca6b);
}
