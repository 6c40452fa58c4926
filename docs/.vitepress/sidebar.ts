import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';

type Item = DefaultTheme.SidebarItem;

/** The guides of a folder in the order of the `order` in their front matter, by their headings. */
export function guideSidebar(folder: string, text: string): Item[] {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const page = readFileSync(`${folder}/${name}`, 'utf8');
      const order = Number(/^order: (\d+)$/m.exec(page)?.[1] ?? Infinity);
      return { order, text: /^# (.+)$/m.exec(page)?.[1] ?? name, link: linkTo(`${folder}/${name}`) };
    });
  return [{ text, items: pages.toSorted((a, b) => a.order - b.order).map(({ text, link }) => ({ text, link })) }];
}

/**
 * The generated pages: for each module a sidebar with its functions, types and schemas, and the way to the other modules.
 * One sidebar for all would be written into every page.
 */
export function apiSidebars(folder: string): Record<string, Item[]> {
  const modules = modulesIn(folder);
  const list = modules.map((module) => ({ text: module.slice(folder.length + 1), link: `${linkTo(module)}/` }));
  const home: [string, Item[]] = [`${linkTo(folder)}/`, [{ text: 'Modules', items: list }]];
  const sections = modules.map((module): [string, Item[]] => [
    `${linkTo(module)}/`,
    [
      { text: module.slice(folder.length + 1), link: `${linkTo(module)}/`, items: sectionsOf(module) },
      { text: 'All modules', collapsed: true, items: list },
    ],
  ]);
  return Object.fromEntries([home, ...sections]);
}

function sectionsOf(module: string): Item[] {
  return readdirSync(module, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !existsSync(`${module}/${entry.name}/index.md`))
    .filter(({ name }) => readdirSync(`${module}/${name}`).some((page) => page.endsWith('.md')))
    .map(({ name }) => ({
      text: name.replace('-', ' '),
      collapsed: true,
      items: readdirSync(`${module}/${name}`)
        .filter((page) => page.endsWith('.md'))
        .map((page) => ({
          text: page.replace(/\.md$/, ''),
          link: linkTo(`${module}/${name}/${page}`),
        })),
    }));
}

function modulesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/index.md'))
    .map((name) => `${folder}/${name.replace(/\/index\.md$/, '')}`)
    .toSorted();
}

function linkTo(path: string): string {
  return path.replace(/^docs/, '').replace(/\.md$/, '');
}
