import { addDays, fromDayNumber } from '../../../core/date.js';
import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import { checkCount } from '../../deal/checkCount.js';
import { checkDeals } from '../../deal/checkDeals.js';
import { minutesOf } from '../../deal/dayOf.js';
import type { PipelineDefinition } from '../../definition/pipelineDefinition.js';
import { placeIn, type StageLine, stageLine } from '../../definition/stageLine.js';
import { daysBetweenTimes } from '../../durations/daysBetweenTimes.js';
import type { LeadModelOptions } from '../lead/emptyModel.js';
import { leadPredictor } from '../lead/leadPredictor.js';
import { trainLeadModel } from '../lead/trainLeadModel.js';
import { fitMarkov } from '../markov/fitMarkov.js';
import { markovChain } from '../markov/markovChain.js';
import { stageProbabilities } from '../stageProbabilities.js';
import { competingRisks, winProbabilityAtAge } from '../survival/competingRisks.js';
import { survivalRecords } from '../survival/survivalRecords.js';
import { calibration, type Calibration, type ForecastPair } from './calibration.js';
import { type ComparedDeal, dayOfTime, type KnownDeal, knownBefore } from './knownBefore.js';

const SOURCES: readonly ForecastSource[] = ['stage', 'history', 'markov', 'survival', 'leadModel'];
const MOMENTS = ['stageEntries', 'creation', 'lastStage'] as const;

/** Where the chance of a deal comes from. */
export type ForecastSource = 'stage' | 'history' | 'markov' | 'survival' | 'leadModel';

/** How sources are compared. */
export interface ComparisonOptions {
  /**
   * `stage`: what the definition says of the stage. `history`: `stageProbabilities`. `markov`: `markovChain` of `fitMarkov`.
   * `survival`: `winProbabilityAtAge`. `leadModel`: `predictLead`. Default: all five.
   */
  readonly sources?: readonly ForecastSource[];
  /** When a deal is forecast: as it enters each open stage (default), the first, or the last. */
  readonly at?: (typeof MOMENTS)[number];
  /** Closed deals that have to be known before a forecast. Default 30. */
  readonly minClosed?: number;
  /** Smoothing of the Markov chain. Default 0.1. */
  readonly smoothing?: number;
  /** What the lead model looks at. Default: the stage alone. */
  readonly leadModel?: Partial<LeadModelOptions>;
  /** Where days begin for histories of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
}

/** How good the sources were. */
export interface ForecasterComparison {
  /** Best Brier score first; equal ones in the order asked for. */
  readonly ranking: readonly { readonly source: ForecastSource; readonly calibration: Calibration }[];
  /** Forecasts that were compared: every source made each of them. */
  readonly compared: number;
  /** Forecasts left out because too few deals had closed before. */
  readonly tooEarly: number;
  /** Forecasts left out because a source had nothing to go by. */
  readonly incomplete: number;
}

/** A stage that a closed deal entered. */
interface Moment {
  readonly deal: ComparedDeal;
  readonly stage: string;
  readonly age: number;
}

/**
 * Returns which source gave the best chances, judged on closed deals out of sample: each forecast is made from what was known
 * when its day began, and all sources are judged by the same forecasts. Fields of deals count as they are given, so name
 * only such as do not change after the creation.
 *
 * @param pipeline stages in their order
 * @param deals with the times of their visits, all of one kind
 * @param options sources, moments, least history
 * @throws SalesModelError `option.unknown`, `pipeline.duplicateDeal`, `pipeline.unknownStage`, `lifecycle.time`,
 *   `lifecycle.mixedTime`, `lifecycle.offset`, `leadModel.field`, `leadModel.smoothing`, `markov.count`, `pipeline.count`
 * @example
 * import { addDays } from 'salesmodel/core';
 * import { compareForecasters, presets } from 'salesmodel/pipeline';
 *
 * // Every second deal is won, and those after 20 days.
 * const deals = Array.from({ length: 60 }, (_, at) => {
 *   const createdAt = addDays('2026-01-01', at * 3);
 *   const closedAt = addDays(createdAt, at % 2 === 0 ? 20 : 40);
 *   const outcome = at % 2 === 0 ? ('won' as const) : ('lost' as const);
 *   const visits = [
 *     { state: 'prepare', enteredAt: createdAt, leftAt: closedAt },
 *     { state: outcome === 'won' ? 'follow-up' : 'lost', enteredAt: closedAt, leftAt: null },
 *   ];
 *   return { id: `D${at}`, outcome, createdAt, visits };
 * });
 * const { ranking, compared, tooEarly } = compareForecasters(presets['cn-4-stage'], deals, { sources: ['stage', 'history'] });
 * [compared, tooEarly]; // => [ 21, 39 ]
 * ranking.map(({ source, calibration }) => [source, calibration.brier?.toFixed(3)]); // => [ [ 'history', '0.255' ], [ 'stage', '0.391' ] ]
 */
export function compareForecasters<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly ComparedDeal[],
  options: ComparisonOptions = {},
): ForecasterComparison {
  const { minClosed = 30, offset = 'Z' } = options;
  checkCount(minClosed, ['options', 'minClosed']);
  const sources = (options.sources ?? SOURCES).map((source, at) => oneOf(source, SOURCES, ['options', 'sources', at]));
  const at = oneOf(options.at ?? 'stageEntries', MOMENTS, ['options', 'at']);
  const line = stageLine(pipeline);
  const minutes = minutesOf(offset, ['options', 'offset']);
  checkDeals(deals);
  const known = knownBefore(pipeline, deals, minutes);
  const pairs = sources.map((): ForecastPair[] => []);
  const counts = { compared: 0, tooEarly: 0, incomplete: 0 };
  for (const [day, moments] of momentsByDay(line, deals, at, minutes)) {
    const past = known(day);
    if (past.filter(({ outcome }) => outcome === 'won' || outcome === 'lost').length < minClosed) {
      counts.tooEarly += moments.length;
      continue;
    }
    const forecasters = sources.map((source) => forecaster(source, pipeline, past, day, options));
    for (const moment of moments) {
      const chances = forecasters.map((forecast) => forecast(moment));
      if (chances.includes(null)) {
        counts.incomplete++;
        continue;
      }
      counts.compared++;
      for (const [index, p] of chances.entries())
        pairs[index]!.push({ p: p!, outcome: moment.deal.outcome === 'won' ? 1 : 0 });
    }
  }
  const ranking = sources.map((source, index) => ({ source, calibration: calibration(pairs[index]!) }));
  return { ranking: ranking.toSorted((a, b) => (a.calibration.brier ?? 0) - (b.calibration.brier ?? 0)), ...counts };
}

