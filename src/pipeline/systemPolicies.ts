import type { ForecastPolicy } from './forecast/forecastOptions.js';
import type { FunnelPolicy } from './funnel/funnelPolicy.js';
import type { OpportunityPolicy } from './opportunity/opportunityHistory.js';
import type { WinRatePolicy } from './rates/winRate.js';

/** How a system counts, as policies of this module. What it does not define is left out. */
export interface SystemPolicy {
  readonly funnel?: FunnelPolicy;
  readonly winRate?: WinRatePolicy;
  readonly forecast?: ForecastPolicy;
  readonly history?: Pick<OpportunityPolicy, 'overrides' | 'closeDateOnClose'>;
}

/**
 * The definitions of systems by name, so that their figures can be computed beside each other:
 *
 * - `salesforce`: won ÷ closed by close date; forecasts with cumulative roll-ups; a change of stage brings its category and
 *   probability along. A win moves only a close date that lies ahead to the day: where one was overdue, `keep` is nearer;
 * - `hubspot`: the funnel through all stages; a manual category lasts until the next change of stage; closing sets the close
 *   date; weighted by deal;
 * - `hubspotAnyStage`: its funnel of deals that were in a stage at all;
 * - `zohoMotivator`: open deals that are overdue or old count as not won; give `olderThanDays` as set up there;
 * - `pipedrive`: skipped stages count as passed; won ÷ closed;
 * - `odoo`: amount × probability rounded deal by deal; manual probabilities stay, and so does the expected closing, beside
 *   which the system keeps the day of closing. It has no win rate of its own;
 * - `clari`: categories alone, weighted in all, and the value won ÷ the value closed.
 *
 * After the makers' own pages: "Calculate Win Rate on Closed Opportunities in a Report" and "Rollup methods for pipeline
 * forecasts" (help.salesforce.com), "Differences between funnel report types" and "HubSpot's default deal properties"
 * (knowledge.hubspot.com), "Pipeline stages" (zoho.com/motivator/help), and the source of Odoo's `crm.lead`. Pipedrive and
 * Clari publish no formula in full: hold those two against the screen before anything is built on them.
 */
export const systemPolicies: {
  readonly salesforce: SystemPolicy;
  readonly hubspot: SystemPolicy;
  readonly hubspotAnyStage: SystemPolicy;
  readonly zohoMotivator: SystemPolicy;
  readonly pipedrive: SystemPolicy;
  readonly odoo: SystemPolicy;
  readonly clari: SystemPolicy;
} = {
  salesforce: {
    funnel: { reach: 'touched', conversion: 'laterStage' },
    winRate: { denominator: 'closed', window: 'closeDate' },
    forecast: { rollUp: 'cumulative' },
    history: { overrides: 'untilStageChange', closeDateOnClose: 'setToEventDate' },
  },
  hubspot: {
    funnel: { reach: 'touchedAll', conversion: 'next' },
    winRate: { denominator: 'closed', window: 'closeDate' },
    forecast: { rollUp: 'single', round: 'deal' },
    history: { overrides: 'untilStageChange', closeDateOnClose: 'setToEventDate' },
  },
  hubspotAnyStage: { funnel: { reach: 'touched', conversion: 'next' } },
  zohoMotivator: { winRate: { denominator: 'closedOrStale', overdue: true } },
  pipedrive: {
    funnel: { reach: 'atOrBeyond', conversion: 'next' },
    winRate: { denominator: 'closed', window: 'closeDate' },
  },
  odoo: {
    forecast: { rollUp: 'single', round: 'deal' },
    history: { overrides: 'sticky', closeDateOnClose: 'keep' },
  },
  clari: { winRate: { basis: 'value', denominator: 'closed' }, forecast: { rollUp: 'single', round: 'total' } },
};
