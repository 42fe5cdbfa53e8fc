import type { Collections } from '@cloud/lib/store/collections/collections'
import type { Fact } from '@domain/fact/fact'
import { membershipOn } from '@domain/org/membershipOn'
import { quiet } from './demoMonth'
import { demoBranchName, demoUnitName, guestBranchName } from './identities'
import { demoMoment } from './demoMoment'
import { demoDocuments } from './seed'

type Documents =
  Pick<
    Collections,
    'organisations' | 'members' | 'identities' | 'activities' | 'facts' | 'credits'
  > extends infer All
    ? { [Name in keyof All]: All[Name][] }
    : never

// A whole county takes seconds on a busy machine.
let county: Documents
beforeAll(async () => {
  county = (await demoDocuments({ size: 'county', now: demoMoment })) as unknown as Documents
})

describe('what happens outside the branch', () => {
  it("knows of every service its kind, whom to ask and a poster's id of its own; it never turned anyone away", () => {
    const services = county.activities.filter((a) => a.kind === 'community_service')
    expect(
      services.filter((a) => !a.serviceKind || !a.contact || !/^[0-9a-z]{16}$/.test(a.posterId ?? '')),
    ).toEqual([])
    expect(new Set(services.map((a) => a.posterId)).size).toBe(services.length)
    expect(new Set(services.map((a) => a.serviceKind))).toEqual(new Set(['theme', 'daily', 'post']))
    const enrolled = new Map<string, number>()
    for (const f of county.facts)
      if (f.kind === 'enrolment' && !f.annulled)
        enrolled.set(f.activityId ?? '', (enrolled.get(f.activityId ?? '') ?? 0) + 1)
    expect(services.some((a) => a.limit !== undefined)).toBe(true)
    expect(services.filter((a) => (enrolled.get(a._id) ?? 0) > (a.limit ?? Infinity))).toEqual([])
  })

  it('lets what staff showed confirm itself, a poster or a list only later, and a late visit only by its village', () => {
    const services = county.facts.filter(
      (f) => f.activityKind === 'community_service' && f.kind === 'attendance',
    )
    const itself = services.filter((f) => f.confirmed?.at === f.recordedAt)
    expect(new Set(itself.map((f) => f.way))).toEqual(new Set(['scan']))
    expect(services.filter((f) => f.way === 'scan')).toHaveLength(itself.length)
    const late = county.facts.filter((f) => f.kind === 'visit' && f.way === 'backfill')
    expect(late.length).toBeGreaterThan(100)
    expect(late.filter((f) => f.confirmed === undefined || f.recordedAt <= f.occurredAt)).toEqual([])
    const waiting = county.facts.filter((f) => f.kind === 'visit' && f.confirmed === null)
    expect(new Set(waiting.map((f) => f.way))).toEqual(new Set(['backfill']))
  })

  it('says of every visit what it was for, in the words of the four taps', () => {
    const visits = county.facts.filter((f) => f.kind === 'visit')
    const said = new Set(visits.flatMap((f) => (f.detail?.purposes ?? '?').split(',')))
    expect(said).toEqual(new Set(['policy', 'heart', 'help', 'plan']))
  })

  it('leaves a deed claimed, finished or dropped; only finished ones are confirmed, by a community or a village', () => {
    const deeds = county.facts.filter((f) => f.kind === 'deed')
    const stateOf = (f: Fact) => `${f.detail?.state ?? ''}${f.confirmed ? ' and confirmed' : ''}`
    expect(new Set(deeds.map(stateOf))).toEqual(
      new Set(['claimed', 'finished', 'dropped', 'finished and confirmed']),
    )
    for (const f of deeds) {
      expect(f.confirmed).toBeDefined()
      expect(f.detail?.finishedAt !== undefined).toBe(f.detail?.state === 'finished')
      expect(Number(f.detail?.finishedAt ?? 0)).toBeLessThan(f.confirmed?.at ?? Infinity)
      const side = county.organisations.find((o) => o._id === f.hostId)?.type
      expect(side).toBe(f.detail?.beneficiary === 'household' ? 'village' : 'community')
    }
  })

  it('holds credits of members who are bound; some allowed nothing, some are told by a person', () => {
    const bound = new Set(
      county.identities.flatMap((i) => (i.state === 'bound' && i.memberId ? [i.memberId] : [])),
    )
    expect(county.credits.filter(({ _id }) => !bound.has(_id))).toEqual([])
    expect(
      county.credits.filter((c) => c.month_gap === 1 && c.meeting === 2 && !c.byLeader).length,
    ).toBeGreaterThan(bound.size * 0.75)
    expect(bound.size - county.credits.length).toBeGreaterThan(20)
    expect(county.credits.filter((c) => c.byLeader).length).toBeGreaterThan(20)
  })
})

