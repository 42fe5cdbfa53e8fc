import { auditTable } from '@domain/access/auditTable'
import { type CappedByTurn, dailyCaps } from '@domain/access/caps'
import { type Action, actions } from '@domain/contract/actions'
import { type Contents, CutCloud } from './crash/CutCloud'
import type { Sample } from './crash/sample'
import { samples } from './crash/samples'
import { seed, stranger } from './crash/seed'
import { MOMENT } from './people'

// Calls to WeChat, which a process that is no function may not make.
jest.mock('@cloud/lib/wx/unlimitedCode', () => ({ unlimitedCode: () => Promise.resolve(null) }))
jest.mock('@cloud/lib/wx/phone', () => ({ phoneNumberOf: (code: string) => Promise.resolve(code) }))

/** One cannot stop all: whatever somebody might write without end has a natural key, or takes one of the day's turns. */
let cloud: CutCloud
let start: Contents
beforeAll(async () => {
  cloud = await CutCloud.atItsTime(seed, stranger)
  start = cloud.keep()
})
afterAll(() => cloud.stop())

/** The same asked once more, in other words: as a program would that asks ten thousand times. */
function inOtherWords(value: unknown, field = ''): unknown {
  if (field === 'nonce') return 'nonce-of-another-request'
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? `${value}二` : value
  if (Array.isArray(value)) return value.map((one) => inOtherWords(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inOtherWords(one, name)]))
}

/** Who looked and what was done stand beside what is done, and are read by nobody's pages. */
const beside = ['audit', 'views', 'attempts']
const idsOf = (name: string): string[] => cloud.find<{ _id: string }>(name).map(({ _id }) => _id)
const everything = (): Set<string> =>
  new Set(
    cloud.emulator.database
      .collections()
      .filter((name) => !beside.includes(name))
      .flatMap((name) => idsOf(name).map((id) => `${name} ${id}`)),
  )

/** Lists that have an end of their own: the last movements alone are kept; a household is known to those who keep it. */
const ending = ['credits moves', 'households memberIds', 'audited']
const listsOf = (): Map<string, number> =>
  new Map(
    cloud.emulator.database
      .collections()
      .filter((name) => !beside.includes(name))
      .flatMap((name) =>
        cloud
          .find<{ _id: string }>(name)
          .flatMap((doc) =>
            Object.entries(doc).flatMap(([field, value]): [string, number][] =>
              Array.isArray(value) && !ending.some((one) => [field, `${name} ${field}`].includes(one))
                ? [[`${name} ${doc._id} ${field}`, value.length]]
                : [],
            ),
          ),
      ),
  )

const cases = (Object.keys(actions) as Action[])
  .filter((action) => auditTable[action] !== 'look')
  .flatMap((action) =>
    (samples[action] ?? []).map((one, i): [string, Action, Sample] => [`${action} ${i + 1}`, action, one]),
  )

test.each(cases)(
  '%s: asked again in other words it writes nothing new, or takes a turn',
  async (_, action, one) => {
    await cloud.restore(start)
    const given = (await one.prepare?.(cloud)) ?? {}
    await one.before?.(cloud)
    const data = await one.data(given)
    expect(await cloud.call(one.as, action, data)).toMatchObject({ ok: true })
    const [before, lists, turns] = [everything(), listsOf(), idsOf('attempts').length]
    await cloud.call(one.as, action, inOtherWords(data) as object)
    const added = [...everything()].filter((row) => !before.has(row))
    const grown = [...listsOf()].flatMap(([list, length]) =>
      length > (lists.get(list) ?? Infinity) ? [list] : [],
    )
    expect(idsOf('attempts').length > turns ? [] : [...added, ...grown]).toEqual([])
  },
)

/** What takes a turn of each kind. A new cap does not compile until it is said here. */
const taking: Record<CappedByTurn, Action[]> = {
  deed: ['deed.claim', 'need.take'],
  need: ['need.write'],
  plan: ['activity.save', 'activity.enterHeld'],
  service: ['service.publish'],
  proposal: ['proposal.write'],
  report: ['community.report'],
  list_row: ['list.save'],
  list_file: ['list.saveMany'],
  member: ['roster.save'],
  organisation: ['organisation.change'],
  import: ['import.begin', 'import.beginList', 'import.beginRows'],
  invite: ['binding.invite', 'binding.inviteStaff', 'setup.invite'],
  exemption: ['roster.setExemption'],
  grant: ['grants.give'],
  rule: ['duty.save'],
}

test.each(Object.entries(taking) as [CappedByTurn, Action[]][])(
  '%s: when the day’s turns are used up nothing more is written',
  async (kind, those) => {
    for (const action of those) {
      const [one] = samples[action] ?? []
      if (!one) throw new Error(action)
      await cloud.restore(start)
      const given = (await one.prepare?.(cloud)) ?? {}
      await one.before?.(cloud)
      const turns = Array.from({ length: dailyCaps[kind] }, (_, n) => ({
        ...{ _id: `${one.as}_2026-09-22_${kind}_${n}`, openId: one.as, day: '2026-09-22', kind },
        ...{ reason: 'asked', at: MOMENT },
      }))
      await cloud.remove('attempts', {})
      cloud.insert('attempts', ...turns)
      const before = everything()
      expect([action, await cloud.call(one.as, action, await one.data(given))]).toEqual([
        action,
        expect.objectContaining({ reason: 'too_many_today' }),
      ])
      expect([...everything()].filter((row) => !before.has(row))).toEqual([])
    }
  },
)
