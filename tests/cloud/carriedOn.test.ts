import type { Action } from '@domain/contract/actions'
import type { Member } from '@domain/org/member'
import { type Contents, CutCloud } from './crash/CutCloud'
import { county, secretary, seed } from './crash/seed'
import { openIdOf } from './people'

/** What was cut short and never sent again is ended at night, and never over what was done since: no right returns that way. */
let cloud: CutCloud
let start: Contents
beforeAll(async () => {
  cloud = await CutCloud.atItsTime(seed)
  start = cloud.keep()
})
afterAll(() => cloud.stop())

const on = '2026-09-22'
const officer = (memberId: string) => ({
  ...{ branchId: 'branch1', kind: 'by_election', on, posts: [{ memberId, post: 'organisation_officer' }] },
})
const leads = (memberId: string) => ({ groupId: 'group2', memberId })
const hands = (memberId: string, toMemberId: string) => ({ memberId, toMemberId, householdId: 'h1' })

const holdsFrom = ({ posts }: Member) => posts.map(({ post, from, to }) => `${post} ${from} ${to ?? ''}`)
const keeps = ({ households }: Member) =>
  households.map(({ householdId, to }) => `${householdId} ${to ?? ''}`)

/** An act, another one after it at the same place, and what of whom the second one decides. */
const cases: [Action, object, object, (member: Member) => string[], string[]][] = [
  ['organisation.elect', officer('m4'), officer('m5'), holdsFrom, ['m2', 'm4', 'm5']],
  ['organisation.leader', leads('m7'), leads('m8'), holdsFrom, ['m6', 'm7', 'm8']],
  ['roster.handOver', hands('v1', 'm5'), hands('m5', 'm4'), keeps, ['m5', 'm4']],
]

test.each(cases)(
  '%s: cut after any write, then another one done at the same place; the night leaves it as that one made it',
  async (action, first, then, says, ids) => {
    await cloud.restore(start)
    expect(await cloud.call(county, action, { ...first, nonce: 'nonce-of-the-first' })).toMatchObject({
      ok: true,
    })
    const writes = cloud.wire.passed.length
    expect(writes).toBeGreaterThan(3)
    const standing = () =>
      ids.map((_id) => [_id, ...cloud.find<Member>('members', { _id }).flatMap((member) => says(member))])
    for (let cut = 1; cut < writes; cut += 1) {
      await cloud.restore(start)
      cloud.wire.dieAfter(cut)
      await cloud.call(county, action, { ...first, nonce: 'nonce-of-the-first' }).catch(() => undefined)
      cloud.forget()
      const outcome = await cloud.call(county, action, { ...then, nonce: 'nonce-of-the-second' })
      // The household may not have come to its second keeper yet.
      if (!outcome.ok) continue
      const made = standing()
      await cloud.night()
      expect([cut, standing()]).toEqual([cut, made])
      expect(cloud.find('audit', { state: 'begun' })).toEqual([])
    }
  },
)

test('asked to be deleted and cut after any write, then invited again: the night takes nobody’s new binding away', async () => {
  const ask = () => cloud.call(openIdOf('m4'), 'privacy.askDeletion', { nonce: 'nonce-of-the-first' })
  await cloud.restore(start)
  expect(await ask()).toMatchObject({ ok: true })
  const writes = cloud.wire.passed.length
  let bound = 0
  for (let cut = 1; cut < writes; cut += 1) {
    await cloud.restore(start)
    cloud.wire.dieAfter(cut)
    await ask().catch(() => undefined)
    cloud.forget()
    const invited = await cloud.call(secretary, 'binding.invite', { memberId: 'm4', nonce: 'nonce-invites' })
    // The phone before still speaks for the member.
    if (!invited.ok) continue
    cloud.agree('new-phone')
    const { token } = invited.data
    await cloud.get('new-phone', 'binding.take', { token, nonce: 'nonce-of-the-phone' })
    await cloud.night()
    expect([cut, cloud.find('identities', { _id: 'new-phone', state: 'bound' })]).toEqual([
      cut,
      [expect.objectContaining({ memberId: 'm4' })],
    ])
    bound += 1
  }
  expect(bound).toBeGreaterThan(0)
})
