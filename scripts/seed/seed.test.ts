import { createHash } from 'node:crypto'
import type { Collections } from '@cloud/lib/store/collections/collections'
import type { Fact } from '@domain/fact/fact'
import { membershipOn } from '@domain/org/membershipOn'
import { membersFile, readRows } from './readRoster'
import { demoMoment } from './demoMoment'
import { demoDocuments, seedCounty } from './seed'

type Documents =
  Pick<
    Collections,
    'organisations' | 'members' | 'identities' | 'households' | 'activities' | 'facts' | 'duties'
  > extends infer All
    ? { [Name in keyof All]: All[Name][] }
    : never

const read = async (size: 'county' | 'branch', now = demoMoment) =>
  (await demoDocuments({ size, now })) as unknown as Documents
const hash = (documents: unknown) => createHash('sha256').update(JSON.stringify(documents)).digest('hex')

// A whole county takes seconds on a busy machine.
let county: Documents
let branch: Documents
beforeAll(async () => {
  county = await read('county')
  branch = await read('branch')
})

describe('the roster', () => {
  const ofType = (type: string) => county.organisations.filter((o) => o.type === type).length

  it('has 62 branches, 1,046 members, 12 communities, 24 villages and 754 households', () => {
    const counts = [ofType('branch'), county.members.length, ofType('community'), ofType('village')]
    expect(counts).toEqual([62, 1046, 12, 24])
    expect(county.households).toHaveLength(754)
  })

  it('puts every branch under a unit under the work committee, and every group under its branch', () => {
    const byId = new Map(county.organisations.map((o) => [o._id, o]))
    const above = (id: string) => byId.get(byId.get(id)?.parentId ?? '')
    for (const o of county.organisations) {
      if (o.type === 'group') expect(above(o._id)?.type).toBe('branch')
      if (o.type === 'branch')
        expect([above(o._id)?.type, above(above(o._id)?._id ?? '')?.type]).toEqual(['unit', 'work_committee'])
    }
  })

  it('has at least twenty probationary members in many branches, two of them in the demo branch', () => {
    const probationary = county.members.filter((m) => m.standing === 'probationary')
    const branches = probationary.map((m) => membershipOn(m, '2026-09-22')?.branchId)
    expect(probationary.length).toBeGreaterThanOrEqual(20)
    expect(new Set(branches).size).toBeGreaterThanOrEqual(15)
    const demo = county.organisations.find((o) => o.name === '县农业农村局党支部')
    expect(branches.filter((id) => id === demo?._id)).toHaveLength(2)
  })

  it('shows what the register is too even for', () => {
    const categories = new Set(county.members.flatMap((m) => m.exemptions.map((e) => e.category)))
    expect(categories).toEqual(
      new Set(['old_age', 'health', 'maternity', 'abroad', 'resident_in_village', 'mobile']),
    )
    expect(county.households.some((h) => h.memberIds.length === 2)).toBe(true)
    expect(county.members.some((m) => m.memberships.length === 2)).toBe(true)
    expect(county.members.some((m) => m.memberships[0]?.fromOutside)).toBe(true)
    const grouped = new Set(county.organisations.filter((o) => o.type === 'group').map((o) => o.parentId))
    const bare = county.organisations.filter(
      (o) => o.type === 'branch' && !o.hasCommittee && !grouped.has(o._id),
    )
    expect(bare.length).toBeGreaterThan(0)
  })

  it('gives every member an id, an alias and a key of their own', () => {
    for (const key of ['_id', 'alias', 'codeKey'] as const) {
      expect(new Set(county.members.map((m) => m[key])).size).toBe(1046)
    }
  })

  it('gives every household a door code of its own that tells nothing of it', () => {
    const codes = county.households.map((household) => household.doorCode)
    expect(new Set(codes).size).toBe(754)
    expect(codes.filter((code) => !/^[0-9a-z]{16}$/.test(code))).toEqual([])
    const ids = JSON.stringify(
      county.households.map(({ _id, number, villageId }) => [_id, number, villageId]),
    )
    expect(codes.filter((code) => ids.includes(code))).toEqual([])
  })

  it('has someone outside the register for every community and village, by a name that no member bears', () => {
    const names = new Set(county.members.map((member) => member.name))
    const staff = county.identities.filter((identity) => identity.memberId === undefined)
    const places = county.organisations.filter((o) => o.type === 'community' || o.type === 'village')
    expect(staff.flatMap(({ grants }) => grants.map((grant) => grant.organisationId)).sort()).toEqual(
      places.map((place) => place._id).sort(),
    )
    expect(staff.filter(({ name = '' }) => name === '' || names.has(name))).toEqual([])
    expect(new Set(county.identities.map((identity) => identity._id)).size).toBe(county.identities.length)
  })

  it('gives every member the household links that the household itself names', () => {
    const links = county.members.flatMap((m) => m.households.map((h) => `${h.householdId}|${m._id}`)).sort()
    expect(county.households.flatMap((h) => h.memberIds.map((id) => `${h._id}|${id}`)).sort()).toEqual(links)
  })
})

