import * as z from 'zod';
import { DecimalString } from '../../../core/schema/decimal.js';
import type { GradeLadder as Ladder, LadderState as State } from '../ladder/gradeLadder.js';

const Thresholds = /* @__PURE__ */ z
  .array(z.strictObject({ metric: z.string().min(1), min: DecimalString }))
  .readonly();
const Names = /* @__PURE__ */ z.array(z.string()).readonly();
const Count = /* @__PURE__ */ z.int().min(1);

/** @reexport */
export type GradeLadder = Ladder;
/** Grades from the lowest to the highest, what it takes to reach and keep each, and how one moves between them. */
export const GradeLadder: z.ZodType<GradeLadder> = /* @__PURE__ */ z
  .strictObject({
    grades: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          enter: Thresholds.exactOptional(),
          stay: Thresholds.exactOptional(),
          rights: Names.exactOptional(),
          resources: Names.exactOptional(),
          tasks: Names.exactOptional(),
        }),
      )
      .min(1)
      .readonly(),
    promoteAfter: Count.exactOptional(),
    demoteAfter: Count.exactOptional(),
    maxUp: Count.exactOptional(),
    maxDown: Count.exactOptional(),
    missing: z.enum(['hold', 'below']).exactOptional(),
  })
  .meta({
    id: 'GradeLadder',
    title: 'Grade ladder',
    description: 'Grades from the lowest to the highest, what it takes to reach and keep each',
  });

/** @reexport */
export type LadderState = State;
/** A grade and how many reviews in a row spoke for a rise or a fall. */
export const LadderState: z.ZodType<LadderState> = /* @__PURE__ */ z
  .strictObject({
    grade: z.string().min(1),
    upStreak: z.int().min(0).exactOptional(),
    downStreak: z.int().min(0).exactOptional(),
  })
  .meta({
    id: 'LadderState',
    title: 'Place on a grade ladder',
    description: 'A grade and how many reviews in a row spoke for a rise or a fall',
  });
