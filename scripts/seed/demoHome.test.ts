import { readFileSync } from 'node:fs'
import type { Collections } from '@cloud/lib/store/collections/collections'
import type { Activity } from '@domain/activity/activity'
import { householdCode } from '@domain/checkin/staticCode'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import { isOffered, type Need } from '@domain/fact/need'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { treeOf } from '@domain/org/tree'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { periodOf } from '@domain/time/period'
import { demoBranchName, demoIdentities, demoPlaces } from './identities'
import { demoMoment } from './demoMoment'
import { demoDocuments } from './seed'

interface Documents {
  organisations: Organisation[]
  members: Member[]
  identities: Collections['identities'][]
  households: Collections['households'][]
  activities: Activity[]
  facts: Fact[]
  needs: Need[]
  duties: Duty[]
  credits: Collections['credits'][]
  reminders: Collections['reminders'][]
}

let small: Documents
beforeAll(async () => {
  small = (await demoDocuments({ size: 'branch', now: demoMoment })) as unknown as Documents
})

function memberOf(openId: string): Member {
  const identity = small.identities.find((i) => i._id === openId && i.state === 'bound')
  const member = small.members.find((m) => m._id === identity?.memberId)
  if (!member) throw new Error(`${openId} is not bound`)
  return member
}

const outside = (openId: string) => small.identities.find((i) => i._id === openId && i.memberId === undefined)
const placeOf = (openId: keyof typeof demoPlaces) => outside(openId)?.grants[0]?.organisationId ?? '-'

const month = periodOf('month', demoMoment)
const stateOf = (member: Member): Record<string, string> =>
  Object.fromEntries(
    evaluateMember({
      ...small,
      tree: treeOf(small.organisations),
      member,
      period: month,
      now: demoMoment,
    }).map((p) => [p.dutyId, `${p.done}/${String(p.needed)} ${p.state}`]),
  )

describe('the documented identities', () => {
  it('are bound, all but the newcomer and the stranger', () => {
    const known = new Set(small.identities.map((i) => i._id))
    const unknown = demoIdentities.map((i) => i.openid).filter((openId) => !known.has(openId))
    expect(unknown).toEqual(['demo-newcomer', 'demo-stranger'])
  })

  it('bear the name that their label shows', () => {
    for (const { openid, label } of demoIdentities) {
      if (openid === 'demo-newcomer' || openid === 'demo-stranger') continue
      const name = openid in demoPlaces ? outside(openid)?.name : memberOf(openid).name
      expect(label.startsWith(name ?? '?')).toBe(true)
    }
  })

  it('hold the posts and grants they are named after', () => {
    const post = (openId: string) => memberOf(openId).posts[0]
    expect(post('demo-secretary')?.post).toBe('secretary')
    expect(post('demo-organisation-officer')?.post).toBe('organisation_officer')
    const led = small.organisations.find((o) => o._id === post('demo-leader')?.organisationId)
    expect(led?.name).toBe('第二党小组')
    const root = small.organisations.find((o) => o.type === 'work_committee')
    const committee = small.identities.find((i) => i._id === 'demo-committee')
    expect(committee?.grants).toEqual([{ role: 'committee', organisationId: root?._id, from: '2026-01-01' }])
    expect(post('demo-member')).toBeUndefined()
  })

  it('act for the community and the village of the demo member, and for another community', () => {
    const place = (openId: keyof typeof demoPlaces) => ({
      role: outside(openId)?.grants[0]?.role,
      id: placeOf(openId),
    })
    const member = memberOf('demo-member')
    expect(place('demo-community')).toEqual({
      role: 'community_staff',
      id: member.communities?.[0]?.communityId,
    })
    expect(place('demo-community-2').role).toBe('community_staff')
    expect(place('demo-community-2').id).not.toBe(member.communities?.[0]?.communityId)
    const household = small.households.find((h) => h._id === member.households[0]?.householdId)
    expect(place('demo-village')).toEqual({ role: 'village_contact', id: household?.villageId })
  })

  it("are told the door code of the demo member's household in the documents", () => {
    const [link] = memberOf('demo-member').households
    const household = small.households.find((h) => h._id === link?.householdId)
    expect(household?.doorCode).toBeDefined()
    expect(readFileSync('docs/DEMO.md', 'utf8')).toContain(`t=${householdCode(household?.doorCode ?? '')}`)
  })

  it('tell the newcomer a name and four digits that stand on the register, bound by nobody', () => {
    const note = demoIdentities.find((i) => i.openid === 'demo-newcomer')?.note ?? ''
    const member = small.members.find((m) => note.includes(m.name) && note.includes(m.phoneTail))
    expect(member).toBeDefined()
    expect(small.identities.some((i) => i.memberId === member?._id)).toBe(false)
    expect(note).toContain(demoBranchName)
  })
})