describe('what is never stored', () => {
  it('is any ID number, birth date, nationality or full phone number of the register', async () => {
    const rows = await readRows(membersFile)
    const column = (title: string) => new Set(rows.map((row) => String(row[title])))
    // Founding dates of organisations are public and may fall on somebody's birthday.
    const organisations = county.organisations.map(({ validFrom: _from, termEndsOn: _to, ...rest }) => rest)
    const text = JSON.stringify({ ...county, organisations })
    const runs = new Set(text.match(/\d{11,}/g))
    const dates = new Set(text.match(/\d{4}-\d{2}-\d{2}/g))
    const compact = new Set(text.match(/(?<!\d)(19|20)\d{6}(?!\d)/g))
    const [birthdays, phones, numbers] = [column('出生日期'), column('联系电话'), column('身份证号')]
    expect([birthdays.size > 900, phones.size > 900, numbers.size > 900]).toEqual([true, true, true])
    expect([...runs].filter((run) => phones.has(run) || numbers.has(run))).toEqual([])
    expect([...dates].filter((date) => birthdays.has(date))).toEqual([])
    expect(
      [...compact].filter((day) => birthdays.has(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)),
    ).toEqual([])
    for (const nationality of column('民族')) expect(text.includes(nationality)).toBe(false)
  })

  it('has no field: a member document holds the roster fields and no others', () => {
    const fields = new Set(county.members.flatMap((m) => Object.keys(m)))
    const known =
      '_id name phoneTail phoneHash standing order memberships posts cadre contactPoints communities households exemptions alias codeKey'
    expect([...fields].sort()).toEqual(known.split(' ').sort())
  })
})

