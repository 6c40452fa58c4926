import { defineConfig } from 'tsup';

/**
 * One output file a module, declarations by tsc beside them: with `sideEffects: false` a bundler drops whole modules,
 * so an app that only calculates carries neither the schemas nor zod.
 */
export default defineConfig({
  entry: ['src/**/*.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  bundle: false,
  clean: true,
  esbuildOptions: (options) => void (options.charset = 'utf8'),
});
