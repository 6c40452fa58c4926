/** Simplified Chinese texts of the team's error codes, by the codes of the English table. */
import type {
  teamErrors as en,
  teamExplanations as enExplanations,
  teamFindings as enFindings,
  teamReasons as enReasons,
} from '../en/team.js';

export const teamErrors: Record<keyof typeof en, string> = {
  'hierarchy.overlap': '{child} 在 {on} 有两个 {kind} 类上级，见条目 {other}',
  'hierarchy.cycle': '{members} 自 {from} 至 {to} 在 {kind} 关系中互为上级，形成循环',
  'hierarchy.selfParent': '{child} 不得是自己的上级',
  'hierarchy.span': '必须是不小于 1 的整数，实际为 {value}',
  'care.count': '必须是不小于 0 的整数，实际为 {value}',
  'care.gap': '必须是不小于 1 的整数天数，实际为 {value}',
  'care.minutes': '必须是不小于 {min} 的整数分钟数，实际为 {value}',
  'score.range': '必须在 1 到 5 之间，实际为 {value}',
  'exam.score': '必须在 0 到 {max} 之间，实际为 {value}',
  'grade.unknown': '必须是 {expected} 之一，实际为 {value}',
  'issue.severity': '必须是 {expected} 之一，实际为 {value}',
  'meeting.day': '必须是 1 到 {max} 的整数，实际为 {value}',
  'meeting.every': '必须是不小于 1 的整数，实际为 {value}',
  'sample.count': '必须是不小于 0 的整数，实际为 {value}',
  'sample.duplicateId': '{id} 出现两次',
  'sample.missing': '此方法需要 {id} 的这一项',
  'sample.negativeAmount': '{id} 的金额不得为负，实际为 {value}',
  'sample.probability': '必须大于 0 且小于 1，实际为 {value}',
  'sample.size': '所需样本超过 {max}，实际为 {value}',
  'sample.start': '必须不小于 0 且小于 1，实际为 {value}',
};

/** Simplified Chinese texts of the findings of the team's linters, by the codes of the English table. */
export const teamFindings: Record<keyof typeof enFindings, string> = {
  cadenceInverted: '{grade} 每 {targetGap} 天拜访一次，少于每 {otherGap} 天一次的 {other}',
  cadenceOrder: '{grade} 的拜访间隔必须由小到大，实际为 {minGap}、{targetGap}、{maxGap}',
  cycle: '{members} 自 {from} 至 {to} 在 {kind} 关系中互为上级，形成循环',
  linkGap: '{child} 在前后两条 {kind} 关系之间，自 {from} 至 {to} 没有上级记录',
  linkOverlap: '{child} 在 {on} 有两个 {kind} 类上级，见条目 {other}',
  orphan: '{parent} 自 {from} 至 {to} 是 {child} 等的上级，自己却没有 {kind} 关系',
  selfParent: '{child} 在 {kind} 关系中是自己的上级',
  severalRoots: '自 {from} 至 {to}，{kind} 关系的顶端不止一个：{roots}',
  spanNarrow: '{id} 自 {from} 至 {to} 在 {kind} 关系中有 {reports} 名直接下级，少于 {bound} 名',
  spanWide: '{id} 自 {from} 至 {to} 在 {kind} 关系中有 {reports} 名直接下级，多于 {bound} 名',
  overAssigned: '{person} 自 {from} 至 {to} 的任职占比为 {share}，超过全部时间',
};

/** Simplified Chinese texts of the reasons that the team gives, by the codes of the English table. */
export const teamReasons: Record<keyof typeof enReasons, string> = {
  noApprover: '没有任何角色可以批准 {action}',
  selfApproval: '{person} 不得批准自己的申请',
  noGain: '没有可提升的空间',
  noCapacity: '没有可用的时间',
  noGap: '没有差距',
  noSample: '没有抽样',
};

/** Simplified Chinese texts of the steps of explanations of the team, by the codes of the English table. */
export const teamExplanations: Record<keyof typeof enExplanations, string> = {
  'approval.lowest': '有权批准 {action} 的最低角色',
  'approval.role': '角色 {role} 是否有权',
  'approval.allows': '规则 {rule} 允许',
  'approval.refuses': '规则 {rule} 不允许：{reasons}',
  'audit.score': '稽核得分：严重 {critical} 项、主要 {major} 项、轻微 {minor} 项',
  'supervision.flag': '{person} 超出 {group} 门槛的幅度',
  'supervision.threshold': '{group} 组 {n} 个数值得出的门槛',
};