describe('the history', () => {
  it('is the same county byte for byte from the same input', async () => {
    expect(hash(await read('branch'))).toBe(hash(branch))
    expect(hash(await read('county'))).toBe(hash(county))
  })

  it('keeps the same people under the same ids in both sizes', () => {
    const all = new Map(county.members.map((m) => [m._id, m]))
    for (const member of branch.members) expect(all.get(member._id)).toEqual(member)
  })

  it('points every fact at a member, a branch, a host and an activity that exist, in both sizes', () => {
    for (const documents of [county, branch]) {
      const members = new Set(documents.members.map((m) => m._id))
      const places = new Set(documents.organisations.map((o) => o._id))
      const activities = new Set(documents.activities.map((a) => a._id))
      const households = new Set(documents.households.map((h) => h._id))
      const lost = documents.facts.filter(
        (f) =>
          !members.has(f.memberId) ||
          !places.has(f.branchId) ||
          !places.has(f.hostId) ||
          (f.activityId !== undefined && !activities.has(f.activityId)) ||
          (f.householdId !== undefined && !households.has(f.householdId)),
      )
      expect(lost).toEqual([])
    }
  })

  it('gives every fact its natural key, once', () => {
    const key: Record<Fact['kind'], (f: Fact) => string> = {
      attendance: (f) => `${String(f.activityId)}_${f.memberId}`,
      make_up: (f) => `${String(f.activityId)}_${f.memberId}_makeup`,
      leave: (f) => `${String(f.activityId)}_${f.memberId}_leave`,
      enrolment: (f) => `${String(f.activityId)}_${f.memberId}_enrol`,
      excuse: (f) => `${String(f.dutyId)}_${f.memberId}_${String(f.periodKey)}_excuse`,
      visit: (f) => `${String(f.householdId)}_${f.memberId}_${f.occurredOn}`,
      deed: (f) => f.nonce,
      talk: (f) => f.nonce,
      tick: (f) => `${String(f.dutyId)}_${f.memberId}_${String(f.periodKey)}`,
    }
    expect(county.facts.filter((f) => f._id !== key[f.kind](f))).toEqual([])
    expect(new Set(county.facts.map((f) => f._id)).size).toBe(county.facts.length)
  })

  it('keeps each fact with the branch that held the member on that day', () => {
    const members = new Map(county.members.map((m) => [m._id, m]))
    const wrong = county.facts.filter((f) => {
      const member = members.get(f.memberId)
      return !member || membershipOn(member, f.occurredOn)?.branchId !== f.branchId
    })
    expect(wrong).toEqual([])
  })

  it('knows nothing that happens after the demo moment', () => {
    const stamps = county.facts.flatMap((f) => [
      f.recordedAt,
      f.confirmed?.at ?? 0,
      Number(f.detail?.finishedAt ?? 0),
      f.annulled?.at ?? 0,
      +f.updatedAt,
    ])
    const touched = county.activities.flatMap((a) => [a.publishedAt ?? 0, a.recordedAt ?? 0, +a.updatedAt])
    const latest = [...stamps, ...touched].reduce((a, b) => Math.max(a, b))
    expect(latest).toBeLessThanOrEqual(demoMoment)
  })

  it('registers nobody before the doors open, and by scan nobody who is not bound', () => {
    const published = new Set(county.activities.filter((a) => a.state === 'published').map((a) => a._id))
    const bound = new Set(county.identities.filter((i) => i.state === 'bound').map((i) => i.memberId))
    const attended = county.facts.filter((f) => f.kind === 'attendance')
    expect(attended.filter((f) => published.has(f.activityId ?? ''))).toEqual([])
    const byCode = attended.filter((f) => f.way === 'scan' || f.way === 'poster')
    expect(byCode.filter((f) => !bound.has(f.memberId))).toEqual([])
  })

  it('settles everyone expected before a record stands, and drops its code key', () => {
    const settled = new Map<string, Set<string>>()
    for (const f of county.facts) {
      if (!f.activityId || f.annulled || f.kind === 'make_up') continue
      const of = settled.get(f.activityId) ?? new Set()
      settled.set(f.activityId, of.add(f.memberId))
    }
    for (const a of county.activities.filter((one) => one.state === 'recorded')) {
      const known = settled.get(a._id) ?? new Set()
      for (const { memberId } of a.absences) expect(known.has(memberId)).toBe(false)
      const named = new Set([...known, ...a.absences.map((absence) => absence.memberId)])
      expect(a.expected.filter((e) => !named.has(e.memberId))).toEqual([])
      expect(a.codeKey).toBeUndefined()
    }
    for (const a of county.activities.filter((one) => one.state === 'published'))
      expect(a.codeKey).toMatch(/^[0-9a-f]{64}$/)
  })

  it('marks as guests exactly those who stand on no list', () => {
    const lists = new Map(county.activities.map((a) => [a._id, new Set(a.expected.map((e) => e.memberId))]))
    const meetings = county.facts.filter(
      (f) => f.kind === 'attendance' && f.activityKind !== 'community_service',
    )
    expect(meetings.filter((f) => !!f.guest === lists.get(f.activityId ?? '')?.has(f.memberId))).toEqual([])
    expect(meetings.some((f) => f.guest)).toBe(true)
  })

  it('has 60,000 to 90,000 facts with a turnout between 80 and 95 of a hundred, entered in every way', () => {
    const done = county.activities.filter((a) => a.state === 'recorded' && a.expected.length > 0)
    const ids = new Set(done.map((a) => a._id))
    const expected = done.reduce((sum, a) => sum + a.expected.length, 0)
    const came = county.facts.filter(
      (f) => f.kind === 'attendance' && !f.guest && !f.annulled && ids.has(f.activityId ?? ''),
    )
    expect(county.facts.length).toBeGreaterThan(60_000)
    expect(county.facts.length).toBeLessThan(90_000)
    expect(came.length / expected).toBeGreaterThan(0.8)
    expect(came.length / expected).toBeLessThan(0.95)
    const ways = new Set(county.facts.map((f) => f.way))
    expect(ways).toEqual(new Set(['scan', 'poster', 'member_code', 'roll_call', 'paper', 'backfill', 'self']))
    expect(county.facts.some((f) => f.annulled)).toBe(true)
  })

  it('lets nobody enter oneself other than by scan', () => {
    const entered = county.facts.filter(
      (f) => f.kind === 'attendance' && f.way !== 'scan' && f.way !== 'poster',
    )
    expect(entered.filter((f) => f.by === f.memberId)).toEqual([])
  })

  it('lets a second person confirm every late entry, never the one who made it', () => {
    const late = county.facts.filter((f) => f.kind === 'attendance' && f.way === 'backfill')
    expect(late.length).toBeGreaterThan(0)
    expect(
      late.filter((f) => !f.witnessId || f.witnessId === f.by || f.witnessId === f.memberId || !f.reason),
    ).toEqual([])
  })

  it('may begin at another moment: a year that has just begun has no past', async () => {
    const early = await read('branch', Date.parse('2026-01-01T08:00:00+08:00'))
    expect(early.facts.filter((f) => f.kind === 'attendance')).toEqual([])
    expect(early.activities.every((a) => a.state === 'published')).toBe(true)
  })
})

it('fills a local cloud collection by collection and says how long it took', async () => {
  const inserted = new Map<string, number>()
  const lines: string[] = []
  const database = { insertMany: (name: string, docs: unknown[]) => void inserted.set(name, docs.length) }
  await seedCounty({ database }, { size: 'branch', now: demoMoment, log: (line) => lines.push(line) })
  expect(inserted.get('facts')).toBe(branch.facts.length)
  expect(inserted.get('members')).toBe(branch.members.length)
  expect(lines.join()).toMatch(/in \d+\.\d s/)
})
