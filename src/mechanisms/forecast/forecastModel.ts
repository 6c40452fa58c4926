import type { CrostonFit, CrostonSettings } from './croston.js';
import type { DriftFit } from './drift.js';
import type { HoltFit, HoltSettings } from './holt.js';
import type { HoltWintersFit, HoltWintersSettings } from './holtWinters.js';
import type { MovingAverageFit, MovingAverageSettings } from './movingAverage.js';
import type { NaiveFit } from './naive.js';
import type { SeasonalNaiveFit, SeasonalNaiveSettings } from './seasonalNaive.js';
import type { SesFit, SesSettings } from './ses.js';

/** A model with its settings, as data. Weights that are left out are fitted. */
export type ForecastModel =
  | { readonly model: 'naive' }
  | ({ readonly model: 'seasonalNaive' } & SeasonalNaiveSettings)
  | { readonly model: 'drift' }
  | ({ readonly model: 'movingAverage' } & MovingAverageSettings)
  | ({ readonly model: 'ses' } & SesSettings)
  | ({ readonly model: 'holt' } & HoltSettings)
  | ({ readonly model: 'holtWinters' } & HoltWintersSettings)
  | ({ readonly model: 'croston' } & CrostonSettings);

/** What any of the models gives where it applies. */
export type ModelFit =
  NaiveFit | SeasonalNaiveFit | DriftFit | MovingAverageFit | SesFit | HoltFit | HoltWintersFit | CrostonFit;
