import * as z from 'zod';
import { Expr, Rule } from '../../mechanisms/rules/schema.js';
import {
  type Kpi as KpiType,
  KPI_DIRECTIONS,
  KPI_PERS,
  KPI_UNITS,
  type KpiMeasure as MeasureType,
  OVER_MEMBERS,
  OVER_TIME,
  YEAR_BASES,
} from '../catalogue/kpi.js';

const Id = /* @__PURE__ */ z.string().min(1);
const Unit = /* @__PURE__ */ z.enum(KPI_UNITS);

/** @reexport */
export type KpiMeasure = MeasureType;
/** What is counted or measured, and how facts of several periods and members are put together. */
export const KpiMeasure: z.ZodType<KpiMeasure> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    source: Id.exactOptional(),
    unit: Unit,
    overTime: z.enum(OVER_TIME),
    overMembers: z.enum(OVER_MEMBERS),
  })
  .meta({ id: 'KpiMeasure', title: 'Measure', description: 'What is measured and how its facts are put together' });

/** @reexport */
export type Kpi = KpiType;
/** A figure by its formula: what stands above the line, what below, and when it means anything. */
export const Kpi: z.ZodType<Kpi> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    label: z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) }).readonly(),
    numerator: Expr,
    denominator: Expr.nullable(),
    unit: Unit,
    direction: z.enum(KPI_DIRECTIONS).nullable(),
    per: z.enum(KPI_PERS).nullable().exactOptional(),
    yearBasis: z.enum(YEAR_BASES).exactOptional(),
    definedWhen: Rule.exactOptional(),
  })
  .meta({ id: 'Kpi', title: 'Key figure', description: 'A figure by its formula, unit and direction' });
