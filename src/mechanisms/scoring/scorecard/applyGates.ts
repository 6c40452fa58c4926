import { scaledText } from '../../../core/fixed/scaledText.js';
import { roundUnits } from '../../../core/rounding.js';
import { ceilingOf, fractionOf, timesFractions } from '../../../core/fraction.js';
import type { FactTable } from './factTable.js';
import type { CheckedCard } from './readScorecard.js';
import { type CheckedGate, type GateFacts, ITEM_PREFIX } from './readGates.js';
import type { ItemColumn } from './scoreValues.js';
import { exactPoints, type WeighedRows } from './weighRows.js';

/** What became of a gate in a row. */
export const GATE_STATE = { shut: 0, fired: 1, unknown: 2, firedUnknown: 3 } as const;

/** One gate, by row. */
export interface GateColumn {
  /** {@link GATE_STATE} */
  readonly state: Uint8Array;
  /** By how much the total changed, in units of the scale. */
  readonly delta: Float64Array;
}

/** Rows behind the gates. */
export interface GatedRows {
  /** Units of the scale. */
  readonly total: Float64Array;
  /** Place of the grade in the bands, −1 for none. */
  readonly grade: Int32Array;
  /** In the order in which they are applied. */
  readonly gates: readonly GateColumn[];
}

/** Applies the gates to the rows that were scored, and grades them. */
export function applyGates(
  card: CheckedCard,
  columns: readonly ItemColumn[],
  { status, beforeGates }: WeighedRows,
  table: FactTable,
  tooLarge: (row: number) => void,
): GatedRows {
  const n = status.length;
  const total = beforeGates.slice();
  const grade = new Int32Array(n).fill(-1);
  const gates = card.gates.map((): GateColumn => ({ state: new Uint8Array(n), delta: new Float64Array(n) }));
  const bounds = gradeBounds(card);
  const itemAt = new Map(card.items.map(({ id }, item) => [ITEM_PREFIX + id, item]));
  for (let row = 0; row < n; row++) {
    if (status[row] !== 0) continue;
    let worst = -1;
    if (gates.length > 0) {
      const facts: GateFacts = (field) => {
        const item = itemAt.get(field);
        return item === undefined ? table.fact(row, field) : scoreText(columns[item]!, row, card.itemScale);
      };
      const fired = card.gates.filter((gate, at) => fires(gate, facts, gates[at]!, row));
      if (fired.length > 0) [total[row], worst] = effects(card, columns, row, beforeGates[row]!, fired, gates);
    }
    if (!Number.isSafeInteger(total[row]!)) tooLarge(row);
    const reached = bounds.findIndex((bound) => total[row]! >= bound);
    grade[row] = reached < 0 ? -1 : Math.max(reached, worst);
  }
  return { total, grade, gates };
}

function fires(gate: CheckedGate, facts: GateFacts, { state }: GateColumn, row: number): boolean {
  const truth = gate.holds(facts);
  if (truth === false) return false;
  if (truth === true) state[row] = GATE_STATE.fired;
  else state[row] = gate.appliesUnknown ? GATE_STATE.firedUnknown : GATE_STATE.unknown;
  return truth === true || gate.appliesUnknown;
}

/** The total behind the gates that fired, and the best grade that they leave. */
function effects(
  card: CheckedCard,
  columns: readonly ItemColumn[],
  row: number,
  before: number,
  fired: readonly CheckedGate[],
  gates: readonly GateColumn[],
): [total: number, worst: number] {
  let total = before;
  let worst = -1;
  const zeroed = new Set<number>();
  const lowest = fired.reduce<bigint | null>(
    (low, { effect }) => (effect.kind === 'cap' && (low === null || effect.units < low) ? effect.units : low),
    null,
  );
  for (const gate of fired) {
    const { effect } = gate;
    const from = total;
    switch (effect.kind) {
      case 'itemZero': {
        zeroed.add(effect.item);
        const [points, divisor] = exactPoints(card, columns, row, zeroed);
        const sum = points.reduce((all, each) => all + each, 0n);
        total = Number(roundUnits(sum, divisor, 'halfEven'));
        break;
      }
      case 'multiply':
        total = Number(roundUnits(BigInt(total) * effect.factor.n, effect.factor.d, 'halfEven'));
        break;
      case 'cap':
        if (effect.units === lowest) total = Math.min(total, Number(effect.units));
        break;
      case 'zero':
        total = 0;
        break;
      case 'gradeCap':
        worst = Math.max(worst, effect.grade);
        break;
    }
    gates[card.gates.indexOf(gate)]!.delta[row] = total - from;
  }
  return [total, worst];
}

/** The least total of each grade in units of the scale. */
function gradeBounds({ bands, scale }: CheckedCard): number[] {
  const unit = { n: 10n ** BigInt(scale), d: 1n };
  return (bands ?? []).map(({ min }) =>
    min === null ? -Infinity : Number(ceilingOf(timesFractions(fractionOf(min), unit))),
  );
}

function scoreText({ score, counts }: ItemColumn, row: number, itemScale: number): string | null {
  return counts[row] === 1 ? scaledText(score[row]!, itemScale) : null;
}
