import { after, before, test } from 'node:test'
import { addressOf } from '../../src/navigation/routes'
import { ask } from './ask'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { openWorld, says, tap, type World } from './world'

/** Today's meeting, which was opened and which nobody closed. */
let world: World
let activityId = ''
before(async () => {
  world = await openWorld()
  const [meeting] = world.emulator.database.find('activities', { title: '9月主题党日', state: 'published' })
  activityId = String(meeting?._id)
  await ask(world, 'demo-secretary', 'activity.setState', { activityId, to: 'open' })
  world.emulator.clock.set(Number(meeting?.endsAt) + 4 * 3_600_000)
})
after(() => world.close())

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)
  test(`a meeting that nobody closed stands under 待办 with its way on, and can be opened again, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, `#todo #meeting-${activityId}:has-text("整理会议记录")`)
    await says(page, '#closed-itself', /9月22日 \d\d:\d\d 自动结束了登记/)
    await picture(page, named('16-record-closed-itself'))
    await page.goto(
      `${world.emulator.url}/?as=demo-secretary&opened=1#${addressOf('meeting', { id: activityId })}`,
    )
    await says(page, '#meeting-summary', /自动结束了登记。还没开完，点“重新开始”；开完了，去整理会议记录/)
    await picture(page, named('03-closed-itself'))
    await tap(page, '#reopen')
    await says(page, '#meeting', /结束登记/)
    await page.context().close()
    // It closes by itself once more.
    world.emulator.clock.advance(3 * 3_600_000)
  })
}
