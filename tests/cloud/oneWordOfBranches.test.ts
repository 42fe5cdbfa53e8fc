import { at } from '@domain/testing/at'
import { matrixRows, withGaps } from '@/features/branch/logic/matrix'
import { DemoCounty } from './demoCounty'

let county: DemoCounty
beforeAll(async () => {
  county = await DemoCounty.start()
}, 600_000)
afterAll(() => county.stop())

test('in every branch of the county the eve of T−7 and T−7 differ in tone alone, and its pages name the same people', async () => {
  const heads = county.emulator.database
    .find('members')
    .flatMap(({ _id, posts }) =>
      (posts as { post: string; organisationId: string; to?: string }[]).flatMap((held) =>
        held.post === 'secretary' && held.to === undefined ? { memberId: _id, id: held.organisationId } : [],
      ),
    )
  const openIds = new Map(
    county.emulator.database
      .find('identities', { state: 'bound' })
      .map(({ _id, memberId }): [unknown, string] => [memberId, String(_id)]),
  )
  let branches = 0
  for (const [when, pressing] of [
    ['2026-09-23 10:00', false],
    ['2026-09-24 10:00', true],
  ] as const) {
    const now = at(when)
    county.emulator.clock.set(now)
    for (const { memberId, id } of heads) {
      const openId = openIds.get(memberId)
      if (openId === undefined) continue
      branches += 1
      const page = await county.get(openId, 'progress.branch', { branchId: id })
      const { places } = await county.get(openId, 'identity.work')
      const { people: named } = await county.get(openId, 'reminder.word', { branchId: id })
      const missing = withGaps(page.rows).map((row) => row.memberId)
      expect([id, places.find((place) => place.branchId === id)?.missingMembers]).toEqual([
        id,
        missing.length,
      ])
      expect([id, named.map((one) => one.id)]).toEqual([id, pressing ? missing : []])
      const cells = matrixRows(page.rows, page, now).flatMap((row) => row.cells)
      const loud = cells.filter(({ state, calm }) => state === 'missing' && calm !== true)
      expect([id, loud.length > 0]).toEqual([id, pressing && missing.length > 0])
    }
  }
  expect(branches).toBeGreaterThan(20)
})
