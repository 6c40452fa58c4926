import { plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import type { TableRateOutput } from '../schema.js';
import type { RateBuilder, RateComponent, RateCredit } from './rateFunction.js';

/** Decides what a table gives a credit; a credit that it gives nothing, or too much, was rejected before. */
export function tableRate(table: DecisionTable<TableRateOutput>, component: RateComponent, path: Path): RateBuilder {
  const decide = compileTable<TableRateOutput, RateCredit>(table, {
    read: (field) => (credit) => credit.field(field),
    path,
  });
  const outputs = table.rows.map(({ output }, row) => {
    const at = [...path, 'rows', row, 'output'];
    return 'rate' in output
      ? { rate: toDecimal(output.rate, [...at, 'rate']), amount: ZERO }
      : { rate: ZERO, amount: toDecimal(output.amount, [...at, 'amount']) };
  });
  return () => ({
    pure: null,
    start: () => {
      let gross = ZERO;
      return {
        add: (credit) => {
          const decision = decide(credit);
          const base = credit.numerators[component.base] ?? ZERO;
          for (const { row } of decision.ok ? decision.hits : []) {
            const { rate, amount } = outputs[row] ?? { rate: ZERO, amount: ZERO };
            gross = plus(gross, plus(times(rate, base), base.isNegative() ? amount.neg() : amount));
          }
          return gross;
        },
      };
    },
  });
}
