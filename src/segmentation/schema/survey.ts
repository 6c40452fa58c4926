import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';

/** What customers answered. */
export interface Survey {
  readonly id: string;
  readonly kind: 'nps' | 'csat' | 'ces' | 'rating';
  /** Least and greatest score. */
  readonly scale: readonly [min: number, max: number];
  readonly on: PlainDate;
  readonly answers: readonly {
    readonly customer: string;
    /** `null`: no answer. */
    readonly score: number | null;
    /** Scores of what may drive it. */
    readonly drivers?: Readonly<Record<string, number | null>>;
  }[];
}
/** What customers answered. */
export const Survey: z.ZodType<Survey> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    kind: z.enum(['nps', 'csat', 'ces', 'rating']),
    scale: z.tuple([z.int(), z.int()]).readonly(),
    on: PlainDate,
    answers: z
      .array(
        z.strictObject({
          customer: z.string().min(1),
          score: z.int().nullable(),
          drivers: z.record(z.string(), z.int().nullable()).exactOptional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Survey', title: 'Survey', description: 'What customers answered.' });
