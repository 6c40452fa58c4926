import type { TeamSplit } from './schema/teamSplit.js';

const parallel: TeamSplit = {
  splitSum: 'normalise',
  parts: [{ dealRole: 'member', kind: 'revenue', share: '1' }],
};

const crossFunctional: TeamSplit = {
  splitSum: 'exactlyOne',
  parts: [
    { dealRole: 'owner', kind: 'revenue', share: '1' },
    { dealRole: 'specialist', kind: 'overlay', share: '0.5' },
  ],
};

const virtual: TeamSplit = {
  splitSum: 'normalise',
  parts: [{ dealRole: 'member', kind: 'revenue', share: 'contribution' }],
};

/**
 * Ready definitions by code.
 *
 * - `split.parallel`: peers who sell side by side share a deal equally;
 * - `split.crossFunctional`: the owner is credited with all of it, and each specialist with half of it on top;
 * - `split.virtual`: a team put together for one deal shares it by logged contribution.
 *
 * @example
 * import { presets } from 'salesmodel/commission';
 *
 * presets['split.parallel'].splitSum; // => 'normalise'
 */
export const presets = {
  'split.crossFunctional': crossFunctional,
  'split.parallel': parallel,
  'split.virtual': virtual,
} as const;
