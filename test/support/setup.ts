import fc from 'fast-check';

/** One seed for all properties, so that a run says the same of the same tree; a soak takes others (SEED=…). */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2025) });
