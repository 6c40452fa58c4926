export { auditLoop, type AuditLoop } from './audit/auditLoop.js';
export { auditorConflict, type AuditorConflict } from './audit/auditorConflict.js';
export { auditPeriod } from './audit/auditPeriod.js';
export { auditSample, type AuditItem, type AuditSample, type SampleOptions } from './audit/auditSample.js';
export { auditSampleSize, type SampleSizeFacts } from './audit/auditSampleSize.js';
export { auditScore, type AuditScore, type AuditScoreOptions } from './audit/auditScore.js';
export { approvalChain } from './authority/approvalChain.js';
export type { AuthorityRequest } from './authority/authority.js';
export { authorityHeadroom } from './authority/authorityHeadroom.js';
export { canApprove, type Approval, type ApproverRequest } from './authority/canApprove.js';
export { explainApproval } from './authority/explainApproval.js';
export { lintAuthority } from './authority/lintAuthority.js';
export { lowestApprover } from './authority/lowestApprover.js';
export { careWorkload, type CareWorkload, type GradeWorkload, type WorkloadCapacity } from './care/careWorkload.js';
export { lintCadence } from './care/lintCadence.js';
export { meetingCadence, type MeetingCadence, type MeetingDate } from './care/meetingCadence.js';
export type { VisitCadence } from './care/visitCadence.js';
export {
  visitSchedule,
  type ScheduledVisit,
  type UnplacedVisit,
  type VisitCapacity,
  type VisitSchedule,
  type VisitWindow,
} from './care/visitSchedule.js';
export { ancestorsAt } from './hierarchy/ancestorsAt.js';
export { changesBetween, type HierarchyChange } from './hierarchy/changesBetween.js';
export { compileHierarchy } from './hierarchy/compileHierarchy.js';
export type { AncestorOptions, Hierarchy, ParentAt } from './hierarchy/hierarchy.js';
export { lintHierarchy, type LintHierarchyOptions } from './hierarchy/lintHierarchy.js';
export { rollUpAt } from './hierarchy/rollUpAt.js';
export type { HierarchySnapshot, RollUp, SpanOfControl } from './hierarchy/snapshot.js';
export { rollUpPath, type RollUpPath, type RollUpPathOptions } from './hierarchy/rollUpPath.js';
export { spansAt } from './hierarchy/spansAt.js';
export { assess8S, type EightSResult } from './improvement/assess8S.js';
export { eightSScorecard } from './improvement/eightSScorecard.js';
export { improvementEffect, type ImprovementEffect } from './improvement/improvementEffect.js';
export { improvementLifecycle, type ImprovementState } from './improvement/improvementLifecycle.js';
export { issueLifecycle, type IssueState } from './issue/issueLifecycle.js';
export { issueSla, type IssueFacts, type IssueSla } from './issue/issueSla.js';
export { paretoIssues, recurrence, type ClassedRow, type RecurringCause } from './issue/paretoIssues.js';
export { lintAssignments } from './organisation/lintAssignments.js';
export { gradeEntitlements, salesGradeLadder } from './organisation/salesGradeLadder.js';
export { salesRoles } from './organisation/salesRoles.js';
export { teamModels, type TeamModel } from './organisation/teamModels.js';
export { HierarchyLink } from './schema.js';
export { AuditFinding, AuditPlan, EightSAssessment, Insight } from './schema/audit.js';
export { AuthorityMatrix, AuthorityRule } from './schema/authority.js';
export { Feedback, Issue, SlaPolicy } from './schema/issue.js';
export { OrgUnit, Role, RoleAssignment, SalesGrade } from './schema/organisation.js';
export { CompetencyAssessment, Exam, TrainingPlan } from './schema/training.js';
export { explainSupervision } from './supervision/explainSupervision.js';
export { flagHistory, type FlagHistory, type FlaggedPeriod } from './supervision/flagHistory.js';
export { helpTable } from './supervision/helpTable.js';
export {
  superviseTeam,
  type Supervision,
  type SupervisionFlag,
  type SuperviseOptions,
} from './supervision/superviseTeam.js';
export { examReport, type ExamReport } from './training/examReport.js';
export { stagedGoals, stageStatus, type StagedGoal } from './training/stagedGoals.js';
export { trainingNeeds, type CompetencyTarget, type TrainingNeeds } from './training/trainingNeeds.js';
export { trainingReport, type TrainingReport } from './training/trainingReport.js';
export { orderTraining, regulationTraining } from './training/trainings.js';
export type { EightSSystem } from './improvement/eightS.js';
