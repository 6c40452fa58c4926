export { SegmentAssignment, type AssignmentThreshold, type SegmentDistance } from './schema/assignment.js';
export { Contact, Customer, NeedEvidence } from './schema/customer.js';
export { CustomerSummary, OrderRow, RepeatSummary } from './schema/summary.js';
export type { OrderColumns } from './summary/orderColumns.js';
export type { RowTotals } from './summary/orderLog.js';
export type { RecencyDays, RepeatRecency } from './summary/recency.js';
export { repeatSummaries, type RepeatPolicy, type RepeatSummaries } from './summary/repeatSummaries.js';
export {
  type OrderSummaries,
  type OrderSummaryColumns,
  type OrderTotals,
  summariseOrderColumns,
  summariseOrders,
} from './summary/summariseOrders.js';
export type { SumColumn, SummaryColumns } from './summary/summaryColumns.js';
export type { NegativeAmount, OrderCount, SummaryPolicy, SummaryWindow, ZeroAmount } from './summary/summaryPolicy.js';
