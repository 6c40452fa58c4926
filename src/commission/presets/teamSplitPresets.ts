import type { TeamSplit } from '../schema/teamSplit.js';

/** Peers who sell side by side share a deal equally. */
export const parallel: TeamSplit = {
  splitSum: 'normalise',
  parts: [{ dealRole: 'member', kind: 'revenue', share: '1' }],
};

/** The owner is credited with all of a deal, and each specialist with half of it on top. */
export const crossFunctional: TeamSplit = {
  splitSum: 'exactlyOne',
  parts: [
    { dealRole: 'owner', kind: 'revenue', share: '1' },
    { dealRole: 'specialist', kind: 'overlay', share: '0.5' },
  ],
};

/** A team put together for one deal shares it by logged contribution. */
export const virtual: TeamSplit = {
  splitSum: 'normalise',
  parts: [{ dealRole: 'member', kind: 'revenue', share: 'contribution' }],
};

/**
 * A newcomer brings deals with somebody experienced at their side: the newcomer is credited with all of a deal and the
 * supporter with half of it on top. For six months the newcomer's pay is topped up to target pay, never to be paid
 * back, and the quota grows in three steps.
 */
export const incubator: TeamSplit = {
  splitSum: 'exactlyOne',
  parts: [
    { dealRole: 'owner', kind: 'revenue', share: '1' },
    { dealRole: 'supporter', kind: 'overlay', share: '0.5' },
  ],
  start: {
    draw: { id: 'incubator', kind: 'guarantee', recovery: 'none', amount: { ofTarget: '1' }, months: 6 },
    ramp: { steps: ['0.25', '0.25', '0.5', '0.5', '0.75', '0.75'] },
  },
};
