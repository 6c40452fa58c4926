import { type Decimal, minus, ZERO } from '../../core/decimal.js';
import type { CompiledModifier, ModifierContext } from './compileModifier.js';
import { type EarningSequence, mapParts, totalOf } from './sequence.js';

/** What a list of modifiers made of an earning. */
export interface ModifiedEarning {
  readonly sequence: EarningSequence;
  /** Exact total after each modifier of the list. */
  readonly totals: readonly Decimal[];
  /** For each cap that defers: what lies over it, and the room left under it. */
  readonly deferrals: readonly { readonly modifier: number; readonly excess: Decimal; readonly room: Decimal }[];
}

/**
 * Runs modifiers in the order written.
 *
 * @param list pairs of modifier and its position in the plan's list
 * @param roundPart rounds each credit's part before the first limit on a sum; `null` where only sums are rounded
 */
export function runModifiers(
  sequence: EarningSequence,
  list: readonly { readonly modifier: CompiledModifier; readonly position: number }[],
  context: ModifierContext,
  roundPart: ((part: Decimal) => Decimal) | null,
): ModifiedEarning {
  let current = sequence;
  let rounded = roundPart === null;
  const round = (): void => {
    if (rounded || roundPart === null) return;
    current = mapParts(current, roundPart);
    rounded = true;
  };
  const totals: Decimal[] = [];
  const deferrals: { modifier: number; excess: Decimal; room: Decimal }[] = [];
  for (const { modifier, position } of list) {
    if ((modifier.kind === 'cap' || modifier.kind === 'floor') && modifier.scope !== 'transaction') round();
    current = modifier.apply(current, context);
    const total = totalOf(current);
    if (modifier.defers) {
      const room = minus(modifier.limit(context) ?? total, total);
      deferrals.push({ modifier: position, excess: room.lt(0) ? room.neg() : ZERO, room: room.gt(0) ? room : ZERO });
    }
    totals.push(total);
  }
  round();
  return { sequence: current, totals, deferrals };
}
