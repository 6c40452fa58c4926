import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig, type Plugin } from 'vitest/config';

const alias = [
  { find: /^salesmodel$/, replacement: new URL('./src/index.ts', import.meta.url).pathname },
  { find: /^salesmodel\/cases\/(.+)$/, replacement: new URL('./test/cases/', import.meta.url).pathname + '$1' },
  { find: /^salesmodel\/(.+)$/, replacement: new URL('./src/', import.meta.url).pathname + '$1/index.ts' },
];

/** With `RUNS`, every law runs so often at least: `fc.assert` is that of `test/manyRuns.ts`. */
const manyRuns: Plugin = {
  name: 'many-runs',
  enforce: 'pre',
  resolveId(id, importer) {
    const path = new URL('./test/manyRuns.ts', import.meta.url).pathname;
    return id === 'fast-check' && importer !== path && process.env['RUNS'] !== undefined ? path : undefined;
  },
};

export default defineConfig({
  resolve: { alias },
  plugins: [manyRuns],
  test: {
    // The library is pure, so files need no worlds of their own, and each worker loads it once.
    isolate: false,
    maxWorkers: availableParallelism(),
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'runtime',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.prop.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'properties',
          include: ['test/**/*.prop.test.ts'],
          setupFiles: ['./test/seed.ts'],
          testTimeout: process.env['RUNS'] === undefined ? 180_000 : 3_600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
    ],
  },
});
