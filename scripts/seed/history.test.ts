import type { Collections } from '@cloud/lib/wx/collections'
import type { Fact } from '@domain/progress/fact'
import { demoDocuments, demoMoment } from './seed'

type Documents =
  Pick<Collections, 'organisations' | 'identities' | 'activities' | 'facts' | 'credits'> extends infer All
    ? { [Name in keyof All]: All[Name][] }
    : never

// A whole county takes seconds on a busy machine.
jest.setTimeout(60_000)

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
