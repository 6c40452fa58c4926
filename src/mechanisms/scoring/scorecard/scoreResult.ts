import { type Decimal, toText, ZERO, plus } from '../../../core/decimal.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import { ratioOf } from '../../../core/ratio.js';
import { GATE_STATE } from './applyGates.js';
import { cellText } from './cells.js';
import type { FactTable } from './factTable.js';
import type { CheckedCard, CheckedItem } from './readScorecard.js';
import type { FiredGate, ItemScore, ScoreResult } from './scorecard.js';
import type { ScoredTable } from './scoreTable.js';
import { ITEM_STATE } from './scoreValues.js';
import { ROW_STATUS } from './weighRows.js';

const STATUS = ['ok', 'missing', 'na'] as const;

/** The result of a row that was not rejected. */
export function scoreResult(card: CheckedCard, scored: ScoredTable, table: FactTable, row: number): ScoreResult {
  const status = ROW_STATUS[scored.status[row]!]!;
  const isScored = status === 'scored';
  const total = (units: number): string => scaledText(units, card.scale, card.scale);
  const items = card.items.map(({ id, metric, weight }, at): ItemScore => {
    const { score, state, counts } = scored.items[at]!;
    const isCounted = counts[row] === 1;
    return {
      id,
      raw: cellText(table.metric(metric), row),
      score: isCounted ? scaledText(score[row]!, card.itemScale) : null,
      weight: toText(weight),
      contribution: isCounted && isScored ? total(scored.contributions[at]![row]!) : null,
      status: STATUS[state[row]!]!,
    };
  });
  const own = card.items.filter((_, at) => scored.items[at]!.state[row] === ITEM_STATE.ok);
  const coverage = ratioOf(weightOf(own), card.weight);
  if (status !== 'scored') return { status: 'notScored', reason: status as 'missing', items, coverage };
  const fired: FiredGate[] = [];
  const unknown: string[] = [];
  card.gates.forEach(({ id, effect }, at) => {
    const { state, delta } = scored.gates[at]!;
    const found = state[row]!;
    if (found === GATE_STATE.fired || found === GATE_STATE.firedUnknown) {
      fired.push({ id, effect: effect.kind, delta: total(delta[row]!) });
    }
    if (found === GATE_STATE.unknown || found === GATE_STATE.firedUnknown) unknown.push(id);
  });
  return {
    status,
    total: total(scored.total[row]!),
    beforeGates: total(scored.beforeGates[row]!),
    grade: card.bands?.[scored.grade[row]!]?.id ?? null,
    items,
    gates: fired,
    gatesUnknown: unknown.sort(),
    coverage,
  };
}

function weightOf(items: readonly CheckedItem[]): Decimal {
  return items.map(({ weight }) => weight).reduce(plus, ZERO);
}