/** The moments at which closed deals are forecast, by day. */
function momentsByDay(
  line: StageLine,
  deals: readonly ComparedDeal[],
  at: (typeof MOMENTS)[number],
  minutes: number,
): Map<number, Moment[]> {
  const byDay = new Map<number, Moment[]>();
  for (const [index, deal] of deals.entries()) {
    const { outcome, createdAt, visits, deletedAt = null } = deal;
    if (deletedAt !== null || (outcome !== 'won' && outcome !== 'lost')) continue;
    const entries = visits.flatMap(({ state, enteredAt }, visit) => {
      const path = ['deals', index, 'visits', visit];
      const place = placeIn(line, state, [...path, 'state']);
      if (place < 0 || place >= line.stages.length) return [];
      const moment = { deal, stage: state, age: Number(daysBetweenTimes(createdAt, enteredAt)) };
      return [{ day: dayOfTime(enteredAt, minutes, [...path, 'enteredAt']), moment }];
    });
    const chosen = at === 'creation' ? entries.slice(0, 1) : at === 'lastStage' ? entries.slice(-1) : entries;
    for (const { day, moment } of chosen) {
      const list = byDay.get(day);
      if (list === undefined) byDay.set(day, [moment]);
      else list.push(moment);
    }
  }
  return byDay;
}

/** What a source says of deals, learnt from the past alone; `null` where it has nothing to go by. */
function forecaster<S extends string>(
  source: ForecastSource,
  pipeline: PipelineDefinition<S>,
  past: readonly KnownDeal[],
  day: number,
  { smoothing = 0.1, leadModel, offset = 'Z' }: ComparisonOptions,
): (moment: Moment) => Estimate | null {
  switch (source) {
    case 'stage': {
      const said = new Map<string, number>(pipeline.states.map(({ id, probability }) => [id, Number(probability)]));
      return ({ stage }) => said.get(stage) ?? null;
    }
    case 'history': {
      const rates = new Map<string, string | null>(
        stageProbabilities(pipeline, past).map(({ stage, probability }) => [stage, probability.value]),
      );
      return ({ stage }) => (rates.get(stage) == null ? null : Number(rates.get(stage)));
    }
    case 'markov': {
      const chain = markovChain({ ...fitMarkov(pipeline, past), smoothing });
      const chances = new Map(chain.ok ? chain.stages.map(({ stage, absorbed }) => [stage, absorbed[0]!]) : []);
      return ({ stage }) => chances.get(stage) ?? null;
    }
    case 'survival': {
      const today = fromDayNumber(day);
      const isDay = (past[0]?.createdAt.length ?? 0) === 10;
      const curves = competingRisks(
        survivalRecords(past, { asOf: isDay ? addDays(today, -1) : `${today}T00:00:00${offset}` }),
      );
      return ({ age }) => winProbabilityAtAge(curves, age).probability;
    }
    case 'leadModel': {
      const predict = leadPredictor(trainLeadModel(pipeline, past, { fields: [], ...leadModel }).model);
      return ({ deal, stage }) => {
        const { score } = predict({ ...deal, outcome: null, stage, probabilityOverridden: false });
        return score === null ? null : Number(score) / 100;
      };
    }
  }
}
