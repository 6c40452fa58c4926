import { round, type RoundingPolicy, SalesModelError } from 'salesmodel/core';
import { HierarchyLink } from 'salesmodel/team';
import type { rules } from 'salesmodel';
import { runCases, type CaseResult } from 'salesmodel/conformance';

export const rounded: string = round('12.33', { mode: 'halfUp', increment: '0.05' });
export const link: HierarchyLink = HierarchyLink.parse({ child: 'a', parent: 'b', from: '2026-01-01', to: null });
export const rule: rules.Rule = { field: 'region', op: 'eq', value: 'East' };
export const results: Promise<CaseResult[]> = runCases([]);
export const isOurs = (error: unknown): error is SalesModelError => error instanceof SalesModelError;
// @ts-expect-error a mode that does not exist
export const wrong: RoundingPolicy = { mode: 'bankers' };
