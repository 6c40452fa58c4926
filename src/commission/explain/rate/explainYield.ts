import { explainStep, type Explanation } from '../../../core/explanation.js';
import type { RateYield } from '../../schema/rate.js';
import type { Moment } from '../moment.js';

/** What a figure that tiers, a curve or a cell give is: money itself, a share of target pay, or a rate on the base. */
export function explainYield(yields: RateYield, figure: Explanation, moment: Moment, value: string): Explanation {
  const { view } = moment;
  switch (yields) {
    case 'money':
      return figure.value === value ? figure : explainStep('rate.money', {}, value, [figure]);
    case 'targetPay':
      return explainStep('rate.ofTarget', { share: figure.value }, value, [figure, view.targetNode()]);
    case 'rate':
      return explainStep('rate.times', { rate: figure.value }, value, [figure, moment.node(view.component.base)]);
  }
}
