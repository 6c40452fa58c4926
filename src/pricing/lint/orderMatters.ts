import type { Condition } from '../condition/condition.js';

/** How a condition changes an amount: by a figure of its own, by a share of it, or in another way that hangs on it. */
type Change = 'sum' | 'share' | 'other' | 'none';

/** Whether two conditions that both apply, and do not take all there is, may come to something else when they change places. */
export function orderMatters(a: Condition, b: Condition, groups: ReadonlySet<string>): boolean {
  const [first, second] = [changeOf(a), changeOf(b)];
  if (first === 'none' && second === 'none') return false;
  if (first === 'none') return reads(a, groups);
  if (second === 'none') return reads(b, groups);
  if (reads(a, groups) || reads(b, groups)) return true;
  // What is shared out goes by the amounts of the lines, and is rounded by itself.
  if (first !== second || first === 'other' || isShared(a) !== isShared(b)) return true;
  return first === 'sum' && isShared(a) && JSON.stringify(a.items) !== JSON.stringify(b.items);
}

function changeOf({ kind, reward, basis = 'running' }: Condition): Change {
  if (kind === 'statistical') return 'none';
  switch (reward.type) {
    case 'freeGoods':
      return 'none';
    case 'amount':
      return 'sum';
    case 'rate':
      return basis === 'running' ? 'share' : 'sum';
    case 'tiered':
      if (reward.measure === 'amount') return basis === 'running' ? 'other' : 'sum';
      return reward.yields === 'amount' || basis !== 'running' ? 'sum' : 'share';
    case 'price':
    case 'buyXGetY':
      return 'other';
  }
}

/** Whether what others did before decides if it applies, or what it shows. */
function reads(condition: Condition, groups: ReadonlySet<string>): boolean {
  const { kind, trigger, group } = condition;
  const isByAmount = trigger?.minAmount !== undefined || trigger?.maxAmount !== undefined;
  return isByAmount || (kind === 'statistical' && isOfRunning(condition)) || (group !== undefined && groups.has(group));
}

/** Whether its size hangs on the amount so far. */
function isOfRunning({ reward, basis = 'running' }: Condition): boolean {
  if (reward.type === 'buyXGetY') return true;
  const isOfBasis =
    reward.type === 'rate' || (reward.type === 'tiered' && (reward.measure === 'amount' || reward.yields === 'rate'));
  return isOfBasis && basis === 'running';
}

function isShared({ scope, reward }: Condition): boolean {
  return scope === 'quote' || (reward.type === 'amount' && reward.per === 'quote');
}
