/**
 * Settings of a local cloud under test. What a function may take is the cloud's to say and the benches' to measure: a test that is not about it
 * must not fail because the machine is busy with something else. No power is cut, so no answer waits for the disk.
 */
export const unhurried = { synced: false, timeFactor: 20 } as const
