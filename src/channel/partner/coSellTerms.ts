import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { dayRange } from '../../core/span.js';
import type { CoSellAgreement } from '../schema/coSellAgreement.js';

/** A party with its part of profit and loss. */
export interface CoSellParty {
  readonly id: string;
  readonly profitShare: DecimalString;
  readonly lossShare: DecimalString;
  readonly investment: DecimalString;
  readonly lossCap?: DecimalString;
}

/** A result and those who share it, as `shareRiskAndProfit` of `salesmodel/commission` takes it. */
export interface CoSellTerms {
  readonly result: DecimalLike;
  readonly parties: readonly CoSellParty[];
  readonly preferredReturn?: DecimalString;
}

/**
 * Returns the terms by which a common result is shared, for `shareRiskAndProfit`; or the reasons why there are none:
 * `notLive` on that day, and `unknownParty` for each name that has a figure and is no party.
 *
 * @param agreement parties and shares; a party without a share has none
 * @param outcome `result`: profit, or loss below 0; `on`: the day that decides whether the agreement holds
 * @throws SalesModelError `date.invalid`, `period.order`
 * @example
 * import { coSellTerms } from 'salesmodel/channel';
 * import { shareRiskAndProfit } from 'salesmodel/commission';
 *
 * const agreement = {
 *   parties: ['maker', 'North'], plan: 'hospital', from: '2026-01-01', to: '2027-01-01',
 *   contributions: { maker: '60000', North: '40000' },
 *   profitShares: { maker: '0.5', North: '0.5' }, lossShares: { maker: '0.7', North: '0.3' },
 * };
 * const answer = coSellTerms(agreement, { result: '-20000', on: '2026-06-30' });
 * const shared = answer.ok && shareRiskAndProfit(answer.terms);
 * shared && shared.ok && shared.parts.map(({ id, total }) => `${id} ${total}`); // => ['maker -14000.00', 'North -6000.00']
 * const late = coSellTerms(agreement, { result: '-20000', on: '2027-01-01' });
 * late.ok || late.reasons.map(({ code }) => code); // => ['notLive']
 */
export function coSellTerms(
  agreement: CoSellAgreement,
  { result, on }: { readonly result: DecimalLike; readonly on: PlainDate },
): { readonly ok: true; readonly terms: CoSellTerms } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const { parties, contributions, profitShares, lossShares, lossCaps = {}, preferredReturn } = agreement;
  const { start, end } = dayRange(agreement, ['agreement']);
  const day = dayNumber(on, ['outcome', 'on']);
  const named = new Set([contributions, profitShares, lossShares, lossCaps].flatMap((each) => Object.keys(each)));
  const strangers = [...named].filter((name) => !parties.includes(name)).sort(compareText);
  const reasons: readonly Reason[] = [
    ...(day < start || day >= end ? [{ code: 'notLive', params: { on, from: agreement.from, to: agreement.to } }] : []),
    ...strangers.map((party) => ({ code: 'unknownParty', params: { party } })),
  ];
  if (reasons.length > 0) return { ok: false, reasons };
  const figure = (figures: Readonly<Record<string, DecimalString>>, id: string): DecimalString | undefined =>
    Object.hasOwn(figures, id) ? figures[id] : undefined;
  return {
    ok: true,
    terms: {
      result,
      parties: parties.map((id) => {
        const lossCap = figure(lossCaps, id);
        return {
          id,
          profitShare: figure(profitShares, id) ?? '0',
          lossShare: figure(lossShares, id) ?? '0',
          investment: figure(contributions, id) ?? '0',
          ...(lossCap === undefined ? {} : { lossCap }),
        };
      }),
      ...(preferredReturn === undefined ? {} : { preferredReturn }),
    },
  };
}
