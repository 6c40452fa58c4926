import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingEntries, type Lockfile } from '../../scripts/lockfile/missing.js';

describe('package-lock.json', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;

  it('holds every package that it names, for every platform; npm run lockfile enters the missing ones', () => {
    expect(missingEntries(lock)).toEqual({});
  });

  it('names no registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe('missingEntries', () => {
  it('looks where Node looks and reads the platform from the name', () => {
    const lock: Lockfile = {
      packages: {
        '': { dependencies: { a: '1.0.0' } },
        'node_modules/a': {
          version: '1.0.0',
          dev: true,
          dependencies: { b: '2.0.0' },
          optionalDependencies: { c: '1.0.0' },
        },
        'node_modules/a/node_modules/c': {
          version: '1.0.0',
          dev: true,
          dependencies: { b: '2.0.0' },
          optionalDependencies: { '@c/c-linux-arm64-musl': '3.0.0', '@c/c-win32-ia32-msvc': '3.0.0' },
        },
        'node_modules/b': { version: '2.0.0' },
        'node_modules/@c/c-linux-arm64-musl': { dev: true },
      },
    };
    expect(missingEntries(lock)).toEqual({
      'node_modules/@c/c-linux-arm64-musl': {
        version: '3.0.0',
        cpu: ['arm64'],
        libc: ['musl'],
        os: ['linux'],
        dev: true,
        optional: true,
      },
      'node_modules/@c/c-win32-ia32-msvc': {
        version: '3.0.0',
        cpu: ['ia32'],
        os: ['win32'],
        dev: true,
        optional: true,
      },
    });
  });
});
