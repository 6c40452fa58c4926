import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { LintContext } from './lintContext.js';

/**
 * `rounding.lossy`: rounding changes what is paid by more than the last unit of a total, by its `cause`:
 *
 * - `increment`: pay is rounded to steps larger than the smallest unit of the currency
 * - `fx`: every converted transaction is rounded before its rate is applied
 * - `lines`: each line of a component a transaction is rounded alone and always in the same direction, so that the
 *   differences add up
 */
export function roundingLossy({ plan }: LintContext): readonly Finding[] {
  const { rounding: { increment, mode = 'halfEven', at = 'line' } = {}, fx, currency, components } = plan;
  const unit = minorUnit(findCurrency(currency, isoCurrencies, ['currency']));
  const findings: Finding[] = [];
  const add = (path: Finding['path'], cause: string, value: string, severity: Finding['severity']): void => {
    findings.push({ code: 'rounding.lossy', severity, path, params: { cause, value } });
  };
  if (increment !== undefined && toDecimal(increment).gt(toDecimal(unit))) {
    add(['rounding', 'increment'], 'increment', increment, 'info');
  }
  if (fx?.round === 'transaction') add(['fx', 'round'], 'fx', fx.round, 'info');
  const isDirected = mode === 'up' || mode === 'down' || mode === 'ceiling' || mode === 'floor';
  if (isDirected && at === 'line' && components.some(({ accumulate }) => accumulate === 'perTransaction')) {
    add(['rounding', 'mode'], 'lines', mode, 'warning');
  }
  return findings;
}
