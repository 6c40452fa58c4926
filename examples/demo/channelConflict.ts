import {
  type ChannelConflict,
  type ConflictCase,
  type ConflictData,
  type ConflictReport,
  type ConflictRules,
  detectConflicts,
  nextResolution,
  riskWarnings,
} from 'salesmodel/channel';
import { textTable } from './textTable.js';

/** A conflict of two dealers from its detection to arbitration, and as text. */
export interface ConflictStory {
  readonly report: ConflictReport;
  /** The one that is settled. */
  readonly chosen: ChannelConflict;
  readonly filed: ConflictCase;
  /** Level of the case by day. */
  readonly levels: readonly { readonly day: string; readonly level: string }[];
  readonly text: string;
}

const RULES: ConflictRules = {
  id: 'routes',
  version: 1,
  regions: [
    { code: 'Lyon', parent: 'south' },
    { code: 'Nice', parent: 'south' },
  ],
  rules: [
    { code: 'crossTerritory' },
    { code: 'sameCustomer', windowDays: 30 },
    { code: 'makerBypass' },
    { code: 'belowFloor', bound: '900' },
    { code: 'onlineUndercut', online: ['web'], minMargin: '0.05' },
  ],
  severity: {
    by: 'turnoverShare',
    bands: { bands: [{ id: 'critical', min: '0.2' }, { id: 'major', min: '0.05' }, { id: 'minor' }] },
  },
};

/** A quarter of two dealers, a web shop and their maker; stated here, no company's. */
const DATA: ConflictData = {
  maker: 'Aquila',
  partners: [
    { id: 'Nord', level: 1 },
    { id: 'Sud', level: 1 },
  ],
  grants: [
    { id: 'G1', partner: 'Nord', territory: 'north', from: '2025-01-01' },
    { id: 'G2', partner: 'Sud', territory: 'south', from: '2025-01-01', exclusive: true },
  ],
  customers: [{ id: 'H1', customer: 'Hotel Azur', partner: 'Sud', from: '2025-06-01' }],
  shipments: [
    {
      id: 'S1',
      partner: 'Nord',
      product: 'pump',
      territory: 'north',
      customer: 'Mill',
      value: '9000',
      on: '2026-01-08',
    },
    { id: 'S2', partner: 'Sud', product: 'pump', territory: 'Nice', customer: 'Port', value: '4000', on: '2026-01-12' },
    {
      id: 'S3',
      partner: 'Nord',
      product: 'pump',
      territory: 'Lyon',
      customer: 'Clinic',
      value: '5000',
      on: '2026-01-20',
    },
    {
      id: 'S4',
      partner: 'Nord',
      product: 'pump',
      territory: 'Lyon',
      customer: 'Clinic',
      value: '4500',
      on: '2026-02-11',
    },
    {
      id: 'S5',
      partner: 'Nord',
      product: 'pump',
      territory: 'Lyon',
      customer: 'Port',
      value: '2500',
      on: '2026-02-11',
    },
    { id: 'S6', partner: 'Sud', product: 'pump', customer: 'Yard', value: '1500', on: '2026-02-20' },
  ],
  makerSales: [{ id: 'M1', product: 'pump', customer: 'Hotel Azur', value: '3000', on: '2026-02-02' }],
  prices: [
    { id: 'P1', seller: 'Sud', channel: 'dealer', product: 'pump', kind: 'buy', price: '800', on: '2026-01-01' },
    {
      id: 'P2',
      seller: 'Nord',
      channel: 'dealer',
      product: 'pump',
      kind: 'transaction',
      price: '900',
      on: '2026-01-20',
    },
    { id: 'P3', seller: 'Clic', channel: 'web', product: 'pump', kind: 'advertised', price: '829', on: '2026-02-15' },
  ],
  turnover: { Nord: '160000', Sud: '100000', Aquila: '2000000' },
};

/** Finds conflicts, files the gravest, and follows it until it is settled. */
export function channelConflict(): ConflictStory {
  const report = detectConflicts(RULES, DATA);
  const chosen = report.conflicts.find(({ code }) => code === 'crossTerritory')!;
  const filed: ConflictCase = {
    conflict: 'south-1',
    openedAt: '2026-02-16',
    severity: chosen.severity ?? 'minor',
    events: [
      { type: 'failed', at: '2026-03-02' },
      { type: 'resolved', at: '2026-04-20' },
    ],
  };
  const days = ['2026-02-16', '2026-03-01', '2026-03-02', '2026-04-01', '2026-04-20'];
  const levels = days.map((day) => ({ day, ...nextResolution(filed, day) }));
  const warnings = riskWarnings(
    [{ code: 'shippedAcross', direction: 'high', amber: '1', red: '3', trend: { periods: 2 } }],
    { shippedAcross: ['0', '1', '2'] },
    { plans: { shippedAcross: 'redraw-territories' } },
  );
  const text = [
    textTable(
      ['conflict', 'parties', 'first', 'last', 'times', 'value', 'severity', 'causes', 'shown by'],
      report.conflicts.map((each) => [
        each.code,
        each.parties.join(' / '),
        each.on,
        each.lastOn,
        String(each.count),
        each.value ?? '',
        each.severity ?? '',
        each.causes.join(' '),
        each.evidence.join(' '),
      ]),
    ),
    '',
    ...report.undetermined.map(
      ({ code, evidence, missing }) => `not known: ${code} of ${evidence}, without ${missing}`,
    ),
    '',
    `filed: ${chosen.parties.join(' in the territory of ')}, ${chosen.severity ?? ''}`,
    ...levels.map(({ day, level, due, closed }) =>
      closed === null ? `${day}  ${level}${due === null ? '' : ` until ${due}`}` : `${day}  ${closed.type} in ${level}`,
    ),
    '',
    ...warnings.map(({ code, light, plan }) => `${code}: ${light}, ${plan ?? ''}`),
  ].join('\n');
  return { report, chosen, filed, levels, text };
}
