import { toDecimal, toText } from '../../../core/decimal.js';
import type { Finding } from '../../../core/errors.js';
import { lintCurve } from '../../../core/lintCurve.js';
import { lintRange } from '../bands/lintBands.js';
import { compareFractions, type Fraction, ZERO_FRACTION } from '../../../core/fraction.js';
import { canHold } from './canHold.js';
import { contradiction } from './contradiction.js';
import { cellText } from './cells.js';
import type { GridNormaliser } from './normaliser.js';
import { objectTable } from './objectTable.js';
import { type CheckedGate, ITEM_PREFIX } from './readGates.js';
import { type CheckedCard, type CheckedItem, readScorecard, unitsOf } from './readScorecard.js';
import type { Scorecard, ScoreFacts } from './scorecard.js';
import { type PointRange, scoreRange, totalRange } from './scoreRange.js';

/**
 * Returns what is odd about a scorecard that is valid, by place and then by code:
 *
 * - `weightsNot100`: the weights do not add up to 100; `weightless`: an item weighs nothing
 * - `neverScored`: no value gives the item a score; `sharedMetric`: two items score one metric
 * - `gateNeverFires`: no values make its condition hold; `gateNoEffect`: it changes nothing, such as a cap that no total exceeds
 * - `gateContradicts`: another gate fires whenever this one does and leaves nothing of its effect, such as a lower cap under the
 *   same condition
 * - `gridEdge`: a value of the data lies on an edge of a grid that leaves its boundary to the default
 * - `curve.…`: what `lintCurve` finds, and `bands.…`: what `lintBands` finds under the totals that the items allow
 *   where each has a value
 *
 * @param card items, gates, grades
 * @param options `data`: facts that the card is meant for
 * @throws SalesModelError those of `compileScorecard`
 * @example
 * import { lintScorecard } from 'salesmodel/mechanisms/scoring';
 *
 * const findings = lintScorecard({
 *   id: 'sales',
 *   items: [{ id: 'revenue', metric: 'revenue', weight: '100', normaliser: { kind: 'attainment', target: '500' }, cap: '80' }],
 *   gates: [{ id: 'star', when: { field: 'item.revenue', op: 'gt', value: '100' }, effect: { kind: 'multiply', factor: '1.1' } }],
 *   bands: { bands: [{ id: 'A', min: '90' }, { id: 'B' }] },
 * });
 * findings.map(({ code, path }) => `${code} ${path.join('.')}`);
 * // => [ 'gateNeverFires gates.0' ]
 */
export function lintScorecard(card: Scorecard, options: { readonly data?: readonly ScoreFacts[] } = {}): Finding[] {
  const checked = readScorecard(card);
  const ranges = new Map(
    checked.items.map((item) => [item.id, scoreRange(item, card.items[item.at]!.normaliser.kind)]),
  );
  const total = rounded(
    totalRange(checked.items.map(({ id, units }) => ({ weight: units, range: ranges.get(id)! }))),
    checked.scale,
  );
  const findings = [
    ...lintItems(checked, ranges),
    ...lintGates(checked, ranges, total),
    ...card.items.flatMap(({ normaliser }, at) =>
      normaliser.kind === 'curve'
        ? lintCurve(normaliser.curve, ['items', at, 'normaliser', 'curve']).map((each) => prefixed('curve', each))
        : [],
    ),
    ...(checked.bands === null
      ? []
      : lintRange(checked.bands, checked.gates.length === 0 ? total : gated(total, checked), ['bands', 'bands'])
    ).map((each) => prefixed('bands', each)),
    ...lintGrids(card, options.data ?? []),
  ];
  const order = (a: Finding['path'], b: Finding['path']): number => {
    const at = a.findIndex((step, level) => step !== b[level]);
    if (at < 0) return a.length - b.length;
    return (a[at]! as string) < (b[at]! as string) ? -1 : 1;
  };
  return findings.sort((a, b) => order(a.path, b.path) || (a.code < b.code ? -1 : 1));
}

function prefixed(prefix: string, finding: Finding): Finding {
  return { ...finding, code: `${prefix}.${finding.code}` };
}

/** Gates may take points down to any total, and factors above 1 may raise it to any. */
function gated({ most }: PointRange, { gates }: CheckedCard): PointRange {
  return { least: null, most: raises(gates) ? null : most };
}

function rounded({ least, most }: PointRange, scale: number): PointRange {
  const end = (points: Fraction | null): Fraction | null =>
    points && { n: unitsOf(points, scale), d: 10n ** BigInt(scale) };
  return { least: end(least), most: end(most) };
}

