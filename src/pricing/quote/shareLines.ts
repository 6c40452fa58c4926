import type { Decimal } from '../../core/decimal.js';
import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { ChargeModel } from '../charge/chargeModel.js';
import { oneOf } from '../../core/oneOf.js';
import { compileChargeModel } from '../charge/compileCharge.js';
import { fail } from '../fail.js';
import type { QuoteInput } from './quote.js';

/** A line that is a share of other lines. */
export interface ShareLine {
  /** Place in the quote. */
  readonly index: number;
  readonly ids: readonly string[];
  /** Whether it hangs on what others come to after all conditions; it is then rated last and no condition is for it. */
  readonly isLate: boolean;
  /** Its amount, given what each line comes to. */
  readonly rate: (amountOf: (id: string) => { readonly list: Decimal; readonly net: Decimal }) => Decimal;
}

/**
 * The lines of a quote that are a share of others, each after those that it is a share of.
 *
 * @throws SalesModelError `pricing.chargeCycle`, `pricing.unknownReference`
 */
export function shareLines({ lines, currency }: QuoteInput, path: Path): ShareLine[] {
  const found = new Map<string, ShareLine>();
  if (lines.every(({ charge }) => charge?.kind !== 'percentOf')) return [];
  const visit = (id: string, trail: readonly string[]): ShareLine | null => {
    const index = lines.findIndex((line) => line.id === id);
    const model = lines[index]!.charge;
    if (model?.kind !== 'percentOf') return null;
    const at = [...path, 'lines', index, 'charge'];
    if (trail.includes(id))
      fail('pricing.chargeCycle', at, { cycle: [...trail.slice(trail.indexOf(id)), id].join(' → ') });
    const known = found.get(id);
    if (known !== undefined) return known;
    const ids = namedIds({ lines }, model, at);
    const others = ids.map((other) => visit(other, [...trail, id]));
    const isLate = model.basis === 'net' || others.some((other) => other?.isLate === true);
    const charge = compileChargeModel({ code: id, currency, model }, at);
    const share: ShareLine = {
      index,
      ids,
      isLate,
      rate(amountOf) {
        const rated = charge.run({ lines: ids.map((other) => ({ id: other, ...amountOf(other) })) });
        return toDecimal(rated.status === 'priced' ? rated.exact : '0');
      },
    };
    found.set(id, share);
    return share;
  };
  for (const { id } of lines) visit(id, []);
  return [...found.values()];
}

function namedIds(
  { lines }: Pick<QuoteInput, 'lines'>,
  { of }: Extract<ChargeModel, { kind: 'percentOf' }>,
  path: Path,
): readonly string[] {
  if (typeof of === 'string') oneOf(of, ['all'], [...path, 'of']);
  if (of === 'all') return lines.filter(({ charge }) => charge?.kind !== 'percentOf').map(({ id }) => id);
  of.forEach((id, position) => {
    if (!lines.some((line) => line.id === id)) {
      fail('pricing.unknownReference', [...path, 'of', position], { what: 'line', value: id });
    }
  });
  return of;
}
