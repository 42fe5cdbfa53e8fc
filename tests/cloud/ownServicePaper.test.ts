import { MOMENT, openIdOf } from './people'
import { aRunningService, staff, worldWithPlaces } from './places'
import { textInFile } from './textInFile'
import { checkIn, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
  world.emulator.clock.set(MOMENT)
})
afterAll(() => world.stop())

test('one’s own services of a year: confirmed ones add up, what waits stands beside, what was struck out is none', async () => {
  const scanned = await aRunningService(world, { title: '清洁家园' })
  const byPoster = await aRunningService(world, { title: '敬老助餐' })
  const struck = await aRunningService(world, { title: '反诈宣传' })
  await checkIn(world, 'm4', scanned.code())
  await checkIn(world, 'm4', byPoster.posterCode)
  await checkIn(world, 'm4', struck.code())
  await world.get(staff, 'checkin.strike', {
    activityId: struck.activityId,
    memberId: 'm4',
    reason: '不在现场',
  })
  const excel = await world.get(openIdOf('m4'), 'paper.ofOwnService', { year: 2026, paper: 'services' })
  expect(excel.fileName).toMatch(/2026年-.*-个人志愿服务情况\.xlsx$/)
  const word = await world.get(openIdOf('m4'), 'paper.ofOwnService', { year: 2026, paper: 'servicesText' })
  for (const { content } of [excel, word]) {
    const text = textInFile(content)
    expect(text).toMatch(/清洁家园[^]*敬老助餐|敬老助餐[^]*清洁家园/)
    expect(text).toContain('待确认')
    expect(text).toContain('已确认 1 次')
    expect(text).not.toContain('反诈宣传')
  }
  const before = await world.get(openIdOf('m4'), 'paper.ofOwnService', { year: 2025, paper: 'servicesText' })
  expect(textInFile(before.content)).toContain('暂无记录')
  expect(await world.reason(staff, 'paper.ofOwnService', { year: 2026, paper: 'services' })).toBe('forbidden')
})
