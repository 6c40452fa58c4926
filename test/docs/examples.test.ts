import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const faces = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('/index.ts') && !name.startsWith('locales'))
  .map((name) => `src/${name}`)
  .toSorted();

/** Names that a face passes on, with the file of each. */
function passedOn(face: string): { name: string; file: string }[] {
  const text = readFileSync(face, 'utf8');
  return [...text.matchAll(/^export (\*|\{[^}]*\}) from '([^']*)\.js'/gm)].flatMap(([, list = '', path = '']) => {
    const file = join(dirname(face), `${path}.ts`);
    const names =
      list === '*'
        ? [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) =>
            String(name),
          )
        : list.slice(1, -1).split(',');
    return names
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => ({ name, file }));
  });
}

/** Whether the first declaration of a function has an example; `null` for what is no function. */
function hasExample(name: string, file: string): boolean | null {
  const text = readFileSync(file, 'utf8');
  const at = text.search(new RegExp(`^export (?:async )?function ${name}\\b`, 'm'));
  if (at < 0) return null;
  const comment = text.slice(text.lastIndexOf('/**', at), at);
  return comment.trimEnd().endsWith('*/') && comment.includes('@example');
}

it.each(faces)('every function of %s has an example', (face) => {
  const judged = passedOn(face).map(({ name, file }) => ({ name, has: hasExample(name, file) }));
  expect(judged.some(({ has }) => has === true)).toBe(true);
  expect(judged.filter(({ has }) => has === false).map(({ name }) => name)).toEqual([]);
});
