import { type Decimal, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { explainConstant, explainStep, type Explanation } from '../../../core/explanation.js';
import { explainTiersAt } from '../../../core/explainTiers.js';
import type { Tiers } from '../../../core/tiers.js';
import { type CompiledTiers, compileTiers, pieceAt } from '../../../core/tierPieces.js';
import type { TiersRate } from '../../schema/rate.js';
import type { Moment } from '../moment.js';
import { explainMeasure, explainPosition } from './explainPosition.js';
import { explainYield } from './explainYield.js';

/** What a rate by tiers gives at a moment. */
export function explainTiersRate(rate: TiersRate, path: Path, moment: Moment, value: string): Explanation {
  const { view } = moment;
  const { axis = 'measure', yields = 'rate', tiers } = rate;
  const at = [...path, 'tiers'];
  if (axis === 'attainment' && view.slotSpan.quota().isZero()) return explainWithoutQuota(rate, at, moment, value);
  const { pure } = view.rate;
  if (yields === 'rate' && pure?.scaled) {
    const { x: sum, node: x } = explainMeasure(moment);
    return explainTiersOn(pure.scaled(), tiers, sum, x, at, axis === 'attainment' ? [view.quotaNode()] : []);
  }
  const position = explainPosition(moment, axis, explainMeasure(moment));
  if (position === null) return explainStep('rate.noPosition', {}, value, []);
  if (yields !== 'rate') {
    return explainYield(
      yields,
      explainTiersOn(compileTiers(tiers), tiers, position.x, position.node, at),
      moment,
      value,
    );
  }
  const { tier, slope } = pieceAt(compileTiers(tiers), position.x);
  const base = moment.node(view.component.base);
  const per = explainConstant([...at, 'tiers', tier, 'rate'], tiers.tiers[tier]?.rate ?? '0', 'tiers.rate', {
    number: tier + 1,
  });
  const params = { rate: toText(slope), base: base.value, x: toText(position.x) };
  return explainStep('rate.lookUp', params, value, [per, base, position.node]);
}

/** Tiers at a quantity, beside the steps of the quantity itself and the quota that their bounds are parts of. */
export function explainTiersOn(
  compiled: CompiledTiers,
  tiers: Tiers,
  at: Decimal,
  x: Explanation,
  path: Path,
  quota: readonly Explanation[] = [],
): Explanation {
  const total = explainTiersAt(compiled, tiers, at, null, path);
  return explainStep(quota.length === 0 ? 'rate.tiers' : 'rate.attainment', {}, total.value, [total, x, ...quota]);
}

/** Over a quota of 0 the top tier holds, or nothing is earned. */
function explainWithoutQuota({ tiers }: TiersRate, path: Path, moment: Moment, value: string): Explanation {
  const { view } = moment;
  if (view.component.component.zeroQuota !== 'top') return explainStep('rate.noQuota', {}, value, [view.quotaNode()]);
  const last = tiers.tiers.length - 1;
  const rate = tiers.tiers[last]?.rate;
  const place = [...path, 'tiers', last];
  const top = explainConstant(rate === undefined ? place : [...place, 'rate'], rate ?? null, 'tiers.rate', {
    number: last + 1,
  });
  return explainStep('rate.topTier', {}, value, [top, moment.node(view.component.base), view.quotaNode()]);
}
