import { dayNumber } from '../../core/date.js';
import { type Decimal, ONE, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { dayRange } from '../../core/span.js';
import { fail } from '../fail.js';
import { compileQuantity, type QuantityBasis } from '../modifier/quantity.js';
import type { Draw } from '../schema.js';

/** A draw with every default filled in and its days read. */
export interface CompiledDraw {
  readonly id: string;
  readonly draw: Draw;
  /** Where the draw stands in the input. */
  readonly path: Path;
  readonly isAdditive: boolean;
  readonly recovery: 'recoverable' | 'none' | 'forgiven';
  /** Days on which it is active, half-open. */
  readonly from: number;
  readonly to: number;
  readonly paysAtStart: boolean;
  /** Whether the amount is cut to active days; one of target pay, quota or measure is cut already. */
  readonly isProrated: boolean;
  readonly recoverFrom: number;
  readonly rate: Decimal;
  /** `null` = the amount of the draw while it is active, 0 afterwards. */
  readonly floor: Decimal | null;
  /** `null` = no limit. */
  readonly most: Decimal | null;
  readonly priority: number;
  readonly isForgivenAtTermination: boolean;
  amount(basis: QuantityBasis): Decimal;
}

/**
 * Checks draws and reads them, in the order in which they are settled: by priority, additive ones before guarantees,
 * then by id.
 *
 * @throws SalesModelError `draw.duplicate`, `draw.negative`, `draw.rate`, `draw.priority`, `option.unknown`,
 * `period.order`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 */
export function compileDraws(draws: readonly Draw[], path: Path): readonly CompiledDraw[] {
  const ids = new Set<string>();
  return draws
    .map((draw, index) => {
      const at = [...path, index];
      if (ids.has(draw.id)) fail('draw.duplicate', [...at, 'id'], { id: draw.id });
      ids.add(draw.id);
      return compileDraw(draw, at);
    })
    .sort(inOrderOfSettling);
}

/** The order in which draws are settled. */
export function inOrderOfSettling(a: CompiledDraw, b: CompiledDraw): number {
  const byKind = Number(b.isAdditive) - Number(a.isAdditive);
  return a.priority - b.priority || byKind || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function compileDraw(draw: Draw, path: Path): CompiledDraw {
  const { kind = 'guarantee', recovery = 'recoverable', timing = 'periodEnd', atTermination = 'due' } = draw;
  const isAdditive = oneOf(kind, ['guarantee', 'additive'], [...path, 'kind']) === 'additive';
  const { start, end } = dayRange({ from: draw.from, to: draw.to ?? null }, path);
  const { recoveryFloor = isAdditive ? 'zero' : 'draw', recoveryRate, recoverFrom, maxRecovery, priority = 0 } = draw;
  const [basis = '', size = ''] = Object.entries(draw.amount)[0] ?? [];
  notNegative(size, [...path, 'amount', basis]);
  const rate = recoveryRate === undefined ? ONE : toDecimal(recoveryRate, [...path, 'recoveryRate']);
  if (rate.lt(0) || rate.gt(1)) fail('draw.rate', [...path, 'recoveryRate'], { value: recoveryRate });
  if (!Number.isSafeInteger(priority)) fail('draw.priority', [...path, 'priority'], { value: priority });
  return {
    id: draw.id,
    draw,
    path,
    isAdditive,
    recovery: oneOf(recovery, ['recoverable', 'none', 'forgiven'], [...path, 'recovery']),
    from: start,
    to: end,
    paysAtStart: oneOf(timing, ['periodEnd', 'periodStart'], [...path, 'timing']) === 'periodStart',
    isProrated: 'amount' in draw.amount && draw.prorate !== false,
    recoverFrom: recoverFrom === undefined ? start : dayNumber(recoverFrom, [...path, 'recoverFrom']),
    rate,
    floor:
      recoveryFloor === 'draw'
        ? null
        : recoveryFloor === 'zero'
          ? ZERO
          : notNegative(recoveryFloor, [...path, 'recoveryFloor']),
    most: maxRecovery === undefined ? null : notNegative(maxRecovery, [...path, 'maxRecovery']),
    priority,
    isForgivenAtTermination: oneOf(atTermination, ['due', 'forgiven'], [...path, 'atTermination']) === 'forgiven',
    amount: compileQuantity(draw.amount, [...path, 'amount']),
  };
}

function notNegative(value: string, path: Path): Decimal {
  const read = toDecimal(value, path);
  return read.lt(0) ? fail('draw.negative', path, { value }) : read;
}
