import fc from 'fast-check';

/** One commit has one verdict: properties draw from this seed, and from others where `SEED` names one. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_129) });