describe('September of the documented identities', () => {
  it('lacks one visit and one service for the demo member, 集中学习 is done', () => {
    expect(stateOf(memberOf('demo-member'))).toMatchObject({
      household_visit: '1/2 missing',
      community_service: '0/1 planned',
      member_study: '1/1 done',
    })
  })

  it('is complete for the one who has done everything', () => {
    const states = Object.values(stateOf(memberOf('demo-all-done')))
    expect(states).toHaveLength(4)
    expect(states.every((state) => state.endsWith('done'))).toBe(true)
  })

  it('lacks one visit and one service for the elder', () => {
    expect(stateOf(memberOf('demo-elder'))).toMatchObject({
      household_visit: '1/2 missing',
      // No service of the elder's own community is in the calendar.
      community_service: '0/1 missing',
      member_study: '1/1 done',
    })
  })
})

describe('the demo branch', () => {
  const gaps = (kind: 'month' | 'quarter' | 'year') => {
    const branch = small.organisations.find((o) => o.name === demoBranchName)
    if (!branch) throw new Error('no demo branch')
    const groups = small.organisations.filter((o) => o.parentId === branch._id)
    const period = periodOf(kind, demoMoment)
    return evaluateBranch({ ...small, branch, groups, period, now: demoMoment })
      .filter(({ progress }) => progress.state !== 'done')
      .map(({ duty, progress, missingNames }) =>
        [duty.id, progress.state, progress.done, ...missingNames].join(' '),
      )
  }

  it('lacks the third 党小组会 of the month and the 党课 of the quarter, and has the rest held or planned', () => {
    expect(gaps('month')).toEqual(['group_meeting missing 2 第三党小组', 'theme_party_day planned 0'])
    expect(gaps('quarter')).toEqual(['party_lecture missing 0', 'theme_seminar planned 0'])
    expect(gaps('year')).toEqual([])
  })

  it('meets today at 15:00: published, its whole branch expected, its doors ready to be opened', () => {
    const today = small.activities.find((a) => a.title === '9月主题党日' && a.place === '局三楼会议室')
    expect(today).toMatchObject({ state: 'published', startsAt: Date.parse('2026-09-22T15:00:00+08:00') })
    expect(today?.expected).toHaveLength(26)
    expect(today?.codeKey).toHaveLength(64)
  })

  it('has a late entry and a request to bind that wait for the secretary, and a meeting whose record is open', () => {
    const secretary = memberOf('demo-secretary')
    const waiting = small.facts.filter(
      (f) => f.kind === 'attendance' && f.way === 'backfill' && f.confirmed === null,
    )
    expect(waiting.map((f) => f.witnessId)).toEqual([secretary._id])
    expect(small.identities.filter((i) => i.state === 'requested')).toHaveLength(1)
    const closed = small.activities.filter((a) => a.state === 'closed' && a.title === '9月集中学习')
    expect(closed).toHaveLength(1)
  })

  it('offers the demo member a leave already asked for on the 24th and a service on the 26th', () => {
    const leave = small.facts.find(
      (f) =>
        f.kind === 'leave' &&
        f.memberId === memberOf('demo-member')._id &&
        f.activityId ===
          small.activities.find((a) => a.startsAt === Date.parse('2026-09-24T15:00:00+08:00'))?._id,
    )
    expect(leave).toBeDefined()
    const service = small.activities
      .filter((a) => a.hostId === memberOf('demo-member').communities?.[0]?.communityId)
      .sort((a, b) => b.startsAt - a.startsAt)[0]
    expect(service).toMatchObject({
      title: '清洁家园',
      state: 'published',
      startsAt: Date.parse('2026-09-26T09:00:00+08:00'),
    })
  })

  it('has five members whose dues of the month are not ticked', () => {
    const branch = small.organisations.find((o) => o.name === demoBranchName)
    const members = small.members.filter((m) => membershipOn(m, '2026-09-22')?.branchId === branch?._id)
    const ticked = new Set(small.facts.map((f) => f._id))
    expect(members.filter((m) => !ticked.has(`dues_${m._id}_2026-09`))).toHaveLength(5)
  })

  it('was told of its gaps in August, once each: by a message, or by the group leader to whom WeChat does not reach', () => {
    const told = small.reminders.map(({ memberId, periodKey, state, _id }) => ({
      memberId,
      periodKey,
      state,
      _id,
    }))
    expect(told.length).toBeGreaterThan(3)
    expect(told.filter((r) => r._id !== `gap_${r.memberId}_2026-08_1`)).toEqual([])
    expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['sent', 'leader']))
    const reachable = new Set(small.credits.filter(({ byLeader }) => !byLeader).map(({ _id }) => _id))
    expect(told.filter((r) => (r.state === 'sent') !== reachable.has(r.memberId))).toEqual([])
    expect(small.reminders.filter((r) => r.state === 'leader' && !r.told?.by)).toEqual([])
  })
})

