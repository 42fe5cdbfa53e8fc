import type { Migration } from './migration'

/**
 * A visit by the door's code has its confirmation written, by the household whose code it was: those that wait for the village are found by an index.
 * Before, it had none, which an index cannot tell from one that waits.
 */
export const doorVisits: Migration = {
  number: 3,
  what: '凭门牌码登记的走访记明由门牌码确认',
  parts: [
    {
      collection: 'facts',
      of: { kind: ['visit'] },
      lacks: 'confirmed',
      from: ['recordedAt', 'householdId'],
      value: ({ recordedAt: at, householdId: by }) => ({ at, by }),
    },
  ],
}
