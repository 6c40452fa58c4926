import type { Locale } from 'salesmodel/core';
import { type ChargeModel, cliffFree, graduated, rateCharge, volume } from 'salesmodel/pricing';
import { plot } from '../../examples/plot.js';

const tiers = [
  { upTo: '5', rate: '5' },
  { upTo: '10', rate: '4' },
  { upTo: '15', rate: '3' },
  { upTo: '20', rate: '2' },
  { upTo: null, rate: '1' },
];

const words = {
  en: {
    title: 'What a quantity costs',
    x: 'quantity',
    y: 'total',
    names: ['graduated', 'volume', 'volume without cliffs'],
  },
  'zh-CN': { title: '一定数量的总价', x: '数量', y: '总价', names: ['分段计价', '总量计价', '无断崖的总量计价'] },
} as const;

/** One table of rates as graduated and volume prices, and the volume prices without their cliffs. */
export function draw(locale: Locale): Promise<string> {
  const { title, x, y, names } = words[locale];
  const models = [graduated(tiers), volume(tiers), cliffFree(volume(tiers))];
  const values = models.flatMap((model, index) => totals(model, names[index]!));
  return plot({
    title: { text: title },
    width: 640,
    height: 300,
    data: { values },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: {
      x: { field: 'quantity', type: 'quantitative', title: x },
      y: { field: 'total', type: 'quantitative', title: y },
      color: { field: 'model', type: 'nominal', sort: null },
      strokeDash: { field: 'model', type: 'nominal', sort: null },
    },
  });
}

/** Every half, and just above each bound, so that a cliff stands upright. */
function totals(model: ChargeModel, name: string): object[] {
  const bounds = [5, 10, 15, 20].map((bound) => bound + 0.001);
  const quantities = [...Array.from({ length: 57 }, (_, step) => step / 2), ...bounds].toSorted((a, b) => a - b);
  return quantities.flatMap((quantity) => {
    const result = rateCharge({ code: name, currency: 'EUR', model }, { quantity });
    return result.status === 'priced' ? [{ model: name, quantity, total: Number(result.exact) }] : [];
  });
}