/** What the conditions of gates may find: the score of a missing item, too, where it counts one. */
function withMissing({ policy, neutral }: CheckedItem, range: PointRange | null, itemScale: number): PointRange | null {
  switch (policy) {
    case 'carryForward':
      return null;
    case 'zero':
      return wider(range, ZERO_FRACTION);
    case 'neutral':
      return wider(range, { n: neutral, d: 10n ** BigInt(itemScale) });
    case 'reweight':
    case 'void':
      return range;
  }
}

function wider(range: PointRange | null, points: Fraction): PointRange {
  if (range === null) return { least: points, most: points };
  const { least, most } = range;
  return {
    least: least && compareFractions(points, least) < 0 ? points : least,
    most: most && compareFractions(points, most) > 0 ? points : most,
  };
}

function raises(gates: readonly CheckedGate[]): boolean {
  return gates.some(({ effect }) => effect.kind === 'multiply' && effect.factor.n > effect.factor.d);
}

function lintItems(card: CheckedCard, ranges: ReadonlyMap<string, PointRange | null>): Finding[] {
  const findings: Finding[] = [];
  if (!card.weight.eq(100)) {
    findings.push({ code: 'weightsNot100', severity: 'info', path: ['items'], params: { sum: toText(card.weight) } });
  }
  for (const { id: item, at, units, metric } of card.items) {
    const path = ['items', at];
    if (units === 0n) findings.push({ code: 'weightless', severity: 'info', path, params: { item } });
    if (ranges.get(item) === null) findings.push({ code: 'neverScored', severity: 'warning', path, params: { item } });
    const other = card.card.items.find((each, before) => before < at && each.metric === metric);
    if (other) {
      findings.push({ code: 'sharedMetric', severity: 'info', path, params: { item, other: other.id, metric } });
    }
  }
  return findings;
}

function lintGates(card: CheckedCard, ranges: ReadonlyMap<string, PointRange | null>, total: PointRange): Finding[] {
  return card.gates.flatMap((gate): Finding[] => {
    const path = ['gates', gate.at];
    const found = (code: string): Finding => ({ code, severity: 'warning', path, params: { gate: gate.id } });
    const rangeOf = (field: string): PointRange | null => {
      const item = card.items.find(({ id }) => ITEM_PREFIX + id === field);
      return item === undefined ? null : withMissing(item, ranges.get(item.id)!, card.itemScale);
    };
    if (!canHold(card.card.gates![gate.at]!.when, rangeOf)) return [found('gateNeverFires')];
    if (isIdle(gate, card, gated(total, card))) return [found('gateNoEffect')];
    const other = contradiction(gate, card);
    return other === undefined ? [] : [{ ...found('gateContradicts'), params: { gate: gate.id, other: other.id } }];
  });
}

function isIdle({ effect }: CheckedGate, { items, scale }: CheckedCard, { most }: PointRange): boolean {
  switch (effect.kind) {
    case 'itemZero':
      return items[effect.item]!.units === 0n;
    case 'multiply':
      return effect.factor.n === effect.factor.d;
    case 'cap': {
      const at: Fraction = { n: effect.units, d: 10n ** BigInt(scale) };
      return most !== null && compareFractions(at, most) >= 0;
    }
    case 'zero':
      return false;
    case 'gradeCap':
      return effect.grade === 0;
  }
}

function lintGrids({ items }: Scorecard, data: readonly ScoreFacts[]): Finding[] {
  const table = objectTable(
    data.map((facts) => ({ facts })),
    () => {},
  );
  return items.flatMap(({ metric, normaliser }, at) => {
    if (normaliser.kind !== 'grid') return [];
    const path = ['items', at, 'normaliser'];
    const axes = [
      { metric, bounds: normaliser.rows, boundary: normaliser.rowBoundary, field: 'rowBoundary' },
      {
        metric: normaliser.columnMetric,
        bounds: normaliser.columns,
        boundary: normaliser.columnBoundary,
        field: 'columnBoundary',
      },
    ];
    return axes.flatMap((axis): Finding[] => {
      if (axis.boundary !== undefined) return [];
      const cells = table.metric(axis.metric);
      const edges = new Set(boundsOf(axis.bounds));
      const row = data.findIndex((_, each) => edges.has(cellText(cells, each)!));
      if (row < 0) return [];
      const params = { metric: axis.metric, value: cellText(cells, row) };
      return [{ code: 'gridEdge', severity: 'warning', path: [...path, axis.field], params }];
    });
  });
}

function boundsOf(bounds: GridNormaliser['rows']): string[] {
  return bounds.flatMap((bound) => (bound === null ? [] : [toText(toDecimal(bound))]));
}
