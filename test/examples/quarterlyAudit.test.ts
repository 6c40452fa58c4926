import { expect, test } from 'vitest';
import { auditScore } from 'salesmodel/team';
import { quarterlyAudit } from '../../examples/demo/quarterlyAudit.js';

const { plan, conflicts, sample, findings, score, text } = quarterlyAudit();

test('nobody audits the own line, and the sample is as large as planned', () => {
  expect(conflicts).toEqual(['Ana', 'Bo']);
  expect(plan.auditors).toEqual(['Fay']);
  expect(sample).toHaveLength(59);
  expect(quarterlyAudit().sample).toEqual(sample);
});

test('it prints the score and what became of the last findings', () => {
  expect(auditScore(findings).score).toBe(score);
  expect(text).toContain('score 87: better, 0.187 of the gap to 100');
  expect(text).toContain('closed Q4-2, still open Q4-3, again Q4-1 as Q1-1, new Q1-2');
});
