/** Only how long a test that cannot pass is let run, ms: the machine may be busy with something else. PATIENCE: where it shall not pass. */
export const patience = Number(process.env.PATIENCE ?? 90_000)
