import { fromDayNumber } from '../../core/date.js';
import { ONE, toText } from '../../core/decimal.js';
import { explainInput, explainStep, type Explanation } from '../../core/explanation.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { Rows } from '../run/rows.js';
import type { CreditRule, Payee } from '../schema.js';
import { creditKinds } from './credits.js';
import type { DraftCredit } from './directCredits.js';

/** Why somebody is credited with an amount of a row: owner, split or relation, and which day's hierarchy. */
export function explainCredit(
  rows: Rows,
  row: number,
  credit: DraftCredit | null,
  rules: readonly CreditRule[],
  payees: readonly Payee[],
): Explanation {
  const transactionId = rows.id(row);
  const path = ['transactions', transactionId];
  const input = explainInput([...path, 'amount'], toText(decimalAt(rows.amount, row)));
  const original = rows.reverses?.[row] ?? -1;
  const taken = original < 0 ? [] : [explainInput([...path, 'reverses'], rows.id(original))];
  const facts = [input, ...taken, ...skipped(credit, rules)];
  const isWhole = credit === null || (credit.derived === null && credit.split === null && credit.share.eq(ONE));
  if (isWhole) {
    const amount = credit === null ? input.value : toText(credit.amount);
    return explainStep('credit.owner', { transactionId }, amount, facts);
  }
  const { derived, split, level, kind } = credit;
  const amount = toText(credit.amount);
  const params = { transactionId, kind: creditKinds[kind] ?? '', share: toText(credit.share), level };
  if (derived === null) {
    // A reversal has no splits of its own: it follows those of its original.
    const written = split === null || original >= 0 ? [] : [splitShare(rows, row, split)];
    return explainStep('credit.split', params, amount, [...facts, ...written]);
  }
  const { id, relation = 'reportsTo', shares, differential } = rules[derived.rule] ?? { id: '' };
  const share = shares?.[level - 1];
  const rate = differential === undefined ? undefined : payees[credit.payee]?.attributes?.[differential];
  return explainStep(
    'credit.derived',
    { ...params, rule: id, relation, hierarchyOn: fromDayNumber(derived.day) },
    amount,
    [
      ...facts,
      ...(differential === undefined && share !== undefined
        ? [explainInput(['crediting', 'rules', derived.rule, 'shares', level - 1], share)]
        : []),
      ...(differential === undefined || rate === undefined
        ? []
        : [explainInput(['payees', credit.payee, 'attributes', differential], rate)]),
    ],
  );
}

/** That a direct credit is held, and which rules derive nothing from it for that. */
function skipped(credit: DraftCredit | null, rules: readonly CreditRule[]): Explanation[] {
  const { by, skippedBy } = credit?.held ?? { by: [], skippedBy: [] };
  return skippedBy.map((index) =>
    explainStep('credit.skipped', { rule: rules[index]?.id ?? '', components: by.join(', ') }, '0', []),
  );
}

function splitShare(rows: Rows, row: number, split: number): Explanation {
  const { offset, share } = rows.splits!;
  return explainInput(
    ['transactions', rows.id(row), 'splits', split, 'share'],
    toText(decimalAt(share, offset[row]! + split)),
  );
}
