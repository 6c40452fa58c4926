import {
  type CommissionPlan,
  type Draw,
  type DrawSettlement,
  type PlanPayment,
  settleDraws,
  settlePayments,
} from 'salesmodel/commission';
import { expectTypeOf, test } from 'vitest';

const draw: Draw = { id: 'D', amount: { amount: '2000' }, from: '2026-01-01' };

test('a draw takes its words and no others', () => {
  expectTypeOf<NonNullable<Draw['kind']>>().toEqualTypeOf<'guarantee' | 'additive'>();
  expectTypeOf<NonNullable<Draw['recovery']>>().toEqualTypeOf<'recoverable' | 'none' | 'forgiven'>();
  // @ts-expect-error a loan is no draw
  const loan: Draw = { ...draw, kind: 'loan' };
  // @ts-expect-error amounts are decimal strings
  const amount: Draw = { ...draw, amount: { amount: 2000 } };
  // @ts-expect-error an amount says what it is a part of
  const plain: Draw = { ...draw, amount: '2000' };
  expectTypeOf([loan, amount, plain]).toExtend<readonly Draw[]>();
});

test('a plan and an assignment take draws, a component does not', () => {
  expectTypeOf<CommissionPlan['draws']>().toEqualTypeOf<readonly Draw[] | undefined>();
  // @ts-expect-error draws are of the whole pay
  const component: CommissionPlan['components'][number] = { draws: [draw] };
  expectTypeOf(component).not.toBeNever();
});

test('settlements are readonly and say everything in strings', () => {
  const settled = settleDraws([draw], []);
  expectTypeOf(settled).toEqualTypeOf<readonly DrawSettlement[]>();
  expectTypeOf<DrawSettlement['balance']>().toEqualTypeOf<string>();
  // @ts-expect-error not to be changed
  settled.push();
  // @ts-expect-error payables are a list
  settlePayments({}, '100');
  expectTypeOf<NonNullable<PlanPayment['excess']>>().toEqualTypeOf<'defer' | 'forfeit'>();
});
