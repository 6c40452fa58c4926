import { type Decimal, minus, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import type { CreditKind, CreditRule } from '../schema.js';
import { DEFAULT_CREDITS } from './componentUnreachable.js';
import { highestRate } from './highestRate.js';
import type { LintContext } from './lintContext.js';
import { exampleOf, type SampleFact, sampleFacts } from './sampleFacts.js';

/** Credits of one kind and level that a row makes together. */
interface CreditShare {
  readonly kind: CreditKind;
  readonly level: number;
  readonly share: Decimal;
}

/**
 * `override.over100`: the highest rates of all components, each times the shares of the credits that it pays on, add up to
 * `total`, more than 1, on one amount: that of the row `example`, or of any row where that is empty. Overlay credits and
 * differential rules are not counted, because a row or its people decide about their shares.
 */
export function overrideOver100({ plan, crediting, levels }: LintContext): readonly Finding[] {
  const payers = plan.components.flatMap((component) => {
    const rate = highestRate(component);
    return rate.gt(0) ? [{ rate, credits: component.credits ?? DEFAULT_CREDITS, holds: test(component.where) }] : [];
  });
  const rules = (crediting.rules ?? []).filter(({ differential }) => differential === undefined);
  const derivations = rules.map((rule) => ({ rule, holds: test(rule.where) }));
  const asked = [...plan.components, ...rules].flatMap(({ where }) => where ?? []);
  // Kind and level are set for each credit of a row.
  const facts = sampleFacts(asked, { 'credit.kind': [undefined], 'credit.level': [undefined] }) ?? [];
  let worst: { readonly total: Decimal; readonly fact: SampleFact } | null = null;
  for (const fact of facts) {
    const credits = creditsOf(
      derivations.flatMap(({ rule, holds }) => (holds(fact) === true ? rule : [])),
      levels,
    );
    const total = credits.reduce((sum, { kind, level, share }) => {
      const credit = new Map([...fact, ['credit.kind', kind], ['credit.level', String(level)]]);
      const rates = payers.flatMap(({ rate, credits: kinds, holds }) =>
        kinds.includes(kind) && holds(credit) === true ? rate : [],
      );
      return plus(sum, times(share, rates.reduce(plus, ZERO)));
    }, ZERO);
    if (total.gt(worst?.total ?? ONE)) worst = { total, fact };
  }
  if (worst === null) return [];
  const params = { total: toText(worst.total), example: exampleOf(worst.fact) };
  return [{ code: 'override.over100', severity: 'warning', path: ['components'], params }];
}

function test(where: Rule | undefined): (fact: SampleFact) => boolean | null {
  if (where === undefined) return () => true;
  return compileRule<SampleFact>(where, { read: (field) => (fact) => fact.get(field) });
}

/** The credits of a row in which one owner, or several together, have all of it. */
function creditsOf(rules: readonly CreditRule[], most: number): readonly CreditShare[] {
  let own = ONE;
  const derived = rules.flatMap(({ kind, levels, shares = [], funding }) =>
    Array.from({ length: levels === 'all' ? most : levels }, (_, above): CreditShare => {
      const share = toDecimal(shares[above] ?? '1');
      if (funding === 'fromDirect') own = minus(own, share);
      return { kind, level: above + 1, share };
    }),
  );
  return [{ kind: 'revenue', level: 0, share: own }, ...derived];
}