describe('units', () => {
  const units = () =>
    county.organisations.filter(({ type, name }) => type === 'unit' && /(党组|党委)$/.test(name))
  const groupOf = (unitId: string) =>
    county.members.filter(({ posts }) =>
      posts.some(({ post, organisationId }) => post === 'theory_group_member' && organisationId === unitId),
    )
  const studiesOf = (unitId: string) =>
    county.activities.filter(({ kind, hostId }) => kind === 'unit_theory_study' && hostId === unitId)

  it('have a 中心组 of five to nine from their own branches, the leading cadres among them; a 室务会 has none', () => {
    expect(units()).toHaveLength(39)
    const above = new Map(county.organisations.map(({ _id, parentId }) => [_id, parentId]))
    for (const { _id } of units()) {
      const people = groupOf(_id)
      expect(people.length).toBeGreaterThanOrEqual(5)
      expect(people.length).toBeLessThanOrEqual(9)
      for (const member of people)
        expect(above.get(membershipOn(member, '2026-09-22')?.branchId ?? '')).toBe(_id)
    }
    const all = county.members.filter(({ posts }) => posts.some(({ post }) => post === 'theory_group_member'))
    expect(all).toHaveLength(units().reduce((sum, { _id }) => sum + groupOf(_id).length, 0))
  })

  it('study about once a month since January, with who was there and why others were not; some missed a month', () => {
    const months = (unitId: string) =>
      new Set(studiesOf(unitId).flatMap(({ startsAt, state }) => (state === 'recorded' ? startsAt : [])))
    const held = units().map(({ _id }) => months(_id).size)
    expect(Math.max(...held)).toBeGreaterThanOrEqual(8)
    expect(held.some((count) => count < 8)).toBe(true)
    const studies = county.activities.filter(({ kind }) => kind === 'unit_theory_study')
    expect(
      studies.every(
        ({ hostType, hostId, branchId, topic }) => hostType === 'unit' && hostId === branchId && topic,
      ),
    ).toBe(true)
    expect(studies.flatMap(({ absences }) => absences).length).toBeGreaterThan(20)
    const facts = county.facts.filter(({ activityKind }) => activityKind === 'unit_theory_study')
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['attendance', 'leave']))
  })

  it('leave the demo unit a gap: nothing in July, and nothing yet in September', () => {
    const unit = units().find(({ name }) => name === demoUnitName)
    const at = studiesOf(unit?._id ?? '').map(
      ({ startsAt }) => new Date(startsAt + 8 * 3_600_000).getUTCMonth() + 1,
    )
    expect(at.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 8])
    const officer = county.identities.find(({ _id }) => _id === 'demo-unit-officer')
    expect(officer?.grants).toEqual([{ role: 'unit_officer', organisationId: unit?._id, from: '2026-01-01' }])
  })
})

describe('a county leader', () => {
  it('has contact points and gave one lecture at the demo branch', () => {
    const identity = county.identities.find(({ _id }) => _id === 'demo-county-leader')
    const leader = county.members.find(({ _id }) => _id === identity?.memberId)
    const nameOf = (id: string) => county.organisations.find(({ _id }) => _id === id)?.name
    expect(leader?.cadre).toBe('county')
    expect(leader?.contactPoints?.map(({ branchId }) => nameOf(branchId))).toEqual([
      demoBranchName,
      guestBranchName,
    ])
    const lectures = county.activities.filter(({ lecturerId }) => lecturerId === leader?._id)
    const there = lectures.filter(({ branchId }) => nameOf(branchId) === demoBranchName)
    expect(there.map(({ title, state }) => `${title} ${state}`)).toEqual(['第二季度党课 recorded'])
  })
})

describe('make-up study and quiet months of the demo branch', () => {
  it('stand for a study that the member was not at; one waits for its second person', () => {
    const made = county.facts.filter(({ kind }) => kind === 'make_up')
    expect(made.map(({ confirmed }) => confirmed === null).sort()).toEqual([false, false, true])
    const ids = new Set(county.facts.map(({ _id }) => _id))
    for (const { activityId = '', memberId, confirmed, witnessId } of made) {
      expect(ids.has(`${activityId}_${memberId}`)).toBe(false)
      expect(county.activities.find(({ _id }) => _id === activityId)?.kind).toBe('study')
      if (confirmed === null) expect(witnessId).toBeDefined()
    }
  })

  it('one member came to nothing from June to August though the branch met, and is not exempt', () => {
    const { months } = quiet
    const came = (kind: Fact['kind']) =>
      county.facts.filter(
        (f) => f.memberId === quiet.memberId && f.kind === kind && months.includes(f.occurredOn.slice(0, 7)),
      )
    const meetings = came('attendance').filter((f) => f.activityKind !== 'community_service')
    expect(meetings).toEqual([])
    expect(county.members.find(({ _id }) => _id === quiet.memberId)?.exemptions).toEqual([])
  })
})
