import { expectTypeOf, test } from 'vitest';
import {
  type AuditFinding,
  auditSample,
  canApprove,
  improvementEffect,
  type IssueState,
} from '../../src/team/index.js';

test('a refusal has reasons and no rule', () => {
  const approval = canApprove({ rules: [], order: [] }, { role: 'a', action: 'b', facts: {}, on: '2026-03-31' });
  // @ts-expect-error a refusal names no rule
  void approval.rule;
  if (approval.ok) expectTypeOf(approval.rule).toEqualTypeOf<string>();
});

test('methods, severities and states are literals', () => {
  expectTypeOf<AuditFinding['severity']>().toEqualTypeOf<'critical' | 'major' | 'minor'>();
  // @ts-expect-error there is no such method
  auditSample([], { seed: 1, size: 1, method: 'random' });
  expectTypeOf<'lost'>().not.toExtend<IssueState>();
  expectTypeOf(improvementEffect({ target: 1 }, 0, 1).verdict).toEqualTypeOf<
    'closed' | 'better' | 'unchanged' | 'worse' | 'noGap'
  >();
});
