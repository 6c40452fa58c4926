import { fromDayNumber } from '../../core/date.js';
import { toText } from '../../core/decimal.js';
import type { Explanation } from '../../core/explanation.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { Rows } from '../run/rows.js';
import type { CreditRule } from '../schema.js';
import { creditKinds } from './credits.js';
import type { DraftCredit } from './directCredits.js';

/** Why somebody is credited with an amount of a row: owner, split or relation, and which day's hierarchy. */
export function explainCredit(
  rows: Rows,
  row: number,
  credit: DraftCredit | null,
  rules: readonly CreditRule[],
): Explanation {
  const amount = toText(decimalAt(rows.amount, row));
  const input: Explanation = {
    code: 'input',
    params: { path: ['transactions', rows.id(row), 'amount'] },
    value: amount,
    from: [],
  };
  if (credit === null)
    return { code: 'credit.owner', params: { transactionId: rows.id(row) }, value: amount, from: [input] };
  const rule = credit.derived === null ? undefined : rules[credit.derived.rule];
  return {
    code: credit.derived === null ? 'credit.split' : 'credit.derived',
    params: {
      transactionId: rows.id(row),
      kind: creditKinds[credit.kind] ?? '',
      share: toText(credit.share),
      level: credit.level,
      ...(rule === undefined || credit.derived === null
        ? {}
        : { rule: rule.id, relation: rule.relation ?? 'reportsTo', hierarchyOn: fromDayNumber(credit.derived.day) }),
    },
    value: toText(credit.amount),
    from: [input],
  };
}
