import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/guide';

interface Guide {
  readonly name: string;
  /** How often the guide uses something, by `module.name` or `preset module:code`. */
  readonly uses: ReadonlyMap<string, number>;
}

let guides: readonly Guide[] | undefined;

/**
 * The guides, of both languages, that teach what a row offers: the one that teaches most of it first, and another only
 * where it teaches what those before do not.
 */
export function guidesOf(offers: readonly string[]): string[] {
  guides ??= readGuides();
  const found = offers.filter((offer) => offer.startsWith('guide ')).map((offer) => offer.slice('guide '.length));
  const left = new Set(offers);
  for (;;) {
    const taught = guides.map(({ name, uses }) => {
      const own = [...left].filter((offer) => uses.has(offer));
      return { name, own, times: own.reduce((sum, offer) => sum + uses.get(offer)!, 0) };
    });
    const best = taught.reduce((a, b) => (b.own.length - a.own.length || b.times - a.times) > 0 ? b : a);
    if (best.own.length === 0) return [...new Set(found.filter(isGuide))];
    found.push(best.name);
    for (const offer of best.own) left.delete(offer);
  }
}

function isGuide(name: string): boolean {
  return [FOLDER, 'docs/zh-CN/guide'].every((folder) => existsSync(`${folder}/${name}.md`));
}

function readGuides(): Guide[] {
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.md$/, ''))
    .filter(isGuide)
    .toSorted()
    .map((name) => ({ name, uses: usesOf(readFileSync(`${FOLDER}/${name}.md`, 'utf8')) }));
}

/** Imported names and codes of presets, with the times they occur. */
function usesOf(text: string): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const count = (word: string): number => text.match(new RegExp(`\\b${word}\\b`, 'g'))?.length ?? 0;
  for (const [, names = '', subpath = ''] of text.matchAll(/^import (?:type )?\{([^}]*)\} from 'salesmodel\/([^']+)';/gm)) {
    const module = subpath.split('/').at(-1)!;
    for (const name of names.split(',').map((each) => each.trim().replace(/^type | as .*$/g, ''))) {
      if (name === 'presets' || name === 'catalogue') addCodes(name === 'presets' ? 'preset' : name, module);
      else if (name !== '') uses.set(`${module}.${name}`, count(name));
    }
  }
  return uses;

  /** A page that has the presets of a module speaks of those whose codes it quotes or takes. */
  function addCodes(kind: string, module: string): void {
    for (const [, quoted, taken] of text.matchAll(/['`]([\w.-]+)['`]|\bpresets\.(\w+)/g)) {
      const offer = `${kind} ${module}:${quoted ?? taken}`;
      uses.set(offer, (uses.get(offer) ?? 0) + 1);
    }
  }
}
