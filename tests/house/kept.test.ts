import type { CollectionName } from '@cloud/lib/store/collections/collections'
import { kept } from '@/features/privacy/logic/kept'

/** Under which lines of the page's privacy text it stands what a collection holds of a person; none: it holds nothing of one. */
const saidUnder: Record<CollectionName, readonly string[]> = {
  organisations: [],
  organisationChanges: [],
  duties: [],
  rollups: [],
  settings: [],
  faults: [],
  members: ['身份', '组织', '帮扶户', '不要求'],
  identities: ['身份'],
  invitations: ['身份'],
  imports: ['身份', '组织'],
  households: ['帮扶户'],
  activities: ['登记'],
  facts: ['登记', '记事'],
  listRows: ['台账'],
  needs: ['登记'],
  attempts: ['没扫上'],
  reminders: ['提醒'],
  credits: ['提醒'],
  receipts: ['组织'],
  ...{ consents: ['留痕'], views: ['留痕'], audit: ['留痕'] },
  ...{ corrections: ['留痕'], deletions: ['留痕'], feedback: ['留痕'] },
}

test('what every collection holds of a person is said in the privacy text, and nothing is said that none holds', () => {
  const lines = kept.map(([what]) => what)
  expect(new Set(Object.values(saidUnder).flat())).toEqual(new Set(lines))
  expect(new Set(lines).size).toBe(lines.length)
})
