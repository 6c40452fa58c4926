import * as z from 'zod';

/** Scores from one to another, both included. */
export type ScoreRange = readonly [lo: number, hi: number];

/** How many scores the axes have: as many each, or their own number. */
export type ScoreCounts = number | { readonly r: number; readonly f: number; readonly m: number };

/** A rule of a grid: the scores that make a segment. A score that is not named may be any. */
export interface GridCell {
  readonly segment: string;
  readonly r?: ScoreRange;
  readonly f?: ScoreRange;
  readonly m?: ScoreRange;
  /** The mean of `f` and `m`, halves up. */
  readonly fm?: ScoreRange;
}

/** Which scores make which segment; the highest score is the best one. */
export interface SegmentGrid {
  readonly id: string;
  readonly version: string;
  /** The scores that the rules read; `fm` stands for `f` and `m`. */
  readonly axes: readonly ('r' | 'f' | 'm' | 'fm')[];
  /** 2 to 9. */
  readonly scores: ScoreCounts;
  readonly cells: readonly GridCell[];
  /** The segments from the best to the worst, the fallback among them. */
  readonly order: readonly string[];
  /** No two rules may hold at once, or the first that holds decides. */
  readonly policy: 'disjoint' | 'first';
  /** The segment of scores for which no rule holds. */
  readonly fallback?: string;
}

const Range = /* @__PURE__ */ z.tuple([z.int(), z.int()]).readonly().exactOptional();
const Scores = /* @__PURE__ */ z.int().min(2).max(9);
const Name = /* @__PURE__ */ z.string().min(1);

/** Which scores make which segment; the highest score is the best one. */
export const SegmentGrid: z.ZodType<SegmentGrid> = /* @__PURE__ */ z
  .strictObject({
    id: Name,
    version: Name,
    axes: z
      .array(z.enum(['r', 'f', 'm', 'fm']))
      .min(1)
      .readonly(),
    scores: z.union([Scores, z.strictObject({ r: Scores, f: Scores, m: Scores })]),
    cells: z.array(z.strictObject({ segment: Name, r: Range, f: Range, m: Range, fm: Range })).readonly(),
    order: z.array(Name).readonly(),
    policy: z.enum(['disjoint', 'first']),
    fallback: Name.exactOptional(),
  })
  .meta({ id: 'SegmentGrid', title: 'Segment grid', description: 'Which scores make which segment.' });
