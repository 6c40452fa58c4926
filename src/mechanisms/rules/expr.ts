import type { Rule } from './rule.js';

/** A calculation on a fact, as data: exact, without code strings. */
export type Expr =
  | string
  | number
  | { readonly field: string }
  | {
      readonly op: 'add' | 'mul' | 'min' | 'max';
      /** One operand or more. */
      readonly args: readonly Expr[];
    }
  | {
      readonly op: 'sub' | 'div';
      /** Two operands. */
      readonly args: readonly Expr[];
    }
  | { readonly if: Rule; readonly then: Expr; readonly else: Expr };
