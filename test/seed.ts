import fc from 'fast-check';

/** One commit has one verdict: properties draw from this seed, and from others where `SEED` names one. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_129) });
import { afterEach, beforeEach } from 'vitest';
import { appendFileSync } from 'node:fs';
let start: NodeJS.CpuUsage;
beforeEach(() => { start = process.cpuUsage(); });
afterEach((context) => { const { user } = process.cpuUsage(start); appendFileSync(process.env['CPULOG'] ?? '/tmp/com_cpu.log', `${Math.round(user / 1000)} ${context.task.file?.name} ${context.task.name}\n`); });
if (process.env['NUMRUNS']) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env['NUMRUNS']) });
