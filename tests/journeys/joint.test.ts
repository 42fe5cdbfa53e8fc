import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { addSecondBranch, longName, secondBranchName } from './secondBranch'
import { becomes, codeOnScreen, openWorld, says, scanPicture, shown, tap, type, type World } from './world'

/** 联合开展: the demo branch convenes, a second branch of its unit takes part. */
let world: World
let secretary: Page
let second: Page
let branchId = ''

before(async () => {
  world = await openWorld()
  branchId = addSecondBranch(world)
  secretary = (await world.phone('demo-secretary')).page
  second = (await world.phone('second-secretary')).page
})
after(() => world.close())

const meetings = (where: Record<string, unknown>) => world.emulator.database.find('activities', where)
const title = '九月联合主题党日'
const whole = () => meetings({ title, jointIds: branchId })[0]
const part = () => meetings({ title, branchId })[0]

test('before the work committee has switched it on nothing of it is offered', async () => {
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="plan-"]')
  await says(secretary, '#field-title', /名称/)
  assert.equal(await shown(secretary, '#plan-joint').count(), 0)
  await secretary.goBack()
})

for (const elder of [false, true])
  test(`the work committee switches it on, with what it rests on, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#open-joint')
    if (!elder) {
      await says(page, '#joint-save', /没有改动/)
      await tap(page, '#joint-on')
      await says(page, '#joint-save', /请写依据/)
      await shown(page, 'textarea#joint-basis, #joint-basis textarea').first().fill('县直工委〔2026〕3号')
      await picture(page, 'joint-setting')
      await tap(page, '#joint-save')
      await becomes(() => world.emulator.database.count('settings', { _id: 'joint', on: true }), 1)
    } else await picture(page, 'joint-setting-elder')
    await page.context().close()
  })

test('planned with the other branch by tapping, it stands in both branches’ work', async () => {
  // Functions keep what the county has set for a minute.
  world.emulator.clock.advance(61_000)
  await secretary.reload()
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="plan-"]')
  await tap(secretary, '#kind-theme_party_day')
  await type(secretary, '#field-title', title)
  await tap(secretary, '#plan-joint')
  await says(secretary, '#plan-joint-card', /一个码登记.*依据：县直工委〔2026〕3号/)
  await tap(secretary, `#joint-${branchId}`)
  await says(secretary, '#plan-joint', new RegExp(`和${secondBranchName}一起开，分别计入`))
  await picture(secretary, 'joint-plan')
  await tap(secretary, '#publish')
  await says(secretary, '#meeting', new RegExp(title))
  assert.equal(whole()?.state, 'published')
  assert.equal(part()?.state, 'published')
  await second.reload()
  await tap(second, '#tab-work')
  await says(second, '#work', new RegExp(title))
})

