/** English texts of the pipeline's error codes. `{name}` is replaced by the param of that name. */
export const pipelineErrors = {
  'pipeline.actual': 'must name each owner and period once, got {ownerId} from {start} on again',
  'pipeline.asOf': 'must be given with {option}',
  'pipeline.call': 'must differ from no other call of its time, got two of {ownerId} at {at}',
  'pipeline.closing': 'must be {expected} in a closing stage of this kind, got {value}',
  'pipeline.count': 'must be a whole number from 0 on, got {value}',
  'pipeline.duplicateDeal': 'must name each deal once, got {id} again',
  'pipeline.links': 'must lead {child} to {expected}, got {value}',
  'pipeline.mixedCurrency': 'must be in {expected} as the amounts before, got {value}',
  'pipeline.order': 'must be an order for each open stage, higher than that of the one before, got {value}',
  'pipeline.period': 'must be given with {option}',
  'pipeline.probability': 'must lie between 0 and 1, got {value}',
  'pipeline.unknownStage': 'must be {expected}, got {stage}',
  'simulate.factor': 'must be at least 0, got {value}',
  'simulate.merge': 'must be a part of the same simulation that goes on at run {expected}, got {value}',
  'simulate.runs': 'must be whole numbers of runs below 2³² together, got {value}',
  'simulate.weights': 'must have weights that add up to 1, got {value}',
  'waterfall.merge': 'must have the currency {expected} and the same policy, got {value}',
  'waterfall.order': 'must not be before the first snapshot of {start}, got {end}',
} as const;

/** English texts of the pipeline's rejected rows. */
export const pipelineRejections = {
  'pipeline.row.missingAmount': 'must have an amount',
  'pipeline.row.missingRate': 'has no exchange rate from {from} to {to}',
  'pipeline.row.noActual': 'has no actual of {ownerId} in {currency}',
} as const;

/** English texts of the pipeline's reasons. */
export const pipelineReasons = {
  goalOutOfReach: '{target} stays out of reach with {most} more deals',
  idle: 'nothing has happened for {days} days, and {most} may pass',
  noCycle: 'no deal was closed after a day or more, so that there is no cycle',
  nothingWon: 'nothing was won',
  olderThanEverWon: '{days} days old, and no deal was won after more than {most}',
  overMaxDays: '{days} days in the stage, which may take {most}',
  overdue: 'the close date {closeDate} has passed',
  pipelineTooSmall: 'winning all of {pipeline} does not make {target}',
  pushed: 'pushed to a later month {times} times',
  rotting: '{days} days in the stage, which keeps fresh for {most}',
  tooManyDigits: 'exact chances would have {digits} digits, and {most} are kept',
  tooManyOutcomes: 'there are more than {most} different sums',
} as const;

/** English texts of the pipeline's findings. */
export const pipelineFindings = {
  categoryFalls: 'stage {stage} is {value} after {before}: a later stage is less sure',
  noExitCriteria: 'stage {stage} has a chance of {value} and asks for nothing before it is left',
  noLostReason: 'a deal can go to {stage} without a reason',
  probabilityFalls: 'stage {stage} has a chance of {value} after {before}: a later stage is less sure',
  rotAfterMax: 'a stay in stage {stage} is stale after {rotDays} days and too long after {maxDays} already',
  staleProbability:
    'stage {stage} has a chance of {value}, and {won} of {deals} deals were won: between {lower} and {upper}',
  tooManyStages: '{count} open stages are hard to tell apart, more than {most}',
} as const;

/** English texts of the pipeline's explanations. */
export const pipelineExplanations = {
  'pipeline.bestCase': 'best case',
  'pipeline.closed': 'closed',
  'pipeline.commit': 'commit',
  'pipeline.mostLikely': 'most likely',
  'pipeline.pipeline': 'pipeline',
  'pipeline.weighted': 'weighted pipeline',
  'pipeline.expectedClosed': 'closed and weighted pipeline',
  'pipeline.deal': '{id}, {category}',
  'pipeline.barDeal': '{id}',
  'pipeline.winRate': 'win rate',
  'pipeline.wonDeals': 'won deals',
  'pipeline.ratedDeals': 'deals that count',
  'pipeline.countedDeal': '{id}, {set}',
  'waterfall.start': 'start',
  'waterfall.created': 'created',
  'waterfall.reopened': 'reopened',
  'waterfall.transferredIn': 'transferred in',
  'waterfall.pulledIn': 'pulled in',
  'waterfall.pushedIn': 'pushed in',
  'waterfall.increased': 'increased',
  'waterfall.decreased': 'decreased',
  'waterfall.won': 'won',
  'waterfall.lost': 'lost',
  'waterfall.removed': 'removed',
  'waterfall.transferredOut': 'transferred out',
  'waterfall.pushedOut': 'pushed out',
  'waterfall.pulledOut': 'pulled out',
  'waterfall.fx': 'exchange rates',
  'waterfall.end': 'end',
} as const;
