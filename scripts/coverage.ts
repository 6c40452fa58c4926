import { writeFileSync } from 'node:fs';
import { coveragePage } from './coverage/page.js';

/** Writes docs/coverage.md: which concept is offered by what, and whether it is there. */
writeFileSync('docs/coverage.md', await coveragePage());
