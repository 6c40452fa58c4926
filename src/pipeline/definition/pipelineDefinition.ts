import type { DecimalString } from '../../core/decimal.js';
import type {
  LifecycleDefinition,
  StateDefinition,
} from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';
import type { ForecastCategory } from './forecastCategory.js';

/** A stage of a pipeline: a state with a chance and a place in forecasts. */
export interface StageDefinition<S extends string = string> extends StateDefinition<S> {
  /** Chance of winning from here, 0 to 1. `1` in a success state, `0` in the other closing ones. */
  readonly probability: DecimalString;
  /** `closed` in a success state, `omitted` in the other closing ones. */
  readonly category: ForecastCategory;
  readonly label?: { readonly en: string; readonly 'zh-CN': string };
  /** What is done in the stage, as a list for people. */
  readonly activities?: readonly string[];
}

/** The stages of a sale with their chances, and the ways between them: a lifecycle. Open stages stand in their order. */
export interface PipelineDefinition<S extends string = string> extends LifecycleDefinition<S> {
  readonly states: readonly StageDefinition<S>[];
}
