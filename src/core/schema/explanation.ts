import * as z from 'zod';
import type { Explanation as ExplanationType } from '../explanation.js';

/** @reexport */
export type Explanation = ExplanationType;
/** One step of a calculation and the steps and facts that it was made from. Guard foreign JSON with `checkJson` first: steps nest. */
export const Explanation: z.ZodType<Explanation> = /* @__PURE__ */ z
  .strictObject({
    code: z.string().min(1),
    params: z.record(z.string(), z.json()),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    from: z.array(z.lazy(() => Explanation)).readonly(),
  })
  .meta({
    id: 'Explanation',
    title: 'Explanation',
    description: 'One step of a calculation and what it was made from',
  });
