import * as z from 'zod';

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One worked example: a call of a public function with the result or the error that it must give. */
export interface ConformanceCase {
  readonly id: string;
  readonly title: string;
  /** `<module>.<function>`, such as `core.applyTiers`. */
  readonly call: string;
  readonly args: readonly Json[];
  /** What the result must hold; exactly one of `expect` and `throws` is given. */
  readonly expect?: Json;
  /** Code of the error. */
  readonly throws?: string;
  /** Where this case was published, if elsewhere than the rest of its file. */
  readonly source?: string;
}

/** One worked example: a call of a public function with the result or the error that it must give. */
export const ConformanceCase: z.ZodType<ConformanceCase> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    call: z.string().regex(/^\w+\.\w+$/),
    args: z.array(z.json()),
    expect: z.json().exactOptional(),
    throws: z.string().exactOptional(),
    source: z.string().exactOptional(),
  })
  .refine((one) => 'expect' in one !== 'throws' in one, { error: 'must have either expect or throws' })
  .meta({
    id: 'ConformanceCase',
    title: 'Conformance case',
    description: 'A call of a public function with the result or the error that it must give',
  });

/** A file of worked examples with the place where they were published. */
export interface CaseFile {
  readonly source: string;
  readonly cases: readonly ConformanceCase[];
}

/** A file of worked examples with the place where they were published. */
export const CaseFile: z.ZodType<CaseFile> = /* @__PURE__ */ z
  .strictObject({ source: z.string().min(1), cases: z.array(ConformanceCase) })
  .meta({ id: 'CaseFile', title: 'Case file', description: 'Worked examples of one topic with their source' });
