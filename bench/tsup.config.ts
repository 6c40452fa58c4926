import { defineConfig } from 'tsup';

/** The benchmarks and the library as it is built: a runner of TypeScript that names every function slows down what makes many. */
export default defineConfig({
  entry: ['src/**/*.ts', 'bench/*.ts', 'bench/{peers,suites}/*.ts', '!bench/tsup.config.ts'],
  outDir: 'bench/dist',
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  bundle: false,
  clean: true,
});
