/** Only how long a test that cannot pass is let run, ms: the machine may be busy with something else. */
export const patience = 90_000
