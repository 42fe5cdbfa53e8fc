import type { Identity } from '@cloud/lib/store/collections/identities'
import { auditTable } from '@domain/access/auditTable'
import { easedFields } from '@domain/access/ownEntry'
import type { Activity } from '@domain/activity/activity'
import { type Action, actions } from '@domain/contract/actions'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { type Contents, CutCloud } from './crash/CutCloud'
import type { Sample } from './crash/sample'
import { samples } from './crash/samples'
import { contact, county, seed, staff, stranger } from './crash/seed'

// Calls to WeChat, which a process that is no function may not make.
jest.mock('@cloud/lib/wx/unlimitedCode', () => ({ unlimitedCode: () => Promise.resolve(null) }))
jest.mock('@cloud/lib/wx/phone', () => ({ phoneNumberOf: (code: string) => Promise.resolve(code) }))

/** Oneself never: whatever somebody may say of another member, said of oneself counts for nothing without a second person. */
let cloud: CutCloud
let start: Contents
let memberIds: string[] = []
/** People outside the register may be members as well. */
const asMembers = new Map([
  [staff, 'staff'],
  [contact, 'contact'],
  [county, 'county'],
])
beforeAll(async () => {
  const identities = (seed.identities as Identity[]).map((one) => ({
    ...one,
    ...(asMembers.has(one._id) && { memberId: asMembers.get(one._id) }),
  }))
  const at = { memberships: [{ branchId: 'branch1', from: '2020-01-01' }] }
  const more = [...asMembers.values()].map((_id) => aMember({ _id, alias: `alias-${_id}`, ...at }))
  const members = [...(seed.members ?? []), ...more]
  cloud = await CutCloud.atItsTime({ ...seed, identities, members }, stranger)
  start = cloud.keep()
  memberIds = cloud.find<Member>('members').map(({ _id }) => _id)
})
afterAll(() => cloud.stop())

/** The same said of oneself. */
function ofOneself(value: unknown, own: string): unknown {
  if (typeof value === 'string') return memberIds.includes(value) ? own : value
  if (Array.isArray(value)) {
    const all = value.map((one) => ofOneself(one, own))
    return all.filter(
      (one, i) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i,
    )
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ofOneself(one, own)]))
}

const isConfirmed = ({ activityId }: Fact): boolean => {
  const [activity] = cloud.find<Activity>('activities', { _id: activityId ?? '' })
  return !activity?.late || activity.late.confirmed !== null
}
/** What counts of somebody, and whatever says that the rest of it may. */
const counting = (own: string): string[] =>
  cloud
    .find<Fact>('facts')
    .filter(({ memberId, detail }) => memberId === own || detail?.withMemberId === own)
    .filter((fact) => !fact.annulled && fact.confirmed !== null && isConfirmed(fact))
    .map(({ _id }) => _id)
function entryOf(own: string): Member {
  const [entry] = cloud.find<Member>('members', { _id: own })
  if (!entry) throw new Error(`${own} is on no register`)
  return entry
}

const cases = (Object.keys(actions) as Action[])
  .filter((action) => auditTable[action] !== 'look')
  .flatMap((action) =>
    (samples[action] ?? []).map((one, i): [string, Action, Sample] => [`${action} ${i + 1}`, action, one]),
  )

const tried = new Set<Action>()

test.each(cases)('%s: said of oneself it counts for nothing by itself', async (_, action, one) => {
  await cloud.restore(start)
  const given = (await one.prepare?.(cloud)) ?? {}
  await one.before?.(cloud)
  const own = cloud.find<Identity>('identities', { _id: one.as })[0]?.memberId
  const data = await one.data(given)
  const said = own === undefined ? data : (ofOneself(data, own) as object)
  if (own === undefined || JSON.stringify(said) === JSON.stringify(data)) return
  tried.add(action)
  const [before, known] = [counting(own), entryOf(own)]
  const outcome = await cloud.call(one.as, action, said)
  const gained = counting(own).filter((id) => !before.includes(id))
  const eased = easedFields(known, entryOf(own))
  expect([outcome.ok, gained, eased]).toEqual([outcome.ok, [], []])
})

test('whatever enters, lifts or gives something was said of oneself', () => {
  const entering: Action[] = [
    ...([
      'activity.save',
      'activity.enterHeld',
      'checkin.tick',
      'checkin.backfill',
      'checkin.makeUp',
    ] as const),
    ...([
      'service.enter',
      'deed.tick',
      'talk.enter',
      'roster.save',
      'roster.leave',
      'roster.handOver',
    ] as const),
    ...(['roster.setExemption', 'checkin.restore', 'organisation.change', 'grants.give'] as const),
  ]
  expect(entering.filter((action) => !tried.has(action))).toEqual([])
})
