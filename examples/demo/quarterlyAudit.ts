import {
  type AuditFinding,
  auditLoop,
  auditorConflict,
  auditPeriod,
  type AuditPlan,
  auditSample,
  auditSampleSize,
  auditScore,
  compileHierarchy,
  improvementEffect,
} from 'salesmodel/team';
import { textTable } from './textTable.js';

/** The audit of a quarter: plan, sample, findings of this and the last one, score, and as text. */
export interface QuarterlyAudit {
  readonly plan: AuditPlan;
  /** Whoever of the candidates would look at the own line. */
  readonly conflicts: readonly string[];
  readonly sample: readonly { readonly id: string; readonly hits: number }[];
  readonly findings: readonly AuditFinding[];
  readonly previous: readonly AuditFinding[];
  readonly score: string;
  readonly text: string;
}

const ON = '2026-04-15';
const CANDIDATES = ['Ana', 'Bo', 'Fay'] as const;

/** Orders of the quarter with their amounts; stated here, no company's. */
const ORDERS = Array.from({ length: 240 }, (_, at) => ({
  id: `SO-${String(at + 1).padStart(3, '0')}`,
  stratum: at % 4 === 0 ? 'keyAccount' : 'retail',
  amount: String(500 + ((at * 7919) % 9500)),
}));

/** Plans the audit of the quarter before, draws its sample, scores the findings and compares them with the last ones. */
export function quarterlyAudit(): QuarterlyAudit {
  const hierarchy = compileHierarchy([
    { child: 'Ana', parent: 'east', from: '2026-01-01' },
    { child: 'Bo', parent: 'west', from: '2026-01-01' },
    { child: 'east', parent: 'head', from: '2026-01-01' },
    { child: 'west', parent: 'head', from: '2026-01-01' },
    { child: 'Fay', parent: 'office', from: '2026-01-01' },
  ]);
  const draft: AuditPlan = {
    period: auditPeriod(ON),
    units: ['east', 'west'],
    auditors: CANDIDATES,
    content: ['attainment', 'satisfaction', 'strategyEffect'],
    means: ['fileReview', 'survey'],
  };
  const conflicts = [...new Set(auditorConflict(draft, hierarchy, ON).map(({ auditor }) => auditor))];
  const plan = { ...draft, auditors: CANDIDATES.filter((auditor) => !conflicts.includes(auditor)) };
  const size = auditSampleSize({ confidence: '0.95', tolerableRate: '0.05', expectedErrors: 0 });
  const files = auditSample(ORDERS, { seed: 2026, size, method: 'stratified', coverAll: true });
  const money = auditSample(ORDERS, { seed: 2026, size: 10, method: 'monetaryUnit' });

  const finding = { owner: 'head', due: '2026-05-31' } as const;
  const previous: readonly AuditFinding[] = [
    { ...finding, id: 'Q4-1', severity: 'major', unit: 'east', text: 'discountAboveAuthority', closedOn: '2026-02-10' },
    { ...finding, id: 'Q4-2', severity: 'minor', unit: 'west', text: 'lateReport', closedOn: '2026-02-20' },
    { ...finding, id: 'Q4-3', severity: 'minor', unit: 'east', text: 'noAccountBrief' },
  ];
  const findings: readonly AuditFinding[] = [
    { ...finding, id: 'Q1-1', severity: 'major', unit: 'east', text: 'discountAboveAuthority' },
    { ...finding, id: 'Q1-2', severity: 'minor', unit: 'west', text: 'missingSignature' },
  ];
  const { score, counts } = auditScore(findings);
  const loop = auditLoop(previous, findings);
  const { closed, verdict } = improvementEffect({ target: 100 }, auditScore(previous).score, score);
  const text = [
    `audit of ${plan.period.start} up to ${plan.period.end} by ${plan.auditors.join(', ')}; ${conflicts.join(' and ')} would look at their own line`,
    `${files.items.length} of ${ORDERS.length} files show with 95 % that fewer than 5 % have an error, if none is found`,
    `every ${money.interval?.value?.slice(0, 8)} of money one more: ${money.items.map(({ id }) => id).join(' ')}`,
    '',
    textTable(
      ['severity', 'findings'],
      Object.entries(counts).map(([severity, count]) => [severity, String(count)]),
    ),
    '',
    `score ${score}: ${verdict}, ${closed.value?.slice(0, 5)} of the gap to 100`,
    `closed ${loop.closed.join(' ')}, still open ${loop.stillOpen.join(' ')}, again ${loop.repeated.map(({ before, now }) => `${before} as ${now}`).join(' ')}, new ${loop.fresh.join(' ')}`,
  ].join('\n');
  return { plan, conflicts, sample: files.items, findings, previous, score, text };
}
