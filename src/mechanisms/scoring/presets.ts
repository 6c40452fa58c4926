import type { AttitudeRubric } from './attitude/rubric.js';
import type { Scorecard, ScoreItem } from './scorecard/scorecard.js';

/** An item whose value is its score, from 0 to 100. */
function direct(id: string, weight: string): ScoreItem {
  return { id, metric: id, weight, normaliser: { kind: 'direct' } };
}

/**
 * Scorecards and a rubric by code, ready to be used or to be copied and changed. Targets are metrics of the row.
 *
 * - `sales-appraisal`: revenue and new customers against own targets, collection rate, satisfaction, attitude
 * - `attitude`: a rubric of initiative, responsibility and teamwork on five points, rated by peers and the manager
 * - `service-quality`: attitude, skill, communication and speed of service, equal in weight
 * - `candidate`: experience, communication, industry knowledge, drive and stability of an applicant
 * - `exam`: one mark, passed from 60 on
 *
 * @example
 * import { presets, scoreScorecard } from 'salesmodel/mechanisms/scoring';
 *
 * const marks = { experience: 80, communication: 90, industryKnowledge: 60, drive: 85, stability: 70 };
 * const result = scoreScorecard(presets.candidate, marks);
 * result.status === 'scored' && result.total; // => '78.50'
 */
export const presets: {
  readonly 'sales-appraisal': Scorecard;
  readonly attitude: AttitudeRubric;
  readonly 'service-quality': Scorecard;
  readonly candidate: Scorecard;
  readonly exam: Scorecard;
} = {
  'sales-appraisal': {
    id: 'sales-appraisal',
    weights: 'mustSumTo100',
    items: [
      {
        id: 'revenueAttainment',
        metric: 'revenue',
        weight: '40',
        normaliser: { kind: 'attainment', target: { metric: 'revenueTarget' } },
      },
      {
        id: 'collectionRate',
        metric: 'collectionRate',
        weight: '20',
        normaliser: {
          kind: 'curve',
          curve: {
            points: [
              { x: '0.6', y: '0' },
              { x: '0.8', y: '60' },
              { x: '1', y: '100' },
              { x: '1.2', y: '120' },
            ],
          },
        },
      },
      {
        id: 'newCustomers',
        metric: 'newCustomers',
        weight: '20',
        normaliser: { kind: 'attainment', target: { metric: 'newCustomersTarget' }, capAt: '1.2' },
      },
      direct('satisfaction', '10'),
      direct('attitude', '10'),
    ],
  },
  attitude: {
    dimensions: ['initiative', 'responsibility', 'teamwork'].map((id) => ({ id, weight: '1', min: '1', max: '5' })),
    roles: ['peer', 'manager'].map((role) => ({ role, weight: '1' })),
  },
  'service-quality': {
    id: 'service-quality',
    weights: 'mustSumTo100',
    items: ['attitude', 'skill', 'communication', 'speed'].map((id) => direct(id, '25')),
  },
  candidate: {
    id: 'candidate',
    weights: 'mustSumTo100',
    items: [
      direct('experience', '25'),
      direct('communication', '25'),
      direct('industryKnowledge', '20'),
      direct('drive', '20'),
      direct('stability', '10'),
    ],
  },
  exam: {
    id: 'exam',
    items: [direct('mark', '1')],
    bands: { bands: [{ id: 'pass', min: '60' }, { id: 'fail' }] },
  },
};
