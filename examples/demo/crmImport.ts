import { csvParse } from 'd3-dsv';
import { explainRefusal } from 'salesmodel/mechanisms/lifecycle';
import { compilePipeline, extendPipeline, funnel, type OpportunityEvent, presets } from 'salesmodel/pipeline';

/** An export of a CRM as it comes: synthetic, with the faults that such files have. */
const CSV = `Deal,Time,Row,Change,Old,New,Reason,User
D1,2026-01-05,1,created,,appointment,,ada
D1,2026-01-12,2,stage,appointment,qualified,,ada
D1,2026-01-12,2,stage,appointment,qualified,,ada
D1,2026-02-02,3,amount,,12500.00,,ada
D1,2026-02-20,4,stage,qualified,won,,ada
D2,2026-01-07,1,created,,appointment,,ben
D2,2026-01-30,2,stage,appointment,lost,,ben
D2,2026-02-10,3,stage,lost,qualified,,ben
D3,2026-01-09,1,created,,qualified,,ben
D3,2026-01-15,2,amount,,"12,500",,ben
D3,2026-02-31,3,stage,qualified,contract,,ben
D3,2026-02-26,4,close,,2026-04-30,,ben
D4,2026-02-02,2,stage,appointment,qualified,,cleo
D5,2026-02-03,1,created,,appointment,,cleo
D5,2026-02-09,2,stage,appointment,demo,,cleo
D5,2026-02-11,3,stage,appointment,qualified,,cleo
D5,2026-02-11,3,stage,appointment,presentation,,dan
D6,2026-02-04,1,created,,appointment,,dan
D6,2026-03-01,2,stage,appointment,lost,competitor,dan
`;

type Column = 'Deal' | 'Time' | 'Row' | 'Change' | 'Old' | 'New' | 'Reason' | 'User';

/** Our pipeline, in which an order needs an amount. */
const pipeline = extendPipeline(presets['hubspot-like'], {
  id: 'ours',
  states: { won: { requiredFields: ['amount'] } },
});

/** Rows of the export as events. A cell is taken as written: what it is worth is for the fold to say. */
function eventsOf(csv: string): OpportunityEvent[] {
  return csvParse<Column>(csv).map((row) => {
    const base = { dealId: row.Deal, at: row.Time, seq: Number(row.Row), by: row.User };
    switch (row.Change) {
      case 'created':
        return { ...base, type: 'created', stage: row.New, ownerId: row.User };
      case 'amount':
        return { ...base, type: 'amountChanged', amount: { amount: row.New, currency: 'EUR' } };
      case 'close':
        return { ...base, type: 'closeDateChanged', closeDate: row.New };
      default:
        return { ...base, type: 'stageChanged', to: row.New, ...(row.Reason === '' ? {} : { reason: row.Reason }) };
    }
  });
}

/** Reads a dirty export twice: as what happened, and as what should have. */
export function crmImport() {
  const events = eventsOf(CSV);
  const { fold } = compilePipeline<string>(pipeline);
  const recorded = fold(events, { enforce: 'record' });
  const strict = fold(events);
  const stages = (deals: typeof recorded.deals): string => deals.map(({ id, stage }) => `${id} ${stage}`).join(', ');
  const text = [
    `${events.length} rows, ${recorded.duplicates} of them twice`,
    '',
    `As recorded: ${stages(recorded.deals)}`,
    ...recorded.violations.map(
      ({ dealId, at, reasons }) =>
        `  ${dealId} on ${at}, against the rules: ${explainRefusal(reasons, 'en').join('; ')}`,
    ),
    ...recorded.rejected.map(
      ({ event, reasons }) =>
        `  ${event.dealId} on ${event.at}, no effect: ${explainRefusal(reasons, 'en').join('; ')}`,
    ),
    '',
    `Strictly: ${stages(strict.deals)}`,
    `  ${strict.rejected.length} rows without effect`,
    '',
    `Won: ${funnel(pipeline, recorded.deals).stages.at(-1)!.reached} as recorded, ${funnel(pipeline, strict.deals).stages.at(-1)!.reached} strictly`,
  ].join('\n');
  return { events, recorded, strict, text };
}
