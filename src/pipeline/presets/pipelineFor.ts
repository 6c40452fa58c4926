import { oneOf } from '../../core/oneOf.js';
import type { presets } from './presets.js';

const SALE_TYPES = ['transactional', 'solution', 'project', 'replenishment'] as const;

/**
 * What is sold and how: single orders, solutions to a need, projects, or stock that is filled up again.
 *
 * @useDeclaredType
 */
export type SaleType = (typeof SALE_TYPES)[number];

/** A pipeline to begin with, and what its deals have to say. */
export interface PipelineChoice {
  /** Code of a preset. */
  readonly preset: keyof typeof presets;
  /** Fields that a stage or a reason of the preset asks for, in the order in which they are first asked for. */
  readonly requiredFields: readonly string[];
}

const CHOICES: Readonly<Record<SaleType, PipelineChoice>> = {
  transactional: { preset: 'hubspot-like', requiredFields: [] },
  solution: { preset: 'classic-7-stage', requiredFields: [] },
  project: {
    preset: 'project-selling',
    requiredFields: ['need', 'solutionBrief', 'referenceCustomer', 'offer', 'decisionMaker', 'contractDraft'],
  },
  replenishment: { preset: 'cn-4-stage', requiredFields: ['brief'] },
};

/**
 * Returns the preset that suits a type of sale, and the fields that a deal needs on its way to the order.
 *
 * @param saleType `transactional`, `solution`, `project` or `replenishment`
 * @throws SalesModelError `option.unknown`
 * @example
 * import { pipelineFor } from 'salesmodel/pipeline';
 *
 * pipelineFor('solution').preset; // => 'classic-7-stage'
 * pipelineFor('project').requiredFields.length; // => 6
 */
export function pipelineFor(saleType: SaleType): PipelineChoice {
  return CHOICES[oneOf(saleType, SALE_TYPES, ['saleType'])];
}
