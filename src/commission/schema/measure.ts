import * as z from 'zod';
import { Expr } from '../../mechanisms/rules/schema.js';

/** What a component counts of its credits. */
export type Measure =
  | {
      /**
       * `amount`, `tcv`: the credited amount · `units`, `mrr`: the field · `count`: 1 a credit, −1 where the amount is
       * negative · `marginRate`: margin / amount and `markup`: margin / cost, as ratios of sums: a rate multiplies the
       * ratio itself, so that money on margins needs `margin` as the base · `arr`: 12 × mrr · `acv`: amount × 12 /
       * termMonths · `collected`: payments less refunds, each on its own date
       */
      readonly kind:
        'amount' | 'units' | 'count' | 'marginRate' | 'markup' | 'mrr' | 'arr' | 'acv' | 'tcv' | 'collected';
    }
  | {
      /** Amount less cost. */
      readonly kind: 'margin';
      /** Whether a negative margin counts or is 0. Default `keep`. */
      readonly negative?: 'keep' | 'zero';
    }
  | {
      /** A decimal field of the transaction, such as `measures.seats`. */
      readonly kind: 'field';
      readonly name: string;
    }
  | {
      /** One value a span, from the `scores` of the run. */
      readonly kind: 'score';
      readonly name: string;
    }
  | { readonly kind: 'expr'; readonly expr: Expr };
/** What a component counts of its credits. */
export const Measure: z.ZodType<Measure> = /* @__PURE__ */ z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['amount', 'units', 'count', 'marginRate', 'markup', 'mrr', 'arr', 'acv', 'tcv', 'collected']),
    }),
    z.strictObject({ kind: z.literal('margin'), negative: z.enum(['keep', 'zero']).exactOptional() }),
    z.strictObject({ kind: z.literal('field'), name: z.string().min(1) }),
    z.strictObject({ kind: z.literal('score'), name: z.string().min(1) }),
    z.strictObject({ kind: z.literal('expr'), expr: Expr }),
  ])
  .meta({ id: 'Measure', title: 'Measure', description: 'What a component counts of its credits' });
