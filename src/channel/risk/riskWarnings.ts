import { compareText } from '../../core/compareText.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { explainConstant, type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { RiskIndicator } from '../schema/risk.js';

/** Where a figure stands. */
export type RiskLight = 'green' | 'amber' | 'red' | 'unknown';

/** What an indicator says. */
export interface RiskWarning {
  readonly code: string;
  readonly light: RiskLight;
  /** The last figure; `null` where it is missing. */
  readonly value: DecimalString | null;
  /** Whether a trend lifted the light. */
  readonly isLifted: boolean;
  /** What to do, where the light is amber or red and a plan is there. */
  readonly plan?: string;
  /** The root is the light. */
  readonly explanation: Explanation;
}

const LIGHTS = ['green', 'amber', 'red'] as const;

/**
 * Returns the light of each indicator by its last figure, sorted by code. At a bound the worse light is on. Without a last
 * figure it is not known, and a figure that is missing ends a trend.
 *
 * @param indicators bounds, trend; one a code
 * @param series figures by code, the oldest first; `null` is missing
 * @param options `plans`: what to do, by code
 * @throws SalesModelError `risk.bounds`, `risk.trend`, `ids.duplicate`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { riskWarnings } from 'salesmodel/channel';
 *
 * const indicators = [
 *   { code: 'complaints', direction: 'high', amber: '0.02', red: '0.05', trend: { periods: 2 } },
 *   { code: 'margin', direction: 'low', amber: '0.2', red: '0.1' },
 * ] as const;
 * const series = { complaints: ['0.01', '0.02', '0.03'], margin: ['0.3', '0.2'] };
 * riskWarnings(indicators, series, { plans: { margin: 'review-prices' } }).map(({ code, light, isLifted, plan }) => [code, light, isLifted, plan]);
 * // => [['complaints', 'red', true, undefined], ['margin', 'amber', false, 'review-prices']]
 */
export function riskWarnings(
  indicators: readonly RiskIndicator[],
  series: Readonly<Record<string, readonly (DecimalLike | null)[]>>,
  { plans = {} }: { readonly plans?: Readonly<Record<string, string>> } = {},
): readonly RiskWarning[] {
  const seen = new Set<string>();
  return indicators
    .map((indicator, at): RiskWarning => {
      const { code, direction, amber, red } = indicator;
      if (seen.has(code)) failCore('ids.duplicate', ['indicators', at, 'code'], { id: code });
      seen.add(code);
      oneOf(direction, ['high', 'low'], ['indicators', at, 'direction']);
      // Turned so that more is worse.
      const turned = (value: Decimal): Decimal => (direction === 'high' ? value : minus(ZERO, value));
      const bounds = [amber, red].map((bound, place) =>
        turned(toDecimal(bound, ['indicators', at, place === 0 ? 'amber' : 'red'])),
      );
      if (bounds[0]!.gt(bounds[1]!)) fail('risk.bounds', ['indicators', at, 'red'], { amber, red });
      const given = Object.hasOwn(series, code) ? series[code]! : [];
      const figures = given.map((value, period) =>
        value === null ? null : turned(toDecimal(value, ['series', code, period])),
      );
      const last = figures.at(-1) ?? null;
      const level = last === null ? -1 : bounds.filter((bound) => last.gte(bound)).length;
      const isLifted = level >= 0 && level < 2 && worsens(indicator, figures, at);
      const light = level < 0 ? 'unknown' : LIGHTS[level + (isLifted ? 1 : 0)]!;
      const value = last === null ? null : toText(turned(last));
      const plan = (light === 'amber' || light === 'red') && Object.hasOwn(plans, code) ? plans[code] : undefined;
      return {
        code,
        light,
        value,
        isLifted,
        ...(plan === undefined ? {} : { plan }),
        explanation: explainStep('risk.light', { code, isLifted }, light, [
          explainInput(['series', code, Math.max(given.length - 1, 0)], value),
          explainConstant(['indicators', at, 'amber'], amber),
          explainConstant(['indicators', at, 'red'], red),
        ]),
      };
    })
    .sort((a, b) => compareText(a.code, b.code));
}

/** Whether each of the last changes is for the worse, and by enough. */
function worsens({ trend }: RiskIndicator, figures: readonly (Decimal | null)[], at: number): boolean {
  if (trend === undefined) return false;
  const { periods, worseBy = '0' } = trend;
  const least = toDecimal(worseBy, ['indicators', at, 'trend', 'worseBy']);
  if (!Number.isSafeInteger(periods) || periods < 1 || least.lt(0)) {
    fail('risk.trend', ['indicators', at, 'trend'], { periods: String(periods), worseBy });
  }
  if (figures.length <= periods) return false;
  const lately = figures.slice(-periods - 1);
  return lately.slice(1).every((figure, index) => {
    const before = lately[index];
    if (figure === null || before == null) return false;
    const change = minus(figure, before);
    return change.gt(0) && change.gte(least);
  });
}
