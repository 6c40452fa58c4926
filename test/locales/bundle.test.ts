import { build } from 'esbuild';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: '.', loader: 'ts' },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
    tsconfig: resolve('tsconfig.json'),
  });
  return outputFiles[0]?.text ?? '';
}

test('an app that calculates carries the English errors of its module and no other texts', async () => {
  const app = await bundled(
    "import { applyTiers, explainTiers } from 'salesmodel/core'; applyTiers(explainTiers({} as never, 1) as never, 1)",
  );
  expect(app).toContain('must be greater than {bound}');
  expect(app).not.toMatch(/\p{Script=Han}/u);
  expect(app).not.toContain('at the rate of its own tier');
});

test('an app that shows explanations carries both languages', async () => {
  const app = await bundled(
    "import { renderExplanation } from 'salesmodel/core'; renderExplanation({} as never, 'en')",
  );
  expect(app).toContain('at the rate of its own tier');
  expect(app).toContain('按其所在档的费率');
});
