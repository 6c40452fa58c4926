/** What a chain of stages is made of: either its probabilities or how often each move was seen. */
export type MarkovInput = {
  /** Names of the stages. */
  readonly stages: readonly string[];
  /** How a deal may end. Default `won` and `lost`. */
  readonly outcomes?: readonly string[];
} & (
  | {
      /** A row for each stage: chance that the next stage is each of `stages`. */
      readonly Q: readonly (readonly number[])[];
      /** A row for each stage: chance that the deal ends next, by each of `outcomes`. */
      readonly R: readonly (readonly number[])[];
    }
  | {
      readonly transitions: readonly MarkovTransition[];
      /** Added to the count of each move to another stage and to each outcome. Default 0. */
      readonly smoothing?: number;
    }
);

/** How often deals moved from one stage to another or to an outcome. */
export interface MarkovTransition {
  readonly from: string;
  readonly to: string;
  /** A finite number from 0 on. */
  readonly count: number;
}
