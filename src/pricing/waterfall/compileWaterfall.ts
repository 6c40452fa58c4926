import { Decimal, type DecimalLike, divide, minus, times, toDecimal } from '../../core/decimal.js';
import { type Path, type Rejected, SalesModelError } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import { presentWaterfall, type TakenStep } from './presentWaterfall.js';
import {
  type StepTerms,
  type Waterfall,
  WATERFALL_BASES,
  WATERFALL_STAGES,
  type WaterfallBasis,
  type WaterfallDefinition,
  type WaterfallStep,
  type WaterfallValues,
} from './waterfall.js';

/** Waterfalls of a batch in the order of its rows, `null` for one that was rejected. */
export interface WaterfallBatch {
  readonly results: readonly (Waterfall | null)[];
  readonly rejected: readonly Rejected[];
}

/** A definition that is checked and ready. */
export interface CompiledWaterfall {
  /** Many rows; a bad one is rejected and the rest computed. */
  readonly run: (rows: readonly WaterfallValues[]) => WaterfallBatch;
  /** One row. */
  readonly of: (values: WaterfallValues) => Waterfall;
}

/** Read terms of a step; `null` where each row brings them. */
interface ReadTerms {
  readonly rate: Decimal | null;
  readonly amount: Decimal | null;
  readonly days: Decimal | null;
}

interface ReadStep {
  readonly step: WaterfallStep;
  readonly basis: WaterfallBasis;
  readonly terms: ReadTerms;
}

/**
 * Returns a waterfall that is read once and computed for many rows.
 *
 * @param definition steps by stage; `basis: 'invoice'` is for steps behind the invoice
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.rateOrAmount`, `pricing.invoiceBasis`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`; `of` also `pricing.missingTerms`, `pricing.unknownReference`
 * @example
 * import { compileWaterfall } from 'salesmodel/pricing';
 *
 * const { run } = compileWaterfall({
 *   code: 'dealer',
 *   steps: [{ code: 'discount', stage: 'onInvoice' }, { code: 'bonus', stage: 'offInvoice', rate: '0.02' }],
 * });
 * const { results, rejected } = run([{ list: '100', steps: { discount: { rate: '0.1' } } }, { list: '100' }]);
 * results[0]?.pocket; // => '88.2'
 * rejected.map(({ index, code }) => [index, code]); // => [[1, 'pricing.missingTerms']]
 */
export function compileWaterfall(definition: WaterfallDefinition): CompiledWaterfall {
  const { steps, yearDays = 365 } = definition;
  const path: Path = ['definition'];
  oneOf(String(yearDays), ['360', '365'], [...path, 'yearDays']);
  distinct(
    steps.map(({ code }) => code),
    (index) => [...path, 'steps', index, 'code'],
  );
  const read = steps.map((step, index) => readStep(step, [...path, 'steps', index]));
  const ordered = WATERFALL_STAGES.flatMap((stage) => read.filter(({ step }) => step.stage === stage));
  const known = new Set(steps.map(({ code }) => code));
  const year = new Decimal(yearDays);
  const of = (values: WaterfallValues, at: Path): Waterfall => {
    for (const code of Object.keys(values.steps ?? {})) {
      if (!known.has(code)) fail('pricing.unknownReference', [...at, 'steps', code], { what: 'step', value: code });
    }
    return take(ordered, values, year, at);
  };
  return {
    of: (values) => of(values, ['values']),
    run(rows) {
      const rejected: Rejected[] = [];
      const results = rows.map((row, index) => {
        try {
          return of(row, ['rows', index]);
        } catch (error) {
          if (!(error instanceof SalesModelError)) throw error;
          rejected.push({ index, code: error.code, path: error.path, params: error.params });
          return null;
        }
      });
      return { results, rejected };
    },
  };
}

function readStep(step: WaterfallStep, path: Path): ReadStep {
  oneOf(step.stage, WATERFALL_STAGES, [...path, 'stage']);
  const basis = oneOf(step.basis ?? (step.stage === 'onInvoice' ? 'running' : 'invoice'), WATERFALL_BASES, [
    ...path,
    'basis',
  ]);
  if (basis === 'invoice' && step.stage === 'onInvoice') fail('pricing.invoiceBasis', [...path, 'basis']);
  return { step, basis, terms: readTerms(step, path) };
}

function readTerms(terms: StepTerms<DecimalLike>, path: Path): ReadTerms {
  if (terms.rate !== undefined && terms.amount !== undefined) fail('pricing.rateOrAmount', path);
  const read = (name: keyof StepTerms): Decimal | null => {
    const value = terms[name];
    return value === undefined ? null : toDecimal(value, [...path, name]);
  };
  return { rate: read('rate'), amount: read('amount'), days: read('days') };
}

function take(steps: readonly ReadStep[], values: WaterfallValues, year: Decimal, path: Path): Waterfall {
  const list = toDecimal(values.list, [...path, 'list']);
  const taken: TakenStep[] = [];
  let running = list;
  let invoice = list;
  for (const { step, basis, terms } of steps) {
    const own = values.steps?.[step.code];
    const at = [...path, 'steps', step.code];
    const { rate, amount, days } = own === undefined ? terms : overlaid(terms, readTerms(own, at));
    if (rate === null && amount === null) fail('pricing.missingTerms', at, { step: step.code });
    const whole = amount ?? times(rate!, { list, invoice, running }[basis]);
    const part = days === null ? whole : divide(times(whole, days), year);
    running = minus(running, part);
    if (step.stage === 'onInvoice') invoice = running;
    taken.push({ code: step.code, stage: step.stage, amount: part });
  }
  return presentWaterfall(list, taken);
}

/** A row's rate or amount stands in the place of either, its days beside them. */
function overlaid(terms: ReadTerms, own: ReadTerms): ReadTerms {
  const isOwn = own.rate !== null || own.amount !== null;
  return { ...(isOwn ? own : terms), days: own.days ?? terms.days };
}
