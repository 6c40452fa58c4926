import { fromDayNumber } from '../../core/date.js';
import { type Decimal, divide, ONE, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import {
  explainInput,
  explainLess,
  explainStep,
  explainSum,
  type Explanation,
  quotientParams,
} from '../../core/explanation.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { exprFields } from '../../mechanisms/rules/leaves.js';
import type { RateCredit } from '../rate/rateFunction.js';
import { collectionKinds } from '../run/rows.js';
import { factField, paysOtherwise, shareOf } from '../run/creditFields.js';
import type { Measure } from '../schema.js';
import { inPlanCurrency } from './explainConversion.js';
import type { SlotView } from './slotView.js';

/** What one credit adds to a quantity of its component, or to the denominator of a ratio. */
export function explainCreditMeasure(view: SlotView, position: number, quantity: number, below: boolean): Explanation {
  const { measure, ofPayout } = view.component.quantities[quantity]!;
  const text = ({ denominators, numerators }: RateCredit): string =>
    toText((below ? denominators : numerators)[quantity] ?? ZERO);
  const item = view.item(position);
  const facts = new CreditFacts(view, item, ofPayout);
  const part = view.items.items.partOf?.(item) ?? null;
  const left = text(view.credit(position));
  if (part === null) return nodeOf(measure, facts, left, below);
  const whole = nodeOf(measure, facts, text(view.items.credit(item, true)), below);
  const parts = { part: toText(part.part), of: toText(part.of) };
  const back = view.items.items.back?.[item] ?? -1;
  if (back >= 0) {
    // What a reversal takes from attainment alone is no part of what is paid on.
    const { credits, rows } = view.plan.run.table;
    const transactionId = rows.id(credits.row[back]!);
    if (ofPayout) return explainStep('measure.notTaken', { transactionId }, '0', []);
    return explainStep('measure.taken', { ...parts, transactionId }, left, [whole]);
  }
  if (whole.value === left) return whole;
  return explainStep('measure.left', parts, left, [whole]);
}

function nodeOf(measure: Measure, item: CreditFacts, value: string, below: boolean): Explanation {
  const step = (code: string, from: readonly Explanation[]): Explanation => explainStep(code, {}, value, from);
  switch (measure.kind) {
    case 'amount':
    case 'tcv':
    case 'collected':
      return item.amount();
    case 'count':
      return step('measure.count', [item.amount()]);
    case 'margin':
    case 'marginRate':
    case 'markup': {
      if (below) return measure.kind === 'markup' ? item.number('cost') : item.amount();
      const margin = explainSum('measure.margin', {}, [item.amount(), explainLess(item.number('cost'))]);
      return margin.value === value ? margin : step('measure.noLoss', [margin]);
    }
    case 'units':
    case 'mrr':
      return item.number(measure.kind);
    case 'arr':
      return step('measure.arr', [item.number('mrr')]);
    case 'acv':
      return step('measure.acv', [item.amount(), item.field('termMonths')]);
    case 'field':
      return item.number(measure.name);
    case 'expr':
      return step(
        'measure.expr',
        exprFields(measure.expr).map((name) => item.field(name)),
      );
    case 'score':
      return step('sum.nothing', []);
  }
}

/** What stands on the row of a credit, as its component counts it. */
class CreditFacts {
  private readonly credit: number;
  private readonly row: number;
  private readonly path: Path;

  constructor(
    private readonly view: SlotView,
    private readonly item: number,
    private readonly ofPayout: boolean,
  ) {
    const { credits, rows } = view.plan.run.table;
    this.credit = view.items.items.credit[item]!;
    this.row = credits.row[this.credit]!;
    this.path = ['transactions', rows.id(this.row)];
  }

  /** The credited amount in plan currency. */
  amount(): Explanation {
    return inPlanCurrency(this.view, this.item, this.credited());
  }

  /** A field that is counted; one that is absent counts as 0 where the plan says so, else it has lost the credit before. */
  number(name: string): Explanation {
    const node = this.field(name);
    return node.value === null ? explainStep('measure.absentZero', {}, '0', [node]) : node;
  }

  /** A field of the row, with the share of the credit where it is divided among people. */
  field(name: string): Explanation {
    if (name === 'amount') return this.amount();
    const { table } = this.view.plan.run;
    const raw = factField(table, this.view.items.items, name)(this.item);
    if (raw === undefined || raw === null)
      return explainInput([...this.path, ...name.split('.')], null, 'measure.absent');
    const input = this.factInput(name, raw as string | number | boolean);
    const divided = name === 'units' || name === 'cost' || name === 'mrr';
    if (!divided) return input;
    const share = this.share();
    const part = times(toDecimal(String(raw)), share);
    const ofShare = share.eq(ONE)
      ? input
      : explainStep('measure.share', { share: toText(share) }, toText(part), [input]);
    return name === 'units' ? ofShare : inPlanCurrency(this.view, this.item, ofShare);
  }

  private factInput(name: string, value: string | number | boolean): Explanation {
    const [head, ...rest] = name.split('.');
    if (head === 'credit') return explainStep('measure.credit', { field: name }, value, [this.credited()]);
    if (head === 'payee') {
      const key = rest.join('.');
      const own = key === 'id' || key === 'name' || key === 'currency';
      return explainInput(['payees', this.view.payee, ...(own ? [] : ['attributes']), key], value);
    }
    return explainInput([...this.path, ...(rest.length === 0 ? [name] : [head ?? '', rest.join('.')])], value);
  }

  private share(): Decimal {
    const { credits } = this.view.plan.run.table;
    const { payoutShare } = credits;
    return this.ofPayout && payoutShare !== null ? decimalAt(payoutShare, this.credit) : shareOf(credits, this.credit);
  }

  /** In the row's currency. */
  private credited(): Explanation {
    const { credits, rows } = this.view.plan.run.table;
    const collection = this.view.items.items.collection[this.item]!;
    const share = this.share();
    if (collection >= 0 && rows.collections !== null) {
      const { offset, day, amount, kind } = rows.collections;
      const place = rows.collections.written(collection) - offset[this.row]!;
      const paid = decimalAt(amount, collection);
      const signed = kind[collection] === 0 ? paid : paid.neg();
      const written = explainInput([...this.path, 'collections', place, 'amount'], toText(paid), 'credit.paid', {
        kind: collectionKinds[kind[collection]!]!,
        date: fromDayNumber(day[collection]!),
      });
      return explainStep('credit.collected', { share: toText(share) }, toText(times(signed, share)), [written]);
    }
    if (!this.ofPayout || !paysOtherwise(credits, this.credit)) return credits.explain(this.credit);
    const amount = decimalAt(rows.amount, this.row);
    const written = explainInput([...this.path, 'amount'], toText(amount));
    return share.eq(ONE)
      ? written
      : explainStep('credit.payout', { share: toText(share) }, toText(times(amount, share)), [written]);
  }
}

/** Where a ratio stands: one sum over another. */
export function explainRatio(numerator: Explanation, denominator: Explanation): Explanation {
  const below = toDecimal(String(denominator.value));
  if (below.isZero()) return explainStep('measure.ratio', {}, null, [numerator, denominator]);
  const above = toDecimal(String(numerator.value));
  const value = divide(above, below);
  return explainStep('measure.ratio', quotientParams(value, above, below), toText(value), [numerator, denominator]);
}
