/** English texts of the errors of targets and figures. `{name}` is replaced by the param of that name. */
export const kpiErrors = {
  'kpi.columnCode': 'must be a place in the dictionary, got {value}',
  'kpi.columnLength': 'must have {expected} cells, got {length}',
  'kpi.duplicateFact': 'must be there once, got {measure} of {member} in {period} again',
  'kpi.duplicateKpi': 'must name each figure once, got {kpi} again',
  'kpi.key': 'must be a text that is not empty, got {value}',
  'kpi.lookBack': 'must be a whole number of months from 1 on, got {value}',
  'kpi.mixedCurrency': 'must be money of one currency, converted before, got {currencies}',
  'kpi.month': 'must be months like 2026-03, each once and without a gap, got {value}',
  'kpi.negative': 'must not be negative, got {value}',
  'kpi.unknownKpi': 'must be a figure of the catalogue, got {kpi}',
  'kpi.unknownMeasure': 'must be a measure that is known, got {measure}',
  'kpi.years': 'must be a whole number of years, at most {max}, got {value}',
} as const;

/** English texts of the reasons why there is no figure, target or split. */
export const kpiReasons = {
  missingMeasure: '{measure} is missing',
  notAdditive: '{measure} is not put together over several members',
  salesTooShort: 'the sales known do not cover {uncovered} of the receivables',
} as const;

/** English texts of the findings on figures and targets. */
export const kpiFindings = {
  nonAdditive: 'the measures {measures} are multiplied or divided after they are added up',
  unitMismatch: 'the units {units} do not go together',
  unknownMeasure: 'the measure {measure} is not known',
  zeroDenominator: 'the denominator of {kpi} is always 0',
  zeroDivisor: 'the divisor is always 0',
} as const;

/** English texts of the steps of figures and targets. */
export const kpiExplanations = {
  'kpi.value': '{kpi}',
  'kpi.none': '{kpi} has no value',
  'kpi.numerator': 'above the line',
  'kpi.denominator': 'below the line',
  'kpi.measure': '{measure}: {overTime} over time, {overMembers} over members',
  'kpi.fact': '{member} in {period}',
} as const;
