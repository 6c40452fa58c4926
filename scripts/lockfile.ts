import { readFileSync, writeFileSync } from 'node:fs';
import { missingEntries, type Lockfile } from './lockfile/missing.js';

/**
 * Enters the packages of other platforms into package-lock.json. npm leaves them out when it finds them neither
 * installed nor at the registry, and then refuses to install from the lockfile.
 */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
const entries = { ...lock.packages, ...missingEntries(lock) };
const packages = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
