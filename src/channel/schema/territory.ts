import * as z from 'zod';

/** A set of regions that belong to somebody. */
export interface Territory {
  readonly id: string;
  /** Codes of regions that are not divided further, each once. */
  readonly regions: readonly string[];
}
/** A set of regions that belong to somebody. */
export const Territory: z.ZodType<Territory> = /* @__PURE__ */ z
  .strictObject({ id: z.string().min(1), regions: z.array(z.string().min(1)).readonly() })
  .refine(({ regions }) => new Set(regions).size === regions.length, {
    error: 'each region is named once',
    path: ['regions'],
  })
  .meta({ id: 'Territory', title: 'Territory', description: 'A set of regions that belong to somebody.' });
