import { type Decimal, minus, toText } from '../../core/decimal.js';
import { ratioOf } from '../../core/ratio.js';
import { type Waterfall, type WaterfallBar, WATERFALL_STAGES, type WaterfallStage } from './waterfall.js';

/** What a step takes away. */
export interface TakenStep {
  readonly code: string;
  readonly stage: WaterfallStage;
  readonly amount: Decimal;
}

/** A list price and what the steps, by stage, take of it, as a result. */
export function presentWaterfall(list: Decimal, taken: readonly TakenStep[]): Waterfall {
  let running = list;
  const bars: WaterfallBar[] = [];
  const [invoice, pocket, contribution, pocketMargin] = WATERFALL_STAGES.map((stage) => {
    for (const { code, amount } of taken.filter((step) => step.stage === stage)) {
      running = minus(running, amount);
      bars.push({ code, stage, amount: toText(amount), running: toText(running) });
    }
    return running;
  }) as [Decimal, Decimal, Decimal, Decimal];
  return {
    bars,
    list: toText(list),
    invoice: toText(invoice),
    pocket: toText(pocket),
    contribution: toText(contribution),
    pocketMargin: toText(pocketMargin),
    pocketMarginRate: ratioOf(pocketMargin, pocket),
    shareOfList: ratioOf(pocket, list),
  };
}
