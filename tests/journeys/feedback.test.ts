import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function feedbackOf(as: string, elder = false) {
  const { page } = await world.phone(as, { elder })
  await tap(page, '#tab-me')
  await tap(page, '#to-feedback')
  return page
}

test('sent with one’s name: a number, five workdays, answered by the work committee', async () => {
  const page = await feedbackOf('demo-member')
  await says(page, '#feedback', /涉密和敏感内容不得录入/)
  await says(page, '#my-feedback', /还没有提过/)
  await picture(page, '12f-feedback-empty')
  await tap(page, '#kind-hard_to_use')
  await shown(page, '#feedback-text textarea').fill('字太小，看不清')
  await tap(page, '#feedback-send')
  const number = /\d{8}-\d{2}/.exec(await says(page, '#feedback-sent', /\d{8}-\d{2}/))?.[0] ?? ''
  await says(page, `#feedback-${number}`, /字太小，看不清 ?待答复.*5 个工作日内答复/)

  const { page: committee } = await world.phone('demo-committee')
  await tap(committee, '#tab-work')
  await tap(committee, '#answers')
  await says(committee, `#feedback-${number}`, /不好用，胡淑/)
  await picture(committee, 'answers')
  await tap(committee, `#answer-${number}`)
  await shown(committee, '#answer-text textarea').fill('已上线大字模式，在“我的”里打开。')
  await tap(committee, '#answer-send')
  await says(committee, '#no-feedback', /没有待答复的/)
  await committee.context().close()

  await page.reload()
  await says(page, `#feedback-${number}`, /已答复.*已上线大字模式.*当天答复/)
  await picture(page, '12f-feedback')
  await page.context().close()
})

test('sent without a name: nobody’s id is stored, and the answer is read on the phone that sent it', async () => {
  const page = await feedbackOf('demo-guest', true)
  await tap(page, '#kind-burden')
  await shown(page, '#feedback-text textarea').fill('同一件事填了两遍')
  await shown(page, '#feedback .switch').click()
  await tap(page, '#feedback-send')
  // No day stands in the number of what has no name.
  const number = /\d{4}-\d{4}/.exec(await says(page, '#feedback-sent', /\d{4}-\d{4}/))?.[0] ?? ''
  const [row] = world.emulator.database.find('feedback', { _id: number })
  assert.equal(row?.from, undefined)
  await says(page, `#feedback-${number}`, /同一件事填了两遍/)
  await picture(page, '12f-feedback-elder')
  await page.reload()
  await says(page, `#feedback-${number}`, /待答复/)
  await page.context().close()

  const { page: committee } = await world.phone('demo-committee')
  await tap(committee, '#tab-work')
  await tap(committee, '#answers')
  await says(committee, `#feedback-${number}`, /没有留姓名/)
  await committee.context().close()
})
