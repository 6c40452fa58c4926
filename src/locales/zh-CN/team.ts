/** Simplified Chinese texts of the team's error codes, by the codes of the English table. */
import type { teamErrors as en } from '../en/team.js';

export const teamErrors: Record<keyof typeof en, string> = {
  'hierarchy.overlap': '{child} 在 {on} 有两个 {kind} 类上级，见条目 {other}',
  'hierarchy.cycle': '{members} 自 {from} 至 {to} 在 {kind} 关系中互为上级，形成循环',
  'hierarchy.selfParent': '{child} 不得是自己的上级',
};
