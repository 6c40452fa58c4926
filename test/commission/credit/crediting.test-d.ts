import type { Crediting, CreditRule } from 'salesmodel/commission';
import { expectTypeOf, test } from 'vitest';

test('a rule names its policies by words', () => {
  const rule = { id: 'up', kind: 'rollup', levels: 1 } as const;
  // @ts-expect-error a policy that does not exist
  const held: CreditRule = { ...rule, heldDirect: 'hold' };
  // @ts-expect-error the policy belongs to a rule
  const misplaced: Crediting = { rules: [rule], heldDirect: 'skip' };
  expectTypeOf<CreditRule['heldDirect']>().toEqualTypeOf<'follow' | 'skip' | undefined>();
  expectTypeOf([held]).toEqualTypeOf<CreditRule[]>();
  expectTypeOf(misplaced).toEqualTypeOf<Crediting>();
});
