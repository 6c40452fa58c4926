/** Simplified Chinese texts of the team's error codes, by the codes of the English table. */
import type { teamErrors as en, teamFindings as enFindings } from '../en/team.js';

export const teamErrors: Record<keyof typeof en, string> = {
  'hierarchy.overlap': '{child} 在 {on} 有两个 {kind} 类上级，见条目 {other}',
  'hierarchy.cycle': '{members} 自 {from} 至 {to} 在 {kind} 关系中互为上级，形成循环',
  'hierarchy.selfParent': '{child} 不得是自己的上级',
  'hierarchy.span': '必须是不小于 1 的整数，实际为 {value}',
};

/** Simplified Chinese texts of the findings of the team's linters, by the codes of the English table. */
export const teamFindings: Record<keyof typeof enFindings, string> = {
  cycle: '{members} 自 {from} 至 {to} 在 {kind} 关系中互为上级，形成循环',
  linkGap: '{child} 在前后两条 {kind} 关系之间，自 {from} 至 {to} 没有上级记录',
  linkOverlap: '{child} 在 {on} 有两个 {kind} 类上级，见条目 {other}',
  orphan: '{parent} 自 {from} 至 {to} 是 {child} 等的上级，自己却没有 {kind} 关系',
  selfParent: '{child} 在 {kind} 关系中是自己的上级',
  severalRoots: '自 {from} 至 {to}，{kind} 关系的顶端不止一个：{roots}',
  spanNarrow: '{id} 自 {from} 至 {to} 在 {kind} 关系中有 {reports} 名直接下级，少于 {bound} 名',
  spanWide: '{id} 自 {from} 至 {to} 在 {kind} 关系中有 {reports} 名直接下级，多于 {bound} 名',
};