for (const elder of [false, true])
  test(`the other secretary sees whose meeting it is and says who comes, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const page = elder ? (await world.phone('second-deputy', { elder })).page : second
    if (elder) await tap(page, '#tab-work')
    await tap(page, `[id*="${String(part()?._id)}"]`)
    await says(page, '#meeting-part', /县农业农村局党支部主办的联合活动/)
    await says(page, '#meeting-summary', /县农业农村局党支部 应到 26，已登记 0/)
    await picture(page, elder ? 'joint-part-elder' : 'joint-part')
    await tap(page, '#edit-plan')
    await says(page, '#plan-part', /本支部定谁参加/)
    assert.equal(await shown(page, '#field-place').count(), 0)
    await picture(page, elder ? 'joint-part-plan-elder' : 'joint-part-plan')
    await page.goBack()
    if (elder) await page.context().close()
  })

test('opened once, its one code registers members of both in their own branch, and the wall has numbers of both and no names', async () => {
  world.emulator.clock.set(Number(whole()?.startsAt) - 10 * 60_000)
  await secretary.reload()
  await tap(secretary, '#open-registration')
  await secretary.locator('#code-card').waitFor()
  assert.equal(part()?.state, 'open')
  for (const [as, elder] of [
    ['second-member', false],
    ['demo-member', true],
  ] as const) {
    const { page } = await world.phone(as, { elder })
    await tap(page, '#tab-activities')
    await says(page, '#activities', new RegExp(title))
    await tap(page, `[id*="${String(as === 'demo-member' ? whole()?._id : part()?._id)}"]`)
    await says(page, '#meeting-joint', /和县农业农村局(机关离退休干部联合)?党支部联合开展/)
    await picture(page, elder ? 'joint-member-elder' : 'joint-member')
    await page.goBack()
    await tap(page, '#tab-home')
    await scanPicture(page, await codeOnScreen(secretary))
    await says(page, '#result-title', /登记成功/)
    assert.doesNotMatch(await says(page, '#result', /九月联合主题党日/), /列席/)
    await page.context().close()
  }
  await says(secretary, '#code-card', new RegExp(`${secondBranchName} 应到 3，已登记 1`))
  await picture(secretary, 'joint-code')
  await tap(secretary, '#big')
  const wall = await says(secretary, '#big-screen', new RegExp(`应到.*${secondBranchName} 应到 3，已登记 1`))
  assert.doesNotMatch(wall, /胡淑|买买提江/)
  await picture(secretary, 'joint-wall')
  await tap(secretary, '#big-close')
  assert.equal(
    world.emulator.database.count('facts', { activityId: part()?._id, memberId: 'second-member' }),
    1,
  )
})

test('the other secretary calls the own roll; the end of one is the end of both, and both branches have it', async () => {
  await second.reload()
  await tap(second, '#seg-roll')
  await says(second, '#meeting', new RegExp(longName.slice(0, 6)))
  await says(second, '#meeting', /许二支/)
  await tap(second, '[id*="second-deputy"]')
  await becomes(
    () => world.emulator.database.count('facts', { activityId: part()?._id, memberId: 'second-deputy' }),
    1,
  )
  await picture(second, 'joint-roll')
  await tap(secretary, '#close-registration')
  await tap(secretary, '#change-confirm')
  await becomes(() => part()?.state, 'closed')
  assert.equal(whole()?.state, 'closed')
  await tap(secretary, '#to-record')
  await says(
    secretary,
    '#record-table',
    new RegExp(`参加支部.*县农业农村局党支部（主办）.*${secondBranchName}.*应到 ?26 人`),
  )
  await picture(secretary, 'joint-record')
  await second.reload()
  await tap(second, '#to-record')
  await says(second, '#record-table', /参加支部.*县农业农村局党支部（主办）.*应到 ?3 人.*实到 ?2 人/)
})

for (const as of ['demo-secretary', 'second-secretary'] as const)
  test(`the branch page of ${as} shows it done`, async () => {
    const { page } = await world.phone(as)
    await tap(page, '#tab-work')
    await tap(page, '[id^="progress-"]')
    const gaps = await says(page, '#branch-gaps', /支部待安排.*集中学习/)
    assert.doesNotMatch(gaps, /主题党日/)
    await picture(page, `joint-branch-${as}`)
    await page.context().close()
  })

for (const elder of [false, true])
  test(`a branch that does not take part leaves by tapping, and the other one goes on alone, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const named = elder ? '十月第二次学习' : '十月学习'
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="plan-"]')
    await tap(page, '#kind-study')
    await type(page, '#field-title', named)
    await tap(page, '#plan-joint')
    await tap(page, `#joint-${branchId}`)
    await tap(page, '#publish')
    await says(page, '#meeting-summary', new RegExp(secondBranchName))
    const [own] = meetings({ title: named, branchId })
    const other = (await world.phone('second-secretary', { elder })).page
    await tap(other, '#tab-work')
    await tap(other, `[id*="${String(own?._id)}"]`)
    await tap(other, '#cancel-activity')
    await says(other, '.sheet', /本支部不参加.*其他支部照常/)
    await picture(other, elder ? 'joint-leave-elder' : 'joint-leave')
    await tap(other, '#change-confirm')
    await becomes(() => meetings({ _id: own?._id })[0]?.state, 'cancelled')
    await page.reload()
    await says(page, '#meeting-summary', /应到/)
    assert.doesNotMatch(await says(page, '#meeting-summary', /应到/), new RegExp(secondBranchName))
    await page.context().close()
    await other.context().close()
  })
