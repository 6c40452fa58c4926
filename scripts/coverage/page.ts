import { readFileSync } from 'node:fs';
import { guidesOf } from './guides.js';
import { findOffer, type Offer } from './offers.js';

interface Group {
  readonly title: string;
  readonly rows: readonly { id: string; concept: string; owner: string; offers: readonly string[] }[];
}

const HEAD = '| id | concept | state | offered by | owner | guides | tests |';

/** The text of docs/coverage.md as the library and its tests are now. */
export async function coveragePage(): Promise<string> {
  const groups = JSON.parse(readFileSync('docs/coverage.json', 'utf8')) as Group[];
  const sections: string[] = [];
  const count = { ready: 0, 'in part': 0, planned: 0 };
  for (const { title, rows } of groups) {
    const lines: string[] = [];
    for (const row of rows) {
      const offers = await Promise.all(row.offers.map(findOffer));
      const guides = guidesOf(row.offers);
      const state = stateOf(offers, guides);
      count[state]++;
      const cells = [row.id, row.concept, state, offers.map(link).join(', '), row.owner, guideLinks(guides), tests(offers)];
      lines.push(`| ${cells.join(' | ')} |`);
    }
    sections.push(
      [`## ${title}`, '', HEAD, '|---|---|---|---|---|---|---|', ...lines].join('\n'),
    );
  }
  const head = `---
aside: false
pageClass: wide
---

# Coverage

Every concept of five documents on the management of sales and channels, and what the library offers for it: ${count.ready} ready, ${count['in part']} in part, ${count.planned} planned. A linked name exists and has a page; a row is ready when all that it names exists and is tested, and a guide teaches it by code that runs. \`module.name\` is an export of \`salesmodel/<module>\`; \`rules\`, \`lifecycle\`, \`scoring\` and \`forecast\` are \`salesmodel/mechanisms/<name>\`, and \`clv\` is \`salesmodel/segmentation/clv\`.

<!-- Written by "npm run docs:coverage" from coverage.json; a test fails when it is out of date. -->`;
  return `${[head, ...sections].join('\n\n')}\n`;
}

function stateOf(offers: readonly Offer[], guides: readonly string[]): 'ready' | 'in part' | 'planned' {
  if (guides.length > 0 && offers.every(({ page, test }) => page !== undefined && test !== undefined)) return 'ready';
  return offers.some(({ page }) => page !== undefined) ? 'in part' : 'planned';
}

function link({ text, page }: Offer): string {
  return page === undefined ? text : `[${text}](./${page})`;
}

function guideLinks(guides: readonly string[]): string {
  return guides.map((guide) => `[${guide}](./guide/${guide}.md)`).join(', ');
}

function tests(offers: readonly Offer[]): string {
  const files = new Set(offers.flatMap(({ test }) => test ?? []));
  return [...files].map((file) => `[${file.split('/').at(-1)!.replace('.test.ts', '')}](../${file})`).join(', ');
}
