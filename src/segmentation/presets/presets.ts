import { behaviourClass } from '../classes/classifyBehaviour.js';
import { needClass } from '../classes/classifyNeed.js';
import { valueClass } from '../classes/classifyValue.js';
import { keyAccount } from '../classes/isKeyAccount.js';
import { marketSegment } from '../classes/scoreSegment.js';
import type { BehaviourPolicy, KeyAccountPolicy, MarketPolicy, NeedPolicy, ValuePolicy } from '../schema/classes.js';
import { prospectAbcd } from '../prospects/gradeProspect.js';
import type { ProspectPolicy, QualificationDefinition } from '../schema/prospects.js';
import { bant, man, meddic, meddpicc } from './qualifications.js';
import { careAbcd } from '../care/careAbcd.js';
import type { CarePolicy } from '../schema/care.js';
import type { RfmPolicy } from '../schema/rfm.js';
import type { RfmPreconditions } from '../rfm/checkRfmBase.js';
import type { TierLadder } from '../schema/loyalty.js';
import type { SegmentGrid } from '../schema/grid.js';
import { gridPresets } from './gridPresets.js';
import { rfmPolicy } from './rfmPolicy.js';
import { silverGoldPlatinum } from './silverGoldPlatinum.js';

/** The presets of the segmentation by their codes. */
export const presets: {
  readonly 'rfm-2d-10': SegmentGrid;
  readonly 'r-rfm-test': SegmentGrid;
  readonly 'r-rfm-vignette': SegmentGrid;
  /** Five scores by quantiles of type 7, the grid `rfm-2d-10`. */
  readonly rfm: RfmPolicy;
  /** As the R package rfm: 1 is added to each quantile, and a value on a cut has the upper score. */
  readonly 'r-rfm': RfmPolicy;
  /** As Klaviyo: 500 customers, 180 days of history, an order within 30 days. */
  readonly 'rfm-klaviyo-guard': RfmPreconditions;
  /** Levels at 1,000, 3,000 and 6,000 a calendar year, and the lower totals that keep them. */
  readonly 'silver-gold-platinum': TierLadder;
  /** Volume, frequency and profit by the place among all. */
  readonly 'value-class': ValuePolicy;
  /** Industry leadership before new technology before price. */
  readonly 'need-class': NeedPolicy;
  /** Four orders in twelve months are frequent. */
  readonly 'behaviour-class': BehaviourPolicy;
  /** High value, leader of the industry or frequent. */
  readonly 'key-account': KeyAccountPolicy;
  /** Size, growth, need and competition against ability, channel and margin. */
  readonly 'market-segment': MarketPolicy;
  /** Three, six and twelve months. */
  readonly 'prospect-abcd': ProspectPolicy;
  /** Calls and visits by class, and the measures for key accounts. */
  readonly 'care-abcd': CarePolicy;
  /** Money, authority, need. */
  readonly man: QualificationDefinition;
  /** Budget, authority, need, timing. */
  readonly bant: QualificationDefinition;
  /** Six elements; without the economic buyer the score is at most 50. */
  readonly meddic: QualificationDefinition;
  /** The same with the paper process and the competition. */
  readonly meddpicc: QualificationDefinition;
} = {
  ...gridPresets,
  rfm: rfmPolicy,
  'r-rfm': { id: 'r-rfm', version: '1', cutOffset: '1', boundary: 'upper' },
  'rfm-klaviyo-guard': { customers: 500, historyDays: 180, lastOrderDays: 30 },
  'silver-gold-platinum': silverGoldPlatinum,
  'value-class': valueClass,
  'need-class': needClass,
  'behaviour-class': behaviourClass,
  'key-account': keyAccount,
  'market-segment': marketSegment,
  'prospect-abcd': prospectAbcd,
  'care-abcd': careAbcd,
  man,
  bant,
  meddic,
  meddpicc,
};
