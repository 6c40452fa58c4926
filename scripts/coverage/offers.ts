import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { modules } from '../../src/conformance/modules.js';

/** Where something that a row of the coverage table names is to be found; `page` and `test` are absent while it is not there. */
export interface Offer {
  readonly text: string;
  /** Path of the page, from `docs`. */
  readonly page?: string;
  /** Path of the test, from the root of the project. */
  readonly test?: string;
}

/** Modules whose folder, and whose subpath, is not their name. */
const FOLDERS: Readonly<Record<string, string>> = {
  rules: 'mechanisms/rules',
  lifecycle: 'mechanisms/lifecycle',
  scoring: 'mechanisms/scoring',
  forecast: 'mechanisms/forecast',
  clv: 'segmentation/clv',
};

/**
 * Looks up an offer: `module.name` is an export, `preset module:code` and `catalogue module:code` an entry of the
 * module's export `presets` or `catalogue`, `guide name` a page of both languages.
 */
export async function findOffer(offer: string): Promise<Offer> {
  const [, kind, target = ''] = /^(?:(preset|catalogue|guide) )?(.+)$/.exec(offer)!;
  if (kind === 'guide') {
    const there = ['docs/guide', 'docs/zh-CN/guide'].every((folder) => existsSync(`${folder}/${target}.md`));
    return { text: `guide \`${target}\``, ...(there ? { page: `guide/${target}.md`, test: 'test/docs/documentation.test.ts' } : {}) };
  }
  const [module = '', name = ''] = target.split(kind === undefined ? '.' : ':');
  const exports = await exportsOf(module);
  if (kind === undefined) return { text: `\`${target}\``, ...found(module, name, exports[name], name) };
  const table = kind === 'preset' ? 'presets' : 'catalogue';
  const entries = exports[table];
  const there = typeof entries === 'object' && entries !== null && Object.hasOwn(entries, name);
  return { text: `${kind} \`${name}\` of ${module}`, ...(there ? found(module, table, entries, name) : {}) };
}

async function exportsOf(module: string): Promise<Readonly<Record<string, unknown>>> {
  return Object.hasOwn(modules, module) ? modules[module]!() : {};
}

function found(module: string, name: string, value: unknown, word: string): Partial<Offer> {
  if (value === undefined) return {};
  const folder = FOLDERS[module] ?? module;
  const test = testOf(folder, module, word);
  const page = `api/${folder}/${typeof value === 'function' ? 'functions' : 'variables'}/${name}.md`;
  return { page, ...(test === undefined ? {} : { test }) };
}

/** The test of the module that bears the name, or else the first that mentions it, or else the first worked examples of it. */
function testOf(folder: string, module: string, word: string): string | undefined {
  const tests = textsIn(`test/${folder}`).filter(({ file }) => file.endsWith('.test.ts'));
  const mention = new RegExp(`\\b${word}\\b`);
  const call = `"call": "${module}.${word}"`;
  const test =
    tests.find(({ file }) => file.endsWith(`/${word}.test.ts`)) ??
    tests.find(({ text }) => mention.test(text)) ??
    textsIn('test/cases').find(({ text }) => text.includes(call));
  return test?.file;
}

interface Source {
  readonly file: string;
  readonly text: string;
}

/** What was read, by folder: hundreds of offers look into the same few. */
const read = new Map<string, readonly Source[]>();

function textsIn(root: string): readonly Source[] {
  const known = read.get(root);
  if (known !== undefined) return known;
  const texts = !existsSync(root)
    ? []
    : readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|json)$/.test(file))
        .toSorted()
        .map((name) => ({ file: `${root}/${name}`, text: readFileSync(`${root}/${name}`, 'utf8') }));
  read.set(root, texts);
  return texts;
}
