import type { Role } from '../schema/organisation.js';

/**
 * The roles of a sales organisation as data: their duties and the discount that each may give by default.
 *
 * @example
 * import { salesRoles } from 'salesmodel/team';
 *
 * salesRoles.map(({ code }) => code).join(' '); // => 'supervisor manager representative regionalManager consultant accountManager afterSales salesAdmin insideSales outsideSales'
 */
export const salesRoles: readonly Role[] = [
  { code: 'supervisor', duties: ['leadTeam', 'visitWithTeam', 'checkReports'], authority: { discount: '0.10' } },
  { code: 'manager', duties: ['setTargets', 'approveDiscounts', 'coach'], authority: { discount: '0.15' } },
  {
    code: 'representative',
    duties: ['visitCustomers', 'takeOrders', 'collectPayments'],
    authority: { discount: '0.05' },
  },
  {
    code: 'regionalManager',
    duties: ['planRegion', 'manageDealers', 'resolveConflicts'],
    authority: { discount: '0.20' },
  },
  { code: 'consultant', duties: ['analyseNeeds', 'proposeSolutions'], authority: { discount: '0.05' } },
  { code: 'accountManager', duties: ['careForKeyAccounts', 'negotiateContracts'], authority: { discount: '0.10' } },
  { code: 'afterSales', duties: ['handleIssues', 'handleReturns', 'surveySatisfaction'] },
  { code: 'salesAdmin', duties: ['processOrders', 'keepRecords', 'archiveContracts'] },
  { code: 'insideSales', duties: ['qualifyLeads', 'callCustomers', 'takeOrders'], authority: { discount: '0.03' } },
  { code: 'outsideSales', duties: ['openMarkets', 'visitCustomers', 'demonstrate'], authority: { discount: '0.05' } },
];
