import { compareText } from '../../core/compareText.js';
import { ONE, toDecimal, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { LifecycleOptions } from '../../mechanisms/lifecycle/compileLifecycle.js';
import { lintLifecycle } from '../../mechanisms/lifecycle/lint/lintLifecycle.js';
import { stageProbabilities } from '../estimate/stageProbabilities.js';
import type { FunnelDeal } from '../funnel/funnel.js';
import { FORECAST_CATEGORIES } from './forecastCategory.js';
import type { PipelineDefinition } from './pipelineDefinition.js';
import { stageLine } from './stageLine.js';

/** More open stages than these are hard to tell apart. */
const MANY_STAGES = 12;

/**
 * Returns what is odd about a pipeline that is valid, sorted by code, then by place. Beside the findings of `lintLifecycle`:
 *
 * - `probabilityOutOfRange`: a chance below 0 or above 1, with which no pipeline is compiled; here it is read as what comes
 *   nearest;
 * - `probabilityFalls`, `categoryFalls`: a later stage is less sure than the one before;
 * - `noExitCriteria`: a stage from an even chance on that asks for nothing before it is left;
 * - `rotAfterMax`: the days after which a stay is stale are more than those that it may last;
 * - `noLostReason`: a deal can be lost without a reason;
 * - `tooManyStages`: more than 12 open stages;
 * - `staleProbability`: the chance of a stage lies outside the 95 % interval of what became of the deals that were in it.
 *
 * @param definition stages and the ways between them
 * @param options catalogue of fields; closed deals for `staleProbability`
 * @throws SalesModelError the errors of `compilePipeline` but for that of a chance out of range
 * @example
 * import { extendPipeline, lintPipeline, presets } from 'salesmodel/pipeline';
 *
 * const odd = extendPipeline(presets['hubspot-like'], { states: { qualified: { probability: '0.1', rotDays: 30, maxDays: 20 } } });
 * lintPipeline(odd).map(({ code, params }) => [code, params.stage]).filter(([, stage]) => stage === 'qualified');
 * // => [['probabilityFalls', 'qualified'], ['rotAfterMax', 'qualified']]
 */
export function lintPipeline<S extends string>(
  definition: PipelineDefinition<S>,
  options: LifecycleOptions & { readonly deals?: readonly FunnelDeal[] } = {},
): readonly Finding[] {
  const pipeline = withinRange(definition);
  const { stages } = stageLine(pipeline);
  const findings: Finding[] = [...lintLifecycle(pipeline, options)];
  const places = new Map(pipeline.states.map(({ id }, at) => [id, at]));
  const find = (
    code: string,
    stage: S,
    params: Finding['params'] = {},
    severity: Finding['severity'] = 'warning',
  ): void => {
    findings.push({ code, severity, path: ['states', places.get(stage)!], params: { stage, ...params } });
  };
  for (const [at, { id, probability }] of definition.states.entries()) {
    if (probability !== pipeline.states[at]!.probability)
      find('probabilityOutOfRange', id, { value: probability }, 'error');
  }
  for (const [at, stage] of stages.entries()) {
    const before = stages[at - 1];
    const { id, probability, category, exitCriteria = [], rotDays, maxDays } = stage;
    if (before !== undefined && toDecimal(probability).lt(toDecimal(before.probability))) {
      find('probabilityFalls', id, { before: before.probability, value: probability });
    }
    if (before !== undefined && FORECAST_CATEGORIES.indexOf(category) < FORECAST_CATEGORIES.indexOf(before.category)) {
      find('categoryFalls', id, { before: before.category, value: category });
    }
    if (toDecimal(probability).gte('0.5') && exitCriteria.length === 0)
      find('noExitCriteria', id, { value: probability }, 'info');
    if (rotDays !== undefined && maxDays !== undefined && rotDays > maxDays)
      find('rotAfterMax', id, { rotDays, maxDays });
  }
  for (const { id, kind } of pipeline.states) {
    if (
      kind === 'failure' &&
      !(pipeline.reasons ?? []).some((reason) => (reason.for as readonly string[]).includes(id))
    )
      find('noLostReason', id);
  }
  if (stages.length > MANY_STAGES) {
    findings.push({
      code: 'tooManyStages',
      severity: 'info',
      path: ['states'],
      params: { count: stages.length, most: MANY_STAGES },
    });
  }
  if (options.deals !== undefined) {
    const history = stageProbabilities(pipeline, options.deals);
    for (const [at, { stage, won, closed, interval }] of history.entries()) {
      const { probability } = stages[at]!;
      const { lower, upper } = interval;
      if (lower === null || (Number(probability) >= lower && Number(probability) <= upper)) continue;
      find('staleProbability', stage, {
        value: probability,
        won,
        deals: closed,
        lower: lower.toFixed(4),
        upper: upper.toFixed(4),
      });
    }
  }
  return findings.sort((a, b) => compareText(a.code, b.code));
}

/** The pipeline with every chance out of range put to the end that it passed, in a closing stage to what it has to be. */
function withinRange<S extends string>(pipeline: PipelineDefinition<S>): PipelineDefinition<S> {
  return {
    ...pipeline,
    states: pipeline.states.map((stage, at) => {
      const chance = toDecimal(stage.probability, ['states', at, 'probability']);
      if (chance.gte(ZERO) && chance.lte(ONE)) return stage;
      const isCertain = stage.kind === 'success' || (stage.kind === 'open' && chance.gt(ONE));
      return { ...stage, probability: isCertain ? '1' : '0' };
    }),
  };
}
