import { approvalLifecycle } from './approval/approvalLifecycle.js';
import type { ApprovalMatrix } from './approval/approvalMatrix.js';

const cnSalesAuthority: ApprovalMatrix = {
  code: 'cn-sales-authority',
  roles: [
    { role: 'representative', level: 1 },
    { role: 'supervisor', level: 2 },
    { role: 'manager', level: 3 },
  ],
  limits: [
    { role: 'representative', maxDiscount: '0.05', minMargin: '0.30', maxAmount: '50000' },
    { role: 'supervisor', maxDiscount: '0.10', minMargin: '0.25', maxAmount: '200000' },
    { role: 'manager', maxDiscount: '0.20', minMargin: '0.15' },
  ],
};

/**
 * Ready definitions by code; their figures are examples, to be copied and changed.
 *
 * - `approvalLifecycle`: the states of an approval
 * - `cnSalesAuthority`: representative, supervisor and manager with their discounts, margins and amounts
 *
 * @example
 * import { presets } from 'salesmodel/pricing';
 *
 * presets.cnSalesAuthority.limits.map(({ role, maxDiscount }) => [role, maxDiscount]);
 * // => [['representative', '0.05'], ['supervisor', '0.10'], ['manager', '0.20']]
 */
export const presets = {
  approvalLifecycle,
  cnSalesAuthority,
} as const;
