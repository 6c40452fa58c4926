import { posix } from 'node:path';
import type { Rule } from 'eslint';
import { packages, roomOf, rooms } from './house.js';

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** `import * as x`, or an import that names nothing. */
  readonly namespace: boolean;
}

/** What is wrong with an import of a file given from `src`, or undefined. */
export function importFault(file: string, { specifier, typeOnly, namespace }: Import): string | undefined {
  if (!specifier.startsWith('.')) return packageFault(file, specifier, typeOnly, namespace);
  const target = posix.join(posix.dirname(file), specifier);
  if (target.startsWith('..')) return `${specifier} leads out of src`;

  const from = roomOf(file);
  const to = roomOf(target);
  if (from === undefined) return undefined; // src/index.ts lists the domains
  if (to === undefined) return 'src/index.ts is for users: import the module itself';
  if (!(from in rooms)) return `src/${from} is not a room of the house: add it to scripts/lint/house.ts`;
  if (from !== to && !rooms[from]!.includes(to)) return `${from} must not import ${to}`;
  if (!typeOnly && isSchema(target) && !isSchema(file) && posix.basename(file) !== 'index.ts') {
    return 'calculations import only types from a schema: use import type';
  }
  return undefined;
}

function packageFault(file: string, specifier: string, typeOnly: boolean, namespace: boolean): string | undefined {
  const rule = packages[specifier];
  if (rule === undefined) return `${specifier} is not a runtime dependency of the library`;
  if (specifier === 'zod' && !namespace) return "write import * as z from 'zod': a named import defeats tree shaking";
  return typeOnly || rule.in.test(file) ? undefined : `${specifier} must not be imported here: ${rule.why}`;
}

function isSchema(file: string): boolean {
  return /(^|\/)schema(\/\w+)?\.(ts|js)$/.test(file);
}

/** Holds the lists of house.ts for every import, export-from and dynamic import under `src`. */
export const imports: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = /(?:^|\/)src\/(.+)$/.exec(context.filename.replaceAll('\\', '/'))?.[1];
    if (file === undefined) return {};
    const check = (node: Rule.Node, source: unknown, typeOnly: boolean, namespace: boolean): void => {
      if (typeof source !== 'string') return;
      const message = importFault(file, { specifier: source, typeOnly, namespace });
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration(node) {
        const named = node.specifiers.some((specifier) => specifier.type !== 'ImportNamespaceSpecifier');
        check(node, node.source.value, kindOf(node, 'importKind') === 'type', !named);
      },
      ExportNamedDeclaration(node) {
        if (node.source) check(node, node.source.value, kindOf(node, 'exportKind') === 'type', false);
      },
      ExportAllDeclaration(node) {
        check(node, node.source.value, kindOf(node, 'exportKind') === 'type', true);
      },
      ImportExpression(node) {
        if (node.source.type === 'Literal') check(node, node.source.value, false, true);
      },
    };
  },
};

/** typescript-eslint adds `importKind` and `exportKind` to the nodes. */
function kindOf(node: object, key: 'importKind' | 'exportKind'): unknown {
  return (node as Record<string, unknown>)[key];
}
