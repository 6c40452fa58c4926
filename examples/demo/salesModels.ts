import {
  breakEvenFee,
  channelEconomics,
  channelSensitivity,
  chooseChannel,
  classifySalesMode,
  type ControlRights,
  type EconomicsInput,
} from 'salesmodel/channel';
import { textTable } from './textTable.js';

/** One product sold in three ways: who decides, what each earns, which one fits best, and as text. */
export interface SalesModelComparison {
  readonly modes: readonly { readonly model: string; readonly mode: string }[];
  /** Profit of maker and intermediary by model. */
  readonly profits: Readonly<Record<'integrated' | 'wholesale' | 'agency', readonly [string | null, string | null]>>;
  readonly best: string;
  readonly text: string;
}

/** A device that costs 200: of 1,000 who would take it for nothing, one less for each unit of money. Stated here, no company's. */
const DEVICE: EconomicsInput = {
  demand: { kind: 'linear', a: 1000, b: 1 },
  makerCost: 200,
  retailCost: 40,
  fee: '0.15',
};

const RIGHTS: Readonly<Record<'direct' | 'reseller' | 'agency', ControlRights>> = {
  direct: rightsOf('supplier', 'supplier'),
  reseller: rightsOf('intermediary', 'intermediary'),
  agency: rightsOf('supplier', 'intermediary'),
};

const OPTIONS = [
  { id: 'direct', facts: { marketFit: 60, coverage: 40, control: 95, costBenefit: 50, setUpMonths: 9 } },
  { id: 'reseller', facts: { marketFit: 70, coverage: 80, control: 30, costBenefit: 80, setUpMonths: 4 } },
  { id: 'agency', facts: { marketFit: 75, coverage: 85, control: 70, costBenefit: 65, setUpMonths: 3 } },
] as const;

/** Compares own stores, resellers and an agency on a platform for one product. */
export function salesModels(): SalesModelComparison {
  const { integrated, wholesale, agency } = channelEconomics(DEVICE);
  const economics = { integrated, wholesale, agency };
  const names = { integrated: 'direct', wholesale: 'reseller', agency: 'agency' } as const;
  const modes = Object.entries(RIGHTS).map(([model, rights]) => ({ model, ...classifySalesMode(rights) }));
  const shown = (figure: number | { readonly value: string | null } | null): string | null =>
    figure === null ? null : Number(typeof figure === 'number' ? figure : figure.value).toFixed(2);
  const rows = (['integrated', 'wholesale', 'agency'] as const).map((key) => {
    const { price, quantity, makerProfit, intermediaryProfit, efficiency } = economics[key];
    return [price, quantity, makerProfit, intermediaryProfit, efficiency].map((figure) => shown(figure) ?? '');
  });
  const profits = {
    integrated: [shown(integrated.makerProfit), shown(integrated.intermediaryProfit)],
    wholesale: [shown(wholesale.makerProfit), shown(wholesale.intermediaryProfit)],
    agency: [shown(agency.makerProfit), shown(agency.intermediaryProfit)],
  } as const;
  const how = { knockOuts: [{ id: 'tooSlow', rule: { field: 'setUpMonths', op: 'gt', value: '6' } as const }] };
  const { ranked, out } = chooseChannel(OPTIONS, how);
  const { robust } = channelSensitivity(OPTIONS, how);
  const fee = breakEvenFee(DEVICE);
  const text = [
    textTable(
      ['model', 'who decides', 'position', 'price', 'sold', 'maker', 'between', 'of the best'],
      Object.values(names).map((name, at) => {
        const { mode, position } = modes.find(({ model }) => model === name)!;
        return [name, mode, position.value ?? '', ...rows[at]!];
      }),
    ),
    '',
    `up to a fee of ${typeof fee === 'number' ? fee.toFixed(4) : fee} the agency earns the maker more than resellers`,
    '',
    ...ranked.map(({ rank, id, score }) => `${rank}  ${id} ${score ?? ''}`),
    ...out.map(({ id, score, reasons }) => `out ${id} ${score ?? ''}: ${reasons.map(({ code }) => code).join(', ')}`),
    robust === null
      ? 'no weight turns the decision'
      : `the weight of ${robust.criterion} may move by ${robust.change.value?.slice(0, 5)} before ${robust.rival} is as good`,
  ].join('\n');
  return { modes, profits, best: ranked[0]!.id, text };
}

/** Price, contract and range by one, the shelf by another. */
function rightsOf(terms: ControlRights['price'], shelf: ControlRights['price']): ControlRights {
  return { price: terms, contract: terms, quality: terms, assortment: terms, fulfilment: shelf, display: shelf };
}