describe('the demo community', () => {
  const at = (day: string) =>
    small.activities.find((a) => a.hostId === placeOf('demo-community') && a.startsAt === Date.parse(day))
  const factsAt = (activity: Activity | undefined) =>
    small.facts.filter((f) => f.activityId === activity?._id)

  it('has a service today at 16:00, published, its places limited and its code ready', () => {
    const today = at('2026-09-22T16:00:00+08:00')
    expect(today).toMatchObject({ state: 'published', limit: 20, contact: '方晓云' })
    expect(today?.codeKey).toHaveLength(64)
    expect(factsAt(today).filter((f) => f.kind !== 'enrolment')).toEqual([])
  })

  it('has seven of last Saturday who came by poster or list and wait; the demo member is none of them', () => {
    const last = at('2026-09-19T09:00:00+08:00')
    expect(last?.state).toBe('closed')
    const waiting = factsAt(last).filter((f) => f.kind === 'attendance' && f.confirmed === null)
    expect(waiting.map(({ way }) => way).sort()).toEqual([
      ...Array(3).fill('paper'),
      ...Array(4).fill('poster'),
    ])
    expect(factsAt(last).some((f) => f.kind === 'attendance' && f.confirmed)).toBe(true)
    expect(
      small.facts.some((f) => f.memberId === memberOf('demo-member')._id && f.activityId === last?._id),
    ).toBe(false)
  })

  it('has members enrolled for what comes, not the demo member', () => {
    const coming = small.activities.filter((a) => a.kind === 'community_service' && a.startsAt > demoMoment)
    const ids = new Set(coming.map((a) => a._id))
    const enrolled = small.facts.filter((f) => f.kind === 'enrolment' && ids.has(f.activityId ?? ''))
    expect(enrolled.length).toBeGreaterThan(0)
    expect(enrolled.some((f) => f.memberId === memberOf('demo-member')._id)).toBe(false)
  })

  it('asks for things to be done, as does the demo village: what they have not done yet is on offer to the demo member', () => {
    const offeredBy = (placeId: string) =>
      small.needs.filter((need) => need.placeId === placeId && isOffered(need, '2026-09-22'))
    expect(offeredBy(placeOf('demo-community'))).toHaveLength(2)
    expect(offeredBy(placeOf('demo-village'))).toHaveLength(1)
  })

  it('has deeds that wait for its yes, as has the demo village, where a late visit waits too', () => {
    const waiting = (kind: Fact['kind'], hostId: string) =>
      small.facts.filter((f) => f.kind === kind && f.hostId === hostId && f.confirmed === null)
    const finished = (hostId: string) => waiting('deed', hostId).filter((f) => f.detail?.state === 'finished')
    expect(finished(placeOf('demo-community'))).toHaveLength(2)
    expect(finished(placeOf('demo-village'))).toHaveLength(1)
    expect(waiting('visit', placeOf('demo-village')).map(({ way }) => way)).toEqual(['backfill'])
  })
})
