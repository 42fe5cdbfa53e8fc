import { after, before, test } from 'node:test'
import { ask } from './ask'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { answerTo, becomes, cutOff, openWorld, says, shown, tap, type, type World } from './world'

/** A row of a list that is past its day, from the branch's list to the 消息 of whoever is to do it. */
let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const nonce = (n: number) => String(n).padStart(32, '0')

for (const elder of textSizes)
  test(`what is past its day stands in the 消息 of whoever is to do it and is closed from there, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const places = (await ask(world, 'demo-secretary', 'identity.work', {})).places
    const organisationId = places.find(({ branchId }) => branchId !== undefined)?.branchId ?? ''
    const list = { list: 'rectification', organisationId }
    const { people } = await ask(world, 'demo-secretary', 'list.form', list)
    const owner = people.find(({ name }) => name === '胡淑')?.id ?? ''
    const today = new Date(world.emulator.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const cells = [
      { field: 'what', text: '三楼党员活动室里没有党旗，书报架上的报纸还是去年的，请换一下' },
      { field: 'owner', pickedIds: [owner] },
      { field: 'due', on: today },
    ]
    await ask(world, 'demo-secretary', 'list.save', { ...list, cells, nonce: nonce(elder ? 1 : 2) })
    const { page } = await world.phone('demo-member', { elder })
    await tap(page, '#tab-messages')
    await becomes(() => shown(page, '[id^="message-task_"]').count(), 0)
    // The last day is in time; the next morning it is said.
    world.emulator.clock.advance(18 * 3_600_000)
    await page.reload()
    await says(page, '[id^="message-task_"]', /请您办的一件事到期了.*三楼党员活动室.*到期。办完请点“办结”/)
    await picture(page, elder ? '28-task-message-elder' : '28-task-message')
    await shown(page, '[id^="message-task_"]').getByText('请您办的一件事到期了').click()
    await says(page, '#row-fields', /三楼党员活动室.*胡淑/s)
    await becomes(() => shown(page, '#remove-row, #save-row, #field-what').count(), 0)
    await picture(page, elder ? '28-task-row-elder' : '28-task-row')
    await cutOff(page, true)
    await tap(page, '#move-done')
    await says(page, '#refusal', /网络/)
    await cutOff(page, false)
    const moved = answerTo(page, 'list.move')
    await shown(page, '#move-done').dblclick()
    await moved
    await shown(page, '#messages').waitFor()
    await becomes(() => shown(page, '[id^="message-task_"]').count(), 0)
    await page.context().close()
    // On the member's page, for whoever runs the branch, it stands with all else of lists.
    const { page: runner } = await world.phone('demo-secretary', { elder })
    await tap(runner, '#tab-work')
    await tap(runner, '[id^="roster-"]')
    await type(runner, '#roster-search', '胡淑')
    await tap(runner, '[id^="member-"]')
    await says(runner, '#member-rows', /问题整改：三楼党员活动室.*已办结/s)
    await shown(runner, '#member-rows').scrollIntoViewIfNeeded()
    await picture(runner, elder ? '20-member-rows-elder' : '20-member-rows')
    await tap(runner, '#member-row-0')
    await says(runner, '#list-row', /重新办理/)
    await runner.context().close()
  })
