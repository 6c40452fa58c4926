import { type Decimal, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Truth } from '../../mechanisms/rules/rule.js';
import { type CheckedBands, readBands } from '../../mechanisms/scoring/bands/readBands.js';
import { fail } from '../fail.js';
import type { LeadDecay, LeadRule, LeadScoreModel } from '../schema/prospects.js';

/** A model, checked, with its conditions compiled. */
export interface ReadLeadModel {
  readonly policyVersion: string;
  readonly rules: readonly (Omit<LeadRule, 'points' | 'cap'> & {
    readonly points: Decimal;
    readonly limit: Decimal | null;
    readonly holds: (fact: object) => Truth;
  })[];
  readonly groups: readonly { readonly code: string; readonly min: Decimal | null; readonly max: Decimal | null }[];
  readonly total: { readonly min: Decimal; readonly max: Decimal };
  readonly matrix: readonly { readonly group: string; readonly bands: CheckedBands }[] | null;
}

/**
 * @throws SalesModelError `segmentation.lead.unknownGroup`, `segmentation.lead.range`, `segmentation.lead.decay`,
 *   `segmentation.lead.count`, `segmentation.segment.duplicate`, `option.unknown`, those of `compileRule` and of `gradeOf`
 */
export function readLeadModel(model: LeadScoreModel): ReadLeadModel {
  const optional = (value: DecimalString | undefined, path: Path): Decimal | null =>
    value === undefined ? null : toDecimal(value, path);
  const range = (min: Decimal | null, max: Decimal | null, path: Path): void => {
    if (min !== null && max !== null && min.gt(max)) {
      fail('segmentation.lead.range', path, { min: toText(min), value: toText(max) });
    }
  };
  const unique = (codes: readonly string[], list: string): void =>
    codes.forEach((code, at) => {
      if (codes.indexOf(code) < at)
        fail('segmentation.segment.duplicate', ['model', list, at, 'code'], { segment: code });
    });
  unique(
    model.rules.map(({ code }) => code),
    'rules',
  );
  unique(
    model.groups.map(({ code }) => code),
    'groups',
  );
  const group = (code: string, path: Path): void => {
    if (!model.groups.some((each) => each.code === code)) fail('segmentation.lead.unknownGroup', path, { group: code });
  };
  const groups = model.groups.map(({ code, min, max }, at) => {
    const path = ['model', 'groups', at];
    const bounds = { code, min: optional(min, [...path, 'min']), max: optional(max, [...path, 'max']) };
    range(bounds.min, bounds.max, [...path, 'max']);
    return bounds;
  });
  const rules = model.rules.map(({ points, cap, ...rule }, at) => {
    const path = ['model', 'rules', at];
    group(rule.group, [...path, 'group']);
    const kind = oneOf(rule.kind, ['property', 'event'], [...path, 'kind']);
    const { occurrences, decay } = rule;
    if (occurrences !== undefined && (!Number.isSafeInteger(occurrences) || occurrences < 1)) {
      fail('segmentation.lead.count', [...path, 'occurrences'], { value: occurrences });
    }
    if (decay !== undefined) checkDecay(decay, kind, [...path, 'decay']);
    const limit = optional(cap, [...path, 'cap']);
    if (limit?.lt(0)) fail('segmentation.lead.range', [...path, 'cap'], { min: '0', value: toText(limit) });
    return {
      ...rule,
      points: toDecimal(points, [...path, 'points']),
      limit,
      holds: compileRule<object>(rule.when, { path: [...path, 'when'] }),
    };
  });
  const total = {
    min: toDecimal(model.total?.min ?? 0, ['model', 'total', 'min']),
    max: toDecimal(model.total?.max ?? 100, ['model', 'total', 'max']),
  };
  range(total.min, total.max, ['model', 'total', 'max']);
  const matrix =
    model.matrix === undefined
      ? null
      : (['letter', 'digit'] as const).map((side) => {
          const part = model.matrix![side];
          group(part.group, ['model', 'matrix', side, 'group']);
          return { group: part.group, bands: readBands(part.bands, ['model', 'matrix', side, 'bands']) };
        });
  return { policyVersion: `${model.id}@${model.version}`, rules, groups, total, matrix };
}

function checkDecay(decay: LeadDecay, kind: string, path: Path): void {
  const wrong = (field: string, value: unknown): never => fail('segmentation.lead.decay', [...path, field], { value });
  oneOf(decay.kind, ['linear', 'step', 'halfLife'], [...path, 'kind']);
  if (kind === 'property') wrong('kind', decay.kind);
  if (decay.kind === 'linear' && toDecimal(decay.perMonth, [...path, 'perMonth']).lt(0))
    wrong('perMonth', decay.perMonth);
  if (decay.kind === 'halfLife' && (!Number.isSafeInteger(decay.days) || decay.days < 1)) wrong('days', decay.days);
  if (decay.kind !== 'step') return;
  decay.steps.forEach(({ afterDays, factor }, at) => {
    const before = decay.steps[at - 1];
    const share = toDecimal(factor, [...path, 'steps', at, 'factor']);
    if (share.lt(0) || share.gt(1)) wrong('steps', factor);
    if (!Number.isSafeInteger(afterDays) || afterDays <= (before?.afterDays ?? -1)) wrong('steps', afterDays);
  });
}
