import type { AuditRow } from '@cloud/lib/store/collections/audit'
import type { Fact } from '@domain/fact/fact'
import type { Action } from '@domain/contract/actions'
import { aFact } from '@domain/testing/builders'
import { CutCloud } from './crash/CutCloud'
import { seed } from './crash/seed'
import { MOMENT } from './people'
import { contact, staff } from './places'

/** As many as one request takes. */
const WHOLE = 200
/** Where an update that changes many documents broke off: what the database has changed by then stays changed. */
const HALF = 77

let cloud: CutCloud
beforeAll(async () => {
  cloud = await CutCloud.atItsTime(seed)
})
afterAll(() => cloud.stop())

const batches = [
  {
    action: 'service.confirm',
    as: staff,
    place: 'community1',
    about: { kind: 'attendance', activityId: 'service', activityKind: 'community_service', way: 'poster' },
    send: (factIds: string[]) => ({ activityId: 'service', factIds }),
  },
  {
    action: 'household.confirm',
    as: contact,
    place: 'village1',
    about: { kind: 'visit', householdId: 'h1', way: 'backfill' },
    send: (factIds: string[]) => ({ villageId: 'village1', factIds }),
  },
  {
    action: 'deed.confirm',
    as: contact,
    place: 'village1',
    about: {
      kind: 'deed',
      way: 'self',
      detail: { title: '修灯', state: 'finished', finishedAt: String(MOMENT) },
    },
    send: (deedIds: string[]) => ({ placeId: 'village1', deedIds }),
  },
] as const satisfies { action: Action; about: Partial<Fact>; [more: string]: unknown }[]

describe.each(batches)('$action of 200 at once', ({ action, as, place, about, send }) => {
  const ids = Array.from({ length: WHOLE }, (_, i) => `${action}-${i}`)
  const confirm = () => cloud.call(as, action, send(ids))
  const confirmed = () =>
    cloud.find<Fact>('facts', { _id: { $in: ids } }).filter((fact) => fact.confirmed?.by === place)
  const audits = () =>
    cloud.find<AuditRow>('audit', { what: 'confirm' }).map(({ result, state }) => [result, state])

  beforeEach(async () => {
    await cloud.remove('facts', { _id: { $in: ids } })
    await cloud.remove('audit', {})
    const waits = { hostId: place, confirmed: null, memberId: 'm4', occurredAt: MOMENT - 1000 }
    cloud.insert('facts', ...ids.map((_id) => aFact({ _id, nonce: _id, ...about, ...waits })))
  })

  test('one tap confirms all, told once; the same again, and from two phones at once, changes nothing more', async () => {
    const [first, second] = await Promise.all([confirm(), confirm()])
    expect([first, second]).toMatchObject([{ ok: true }, { ok: true }])
    expect(confirmed()).toHaveLength(WHOLE)
    const before = cloud.contents()
    expect(await confirm()).toMatchObject({ ok: true, data: { confirmed: 0 } })
    expect(cloud.contents()).toEqual(before)
    expect(audits()).toEqual([[String(WHOLE), undefined]])
  })

  test.each([1, 2])(
    'cut after write %s of 3, sent again all are confirmed, and the night leaves nothing half told',
    async (writes) => {
      cloud.wire.dieAfter(writes)
      await confirm().catch(() => undefined)
      cloud.forget()
      expect(confirmed()).toHaveLength(writes === 1 ? 0 : WHOLE)
      expect(await confirm()).toMatchObject({ ok: true })
      expect(confirmed()).toHaveLength(WHOLE)
      await cloud.night()
      expect(audits()).toEqual([[String(WHOLE), undefined]])
    },
  )

  test('broken off in the middle of them, sent again the rest follows and what stood keeps its instant', async () => {
    const part = send(ids.slice(0, HALF))
    expect(await cloud.call(as, action, part)).toMatchObject({ ok: true, data: { confirmed: HALF } })
    const stood = confirmed()
    expect(await confirm()).toMatchObject({ ok: true, data: { confirmed: WHOLE - HALF } })
    expect(confirmed()).toHaveLength(WHOLE)
    for (const fact of stood) expect(confirmed()).toContainEqual(fact)
  })
})
