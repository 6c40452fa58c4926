import type { TrainingPlan } from '../schema/training.js';

const subjects = (...codes: readonly string[]): TrainingPlan['subjects'] => codes.map((code) => ({ code, hours: '4' }));

/**
 * A training on the sales regulation as data: strategy, skills, talk, customer relations and appraisal, with an exam.
 *
 * @example
 * import { regulationTraining } from 'salesmodel/team';
 *
 * regulationTraining.subjects.map(({ code }) => code); // => [ 'strategy', 'skills', 'talk', 'customerRelations', 'appraisal' ]
 */
export const regulationTraining: TrainingPlan = /* @__PURE__ */ (() => ({
  id: 'regulation',
  subjects: subjects('strategy', 'skills', 'talk', 'customerRelations', 'appraisal'),
  audience: ['representative', 'supervisor'],
  exam: 'regulation-exam',
}))();

/**
 * A training on order-centred sales as data, in seven steps from the plan to the follow-up.
 *
 * @example
 * import { orderTraining } from 'salesmodel/team';
 *
 * orderTraining.subjects.map(({ code }) => code); // => [ 'plan', 'course', 'trainers', 'delivery', 'cases', 'practice', 'followUp' ]
 */
export const orderTraining: TrainingPlan = /* @__PURE__ */ (() => ({
  id: 'order',
  subjects: subjects('plan', 'course', 'trainers', 'delivery', 'cases', 'practice', 'followUp'),
  audience: ['representative', 'manager'],
}))();
