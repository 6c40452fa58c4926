import type { Payee, PlanAssignment } from 'salesmodel/commission';
import type { HierarchyLink } from 'salesmodel/team';

/** The sales people of Northwind: who reports to whom, the territory, and the sales quota of a year in USD. */
const team = [
  { id: 'rep-1', name: 'Nancy Davolio', territory: 'East', reportsTo: 'rep-2', quota: '90000' },
  { id: 'rep-2', name: 'Andrew Fuller', territory: 'East', reportsTo: null, quota: '80000' },
  { id: 'rep-3', name: 'Janet Leverling', territory: 'South', reportsTo: 'rep-2', quota: '90000' },
  { id: 'rep-4', name: 'Margaret Peacock', territory: 'East', reportsTo: 'rep-2', quota: '120000' },
  { id: 'rep-5', name: 'Steven Buchanan', territory: 'East', reportsTo: 'rep-2', quota: '50000' },
  { id: 'rep-6', name: 'Michael Suyama', territory: 'West', reportsTo: 'rep-5', quota: '50000' },
  { id: 'rep-7', name: 'Robert King', territory: 'West', reportsTo: 'rep-5', quota: '50000' },
  { id: 'rep-8', name: 'Laura Callahan', territory: 'North', reportsTo: 'rep-2', quota: '60000' },
  { id: 'rep-9', name: 'Anne Dodsworth', territory: 'North', reportsTo: 'rep-5', quota: '40000' },
] as const;

/** Day on which everybody was there; the orders begin later. */
const FROM = '2012-01-01';

export const payees: readonly Payee[] = team.map(({ id, name, territory }) => ({
  id,
  name,
  attributes: { territory },
}));

export const hierarchy: readonly HierarchyLink[] = team.map(({ id, reportsTo }) => ({
  child: id,
  parent: reportsTo,
  from: FROM,
}));

export const assignments: readonly PlanAssignment[] = team.map(({ id, quota }) => ({
  payeeId: id,
  planId: 'northwind',
  from: FROM,
  quotas: { sales: { amount: quota } },
}));
