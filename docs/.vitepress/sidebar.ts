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

/** The generated pages: a section a module, with its functions, types and schemas. */
export function apiSidebar(folder: string): Item[] {
  return modulesIn(folder).map((module) => ({
    text: module.slice(folder.length + 1),
    link: `${linkTo(module)}/`,
    collapsed: true,
    items: readdirSync(module, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !existsSync(`${module}/${entry.name}/index.md`))
      .map(({ name }) => ({
        text: name.replace('-', ' '),
        collapsed: true,
        items: readdirSync(`${module}/${name}`).map((page) => ({
          text: page.replace(/\.md$/, ''),
          link: linkTo(`${module}/${name}/${page}`),
        })),
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
