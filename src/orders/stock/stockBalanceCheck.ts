import { compareText } from '../../core/compareText.js';
import { type DecimalString, minus, plus, toDecimal, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { notNegative } from '../read.js';
import type { ChannelInventory } from '../schema/channelInventory.js';

/** What a period should have ended with, and what was reported. */
export interface StockBalance {
  readonly partner: string;
  readonly sku: string;
  readonly period: string;
  /** Opening + in − out − returns + adjustment. */
  readonly expected: DecimalString;
  readonly reported: DecimalString;
  /** Reported − expected. */
  readonly residual: DecimalString;
}

/** The balances of reports, and what does not fit. */
export interface StockCheck {
  /** By partner, product, period. */
  readonly balances: readonly StockBalance[];
  /**
   * In the order of the balances: `stockResidual` where a period does not balance, `openingGap` where it does not begin
   * with what the report before ended with.
   */
  readonly findings: readonly Finding[];
}

/**
 * Returns whether the stock reports of partners balance, each by itself and one after another.
 *
 * @param reports one for each partner, product and period, in any order
 * @throws SalesModelError `ids.duplicate`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { stockBalanceCheck } from 'salesmodel/orders';
 *
 * const march = { partner: 'North', sku: 'cola', period: '2026-03', opening: '120', in: '300', out: '250', returns: '10', adjustment: '-5', closing: '150' };
 * const { balances, findings } = stockBalanceCheck([march]);
 * [balances[0]?.expected, balances[0]?.residual, findings[0]?.code]; // => [ '155', '-5', 'stockResidual' ]
 */
export function stockBalanceCheck(reports: readonly ChannelInventory[]): StockCheck {
  const seen = new Set<string>();
  const read = reports.map((report, index) => {
    const path: Path = ['reports', index];
    const key = JSON.stringify([report.partner, report.sku, report.period]);
    if (seen.has(key)) failCore('ids.duplicate', path, { id: key });
    seen.add(key);
    const at = (field: 'opening' | 'adjustment' | 'closing'): ReturnType<typeof toDecimal> =>
      toDecimal(report[field], [...path, field]);
    const flow = (field: 'in' | 'out' | 'returns'): ReturnType<typeof toDecimal> =>
      notNegative(report[field], [...path, field]);
    const received = plus(plus(at('opening'), flow('in')), at('adjustment'));
    return {
      report,
      index,
      opening: at('opening'),
      closing: at('closing'),
      expected: minus(minus(received, flow('out')), flow('returns')),
    };
  });
  const sorted = read.toSorted(
    ({ report: a }, { report: b }) =>
      compareText(a.partner, b.partner) || compareText(a.sku, b.sku) || compareText(a.period, b.period),
  );
  const findings = sorted.flatMap(({ report, index, opening, closing, expected }, at): Finding[] => {
    const { partner, sku, period } = report;
    const before = sorted[at - 1];
    const follows = before?.report.partner === partner && before.report.sku === sku;
    const residual = minus(closing, expected);
    return [
      ...(follows && !before.closing.eq(opening)
        ? [
            finding('openingGap', ['reports', index, 'opening'], {
              partner,
              sku,
              period,
              before: before.report.period,
              gap: toText(minus(opening, before.closing)),
            }),
          ]
        : []),
      ...(residual.isZero()
        ? []
        : [
            finding('stockResidual', ['reports', index, 'closing'], {
              partner,
              sku,
              period,
              residual: toText(residual),
            }),
          ]),
    ];
  });
  return {
    balances: sorted.map(({ report: { partner, sku, period }, closing, expected }) => ({
      partner,
      sku,
      period,
      expected: toText(expected),
      reported: toText(closing),
      residual: toText(minus(closing, expected)),
    })),
    findings,
  };
}

function finding(code: 'openingGap' | 'stockResidual', path: Path, params: Finding['params']): Finding {
  return { code, severity: 'warning', path, params };
}
