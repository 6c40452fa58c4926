import { readFileSync, readdirSync } from 'node:fs';
import { programsOfPage, programsOfSource, type Program } from './blocks.js';

/** The pages whose code is run, from the root of the project. The API pages are made from `src`, which is read itself. */
export function pages(): string[] {
  const docs = filesIn('docs').filter((file) => file.endsWith('.md') && !/^docs\/(api|\.vitepress)\//.test(file));
  return ['README.md', ...docs];
}

export function sources(): string[] {
  return filesIn('src').filter((file) => file.endsWith('.ts'));
}

/** All programs of the project's documentation, by file. */
export function documentation(): { file: string; programs: Program[] }[] {
  return [
    ...pages().map((file) => ({ file, programs: programsOfPage(file, readFileSync(file, 'utf8')) })),
    ...sources().map((file) => ({ file, programs: programsOfSource(file, readFileSync(file, 'utf8')) })),
  ].filter(({ programs }) => programs.length > 0);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => `${folder}/${name}`);
}
