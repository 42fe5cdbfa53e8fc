import type { Duty } from './duty'

/** Version 1 of a default duty: valid from the beginning of 2026, without end. */
export const firstVersion = (
  duty: Omit<Duty, '_id' | 'version' | 'validFrom' | 'conditions'> & Partial<Duty>,
): Duty => ({
  conditions: [],
  ...duty,
  _id: `${duty.id}@1`,
  version: 1,
  validFrom: '2026-01-01',
})
