import type { CheckedGate } from './readGates.js';
import type { CheckedCard } from './readScorecard.js';

/** A gate that fires whenever another one does and leaves nothing of its effect. */
export function contradiction(gate: CheckedGate, { card, gates }: CheckedCard): CheckedGate | undefined {
  const whenOf = ({ at }: CheckedGate): string => JSON.stringify(card.gates![at]!.when);
  const when = whenOf(gate);
  return gates.find((other) => {
    if (other === gate || !overrules(other, gate)) return false;
    // A condition on nothing always holds; of two unknown ones, the other has to apply wherever this one does.
    const isAlways = whenOf(other) === '{"all":[]}';
    return isAlways || (whenOf(other) === when && (other.appliesUnknown || !gate.appliesUnknown));
  });
}

/** Whether nothing is left of the effect of a gate where the other one fires too. */
function overrules({ effect: over }: CheckedGate, { effect }: CheckedGate): boolean {
  switch (effect.kind) {
    case 'cap':
      return over.kind === 'zero' || (over.kind === 'cap' && over.units < effect.units);
    case 'multiply':
      return over.kind === 'zero';
    case 'gradeCap':
      return over.kind === 'gradeCap' && over.grade > effect.grade;
    case 'itemZero':
    case 'zero':
      return false;
  }
}
