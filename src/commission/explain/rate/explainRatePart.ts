import { minus, times, toDecimal, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import {
  explainConstant,
  explainLater,
  explainLess,
  explainStep,
  type Explanation,
} from '../../../core/explanation.js';
import { compileTiers, pieceAt, scaleBounds, totalAt } from '../../../core/tierPieces.js';
import type { Rate, TableRate, TiersRate } from '../../schema/rate.js';
import { explainCreditMeasure } from '../explainMeasure.js';
import { momentAt } from '../moment.js';
import { type ExplainedPosition, explainMeasure } from './explainPosition.js';
import { explainTiersOn } from './explainTiersRate.js';
import type { SlotView } from '../slotView.js';

/** Whether a rate gives each credit a part of its own, whatever comes after it. */
export function paysEachCredit({ written: { rate }, rate: compiled, component, slotSpan }: SlotView): boolean {
  if (rate.kind === 'table') return true;
  if (rate.kind === 'flat') return rate.per === 'credit';
  if (rate.kind !== 'tiers' || (rate.yields ?? 'rate') !== 'rate') return false;
  const { axis = 'measure', tiers } = rate;
  const isUnlimited = axis === 'attainment' && slotSpan.quota().isZero();
  return compiled.pure === null && tiers.mode !== 'whole' && component.base !== 0 && !isUnlimited;
}

/** What such a rate gives one credit. */
export function explainRatePart(view: SlotView, position: number): Explanation {
  const { rate, path } = view.written;
  const value = toText(minus(view.gross(position), view.gross(position - 1)));
  return explainPart(view, rate, path, position, value);
}

function explainPart(view: SlotView, rate: Rate, path: Path, position: number, value: string): Explanation {
  switch (rate.kind) {
    case 'table':
      return explainTableRate(view, rate, path, position, value);
    case 'tiers':
      return explainBlend(view, rate, path, position, value);
    default:
      return explainStep('rate.perCredit', {}, value, [
        explainConstant([...path, 'rate'], rate.kind === 'flat' ? rate.rate : null, 'rate.amount'),
        explainCreditMeasure(view, position, 0, false),
      ]);
  }
}

/** The rows of a decision table that take a credit. */
function explainTableRate(
  view: SlotView,
  { table }: TableRate,
  path: Path,
  position: number,
  value: string,
): Explanation {
  const [decide] = view.component.rateTables;
  const credit = view.credit(position);
  return explainLater('rate.table', { additive: true }, value, () => {
    const decision = decide?.((name) => credit.field(name));
    if (decision?.ok !== true) return [];
    return decision.hits.map(({ row }): Explanation => {
      const output = table.rows[row]!.output;
      const at = [...path, 'table', 'rows', row, 'output'];
      const base = credit.numerators[view.component.base] ?? toDecimal(0);
      const node = explainCreditMeasure(view, position, view.component.base, false);
      const params = { row: row + 1 };
      if ('rate' in output) {
        const earned = toText(times(toDecimal(output.rate), base));
        const written = explainConstant([...at, 'rate'], output.rate, 'rate.tableRate', params);
        return explainStep('rate.times', { rate: output.rate }, earned, [written, node]);
      }
      const written = explainConstant([...at, 'amount'], output.amount, 'rate.tableAmount', params);
      return base.isNegative() ? explainLess(written) : written;
    });
  });
}

/** A base that follows the axis at the blended rate of each credit's own step. */
function explainBlend(
  view: SlotView,
  { axis, tiers }: TiersRate,
  path: Path,
  position: number,
  value: string,
): Explanation {
  const at = [...path, 'tiers'];
  const base = explainCreditMeasure(view, position, view.component.base, false);
  const compiled = compileTiers(tiers);
  const scaled = axis === 'attainment' ? scaleBounds(compiled, view.slotSpan.quota()) : compiled;
  const quota = axis === 'attainment' ? [view.quotaNode()] : [];
  const measureAt = (to: number): ExplainedPosition => explainMeasure(momentAt(view, to, to === position));
  const [before, after] = [measureAt(position - 1), measureAt(position)];
  const step = minus(view.sum(0, position), view.sum(0, position - 1));
  if (step.isZero()) {
    const { tier, slope } = pieceAt({ ...scaled, boundary: 'upper' }, after.x);
    const per = explainConstant([...at, 'tiers', tier, 'rate'], tiers.tiers[tier]?.rate ?? null, 'tiers.rate', {
      number: tier + 1,
    });
    return explainStep('rate.times', { rate: toText(slope) }, value, [per, base, ...quota]);
  }
  const total = ({ x, node }: ExplainedPosition): Explanation => explainTiersOn(scaled, tiers, x, node, at);
  const gain = toText(minus(totalAt(scaled, after.x), totalAt(scaled, before.x)));
  const own = explainLater('rate.axisGain', { additive: true }, gain, () => [
    total(after),
    ...(before.x.isZero() ? [] : [explainLess(total(before), 'sum.before')]),
  ]);
  return explainStep('rate.blend', { gain, step: toText(step), base: base.value }, value, [base, own, ...quota]);
}
