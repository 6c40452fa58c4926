/** How people work together. */
export interface TeamModel {
  readonly code: 'parallel' | 'crossFunctional' | 'virtual' | 'incubator';
  /** Code of commission's preset that splits the credit of such a team. */
  readonly split: string;
  /** What the reporting lines follow. */
  readonly dimension: 'region' | 'product' | 'customer' | 'line';
  readonly duties: readonly string[];
}

/**
 * Four forms of sales teams as data: side by side in regions, across functions for a customer, put together for a project,
 * and a start-up within the company.
 *
 * @example
 * import { teamModels } from 'salesmodel/team';
 *
 * teamModels.map(({ code, split, dimension }) => `${code}: ${split} by ${dimension}`); // => [
 * //   'parallel: split.parallel by region',
 * //   'crossFunctional: split.crossFunctional by customer',
 * //   'virtual: split.virtual by line',
 * //   'incubator: split.incubator by product'
 * // ]
 */
export const teamModels: readonly TeamModel[] = [
  { code: 'parallel', split: 'split.parallel', dimension: 'region', duties: ['ownRegion', 'compete'] },
  {
    code: 'crossFunctional',
    split: 'split.crossFunctional',
    dimension: 'customer',
    duties: ['sell', 'engineer', 'serve', 'finance'],
  },
  { code: 'virtual', split: 'split.virtual', dimension: 'line', duties: ['contribute', 'handOver'] },
  { code: 'incubator', split: 'split.incubator', dimension: 'product', duties: ['test', 'learn', 'scale'] },
];
