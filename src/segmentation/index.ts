export { SegmentAssignment, type AssignmentThreshold, type SegmentDistance } from './schema/assignment.js';
export { Contact, Customer, NeedEvidence } from './schema/customer.js';
