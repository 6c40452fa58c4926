import * as z from 'zod';

/** One worked example: a public function, its arguments and what it must return or throw. */
export const ConformanceCase = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    call: z.string().regex(/^\w+\.\w+$/),
    args: z.array(z.json()).readonly(),
    expect: z.json().optional(),
    throws: z.string().optional(),
    source: z.string().optional(),
  })
  .refine((value) => 'expect' in value !== 'throws' in value, { error: 'must have either expect or throws' })
  .readonly()
  .meta({
    id: 'ConformanceCase',
    title: 'Conformance case',
    description: 'A call of a public function with the result or the error code that it must give',
  });
export type ConformanceCase = z.infer<typeof ConformanceCase>;

/** A file of worked examples with the place where they were published. */
export const CaseFile = /* @__PURE__ */ z
  .strictObject({ source: z.string().min(1), cases: z.array(ConformanceCase).readonly() })
  .readonly()
  .meta({ id: 'CaseFile', title: 'Case file', description: 'Worked examples of one topic with their source' });
export type CaseFile = z.infer<typeof CaseFile>;
