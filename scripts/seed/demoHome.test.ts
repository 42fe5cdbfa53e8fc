import type { Collections } from '@cloud/lib/wx/collections'
import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { periodOf } from '@domain/period/period'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { evaluateMember } from '@domain/progress/evaluateMember'
import type { Fact } from '@domain/progress/fact'
import type { Duty } from '@domain/duty/duty'
import { demoBranchName, demoIdentities } from './identities'
import { demoDocuments, demoMoment } from './seed'

interface Documents {
  organisations: Organisation[]
  members: Member[]
  identities: Collections['identities'][]
  activities: Activity[]
  facts: Fact[]
  duties: Duty[]
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

const month = periodOf('month', demoMoment)
const stateOf = (member: Member): Record<string, string> =>
  Object.fromEntries(
    evaluateMember({ ...small, member, period: month, now: demoMoment }).map((p) => [
      p.dutyId,
      `${p.done}/${String(p.needed)} ${p.state}`,
    ]),
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
      expect(label.startsWith(memberOf(openid).name)).toBe(true)
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
      community_service: '0/1 planned',
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
    const waiting = small.facts.filter((f) => f.way === 'backfill' && f.confirmed === null)
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
        f._id.startsWith(
          small.activities.find((a) => a.startsAt === Date.parse('2026-09-24T15:00:00+08:00'))?._id ?? '-',
        ),
    )
    expect(leave).toBeDefined()
    const service = small.activities.find(
      (a) => a.hostId === memberOf('demo-member').communityId && a.startsAt > demoMoment,
    )
    expect(service).toMatchObject({
      title: '清洁家园',
      state: 'published',
      startsAt: Date.parse('2026-09-26T09:00:00+08:00'),
    })
  })
})
