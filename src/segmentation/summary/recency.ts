/**
 * Two spans are called recency, and they are not the same: the marks let no value of one pass for the other, while plain
 * numbers pass for both.
 */

/** Days from the last purchase to the as-of day. */
export type RecencyDays = number & { readonly recency?: 'sinceLast' };

/** Time from the first purchase to the last. */
export type RepeatRecency = number & { readonly recency?: 'firstToLast' };
