import { times, toDecimal, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { explainConstant, explainLater, explainStep, type Explanation } from '../../../core/explanation.js';
import type { MatrixRate } from '../../schema/rate.js';
import type { Moment } from '../moment.js';

/** What a matrix gives at a moment: each cell in use times the base that it holds. */
export function explainMatrixRate(rate: MatrixRate, path: Path, moment: Moment, value: string): Explanation {
  const { yields = 'rate' } = rate;
  const { view } = moment;
  return explainLater('rate.matrix', { additive: true }, value, () =>
    (moment.replay().cells?.() ?? []).map(({ cell, base }): Explanation => {
      const figure = rate.cells[cell] ?? '0';
      const keys = cellNames(rate, cell);
      const written = explainConstant([...path, 'cells', cell], figure, 'rate.cell', { keys });
      if (yields === 'rate') {
        const params = { base: toText(base), rate: figure, keys };
        return explainStep('rate.cellTimes', params, toText(times(toDecimal(figure), base)), [
          written,
          moment.node(view.component.base),
        ]);
      }
      if (yields === 'money') return written;
      const share = times(toDecimal(figure), view.slotSpan.target());
      return explainStep('rate.ofTarget', { share: figure }, toText(share), [written, view.targetNode()]);
    }),
  );
}

/** The keys and bands of a cell. */
function cellNames({ dimensions }: MatrixRate, cell: number): string {
  const names: string[] = [];
  let rest = cell;
  for (const dimension of dimensions.toReversed()) {
    const values = 'keys' in dimension ? dimension.keys : dimension.upTo.map((bound) => `≤ ${bound ?? '∞'}`);
    names.unshift(values[rest % values.length] ?? '');
    rest = Math.floor(rest / values.length);
  }
  return names.join(', ');
}
