export const FORECAST_CATEGORIES = ['omitted', 'pipeline', 'bestCase', 'mostLikely', 'commit', 'closed'] as const;

/**
 * How sure a deal is for a forecast, from not counted to certain.
 *
 * @useDeclaredType
 */
export type ForecastCategory = (typeof FORECAST_CATEGORIES)[number];
