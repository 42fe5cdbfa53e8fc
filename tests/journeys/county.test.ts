import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { picture } from './pictures'
import { becomes, says, shown, tap, type World, openWorld } from './world'

let world: World

before(async () => {
  world = await openWorld(demoMoment)
})
after(() => world.close())

test('after the roll-up the work committee sees the running month as totals and closed months by branch', async () => {
  await world.emulator.runTimer('rollup')
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#overview')
  await says(page, '#county-totals', /集中学习/)
  await says(page, '#branch-table', /县农业农村局/)
  assert.doesNotMatch(await says(page, '#overview', /集中学习/), /[%％]/)
  await picture(page, '10-committee')
  await page.context().close()
})

for (const elder of [false, true])
  test(`what the nightly and hourly work passed over stands at the foot of the county’s page, with what else went on${elder ? ', in large text' : ''}`, async () => {
    const { database } = world.emulator
    const branch = String(database.find('organisations', { name: '县农业农村局党支部' })[0]?._id)
    const fault = {
      code: 'too_slow',
      firstAt: demoMoment,
      lastAt: demoMoment,
      times: 2,
      updatedAt: new Date(demoMoment),
    }
    if (!elder)
      database.insertMany('faults', [
        { ...fault, _id: `rollup_${branch}`, job: 'rollup', subjectId: branch },
        { ...fault, _id: 'nightly_retention', job: 'nightly', subjectId: 'retention' },
      ])
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#overview')
    await says(
      page,
      '#faults',
      /夜间整理有一项，9月22日起没有完成；县农业农村局党支部的数字，9月22日起没有完成；其余照常/,
    )
    await shown(page, '#faults').scrollIntoViewIfNeeded()
    await picture(page, elder ? '10-faults-elder' : '10-faults')
    await page.context().close()
  })

for (const elder of [false, true])
  test(`运行情况 says which timer ran when and what was passed over; the inbox says it once${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#health')
    await says(page, '#health-rollup', /每十分钟一次。上次 9月22日 14:5\d，用时/)
    await says(page, '#health-faults', /2 处，其余照常，下一次再试/)
    await says(page, '#health-sum', /有 \d 处要看一下/)
    await picture(page, elder ? '10-health-elder' : '10-health')
    await page.context().close()
    const { page: other } = await world.phone('demo-committee', { elder })
    await tap(other, '#tab-messages')
    await says(other, '.page', /有 2 处没有算成/)
    await other.context().close()
  })

test('a reminder says what is missing and leads to where it is done', async () => {
  world.emulator.clock.set(Date.parse('2026-09-24T08:05:00+08:00'))
  await world.emulator.runTimer('remind')
  const [message] = world.emulator.outbox().filter(({ openid }) => openid === 'demo-member')
  assert.ok(message, 'the demo member was not reminded')
  assert.match(JSON.stringify(message.data), /帮扶走访 ?1 ?次/)
  const { page } = await world.phone('demo-member')
  await page.goto(`${world.emulator.url}/?as=demo-member#/${message.page}`)
  await says(page, '#visit', /青山村/)
  await page.goto(`${world.emulator.url}/?as=demo-member#/pages/messages/index`)
  await says(page, '#messages', /本月还差 1 项.*帮扶走访 1 次/)
  await picture(page, '11a-inbox')
  await page.context().close()

  const sent = world.emulator.outbox().length
  await world.emulator.runTimer('remind')
  assert.equal(world.emulator.outbox().length, sent)
})

test('the dues of the month are ticked by the branch', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="dues-"]')
  await says(page, '#dues-summary', /21|5/)
  await picture(page, 'dues')
  const ticks = () =>
    world.emulator.database.count('facts', {
      dutyId: 'dues',
      annulled: null,
      occurredOn: { $gte: '2026-09-01' },
    })
  const before = ticks()
  await shown(page, '#dues-tiles [id^="dues-"]').filter({ hasText: '韦东小' }).click()
  await becomes(ticks, before + 1)
  await page.context().close()
})

test('a practical deed: claimed, finished, confirmed by the community, counted', async () => {
  const { page } = await world.phone('demo-member')
  await tap(page, '#tab-me')
  await tap(page, '#my-deeds')
  await tap(page, '#claim')
  await shown(page, '#claim-title input').fill('帮社区修好活动室的灯')
  await tap(page, '#seven-difficulty')
  await tap(page, '#claim-sheet [id^="for-"]')
  await tap(page, '#claim-send')
  const deed = shown(page, '[id^="deed-"]').filter({ hasText: '修好活动室' }).first()
  await deed.locator('[id^="finished-"]').click()
  await says(page, '#deeds', /待.*确认|等.*确认/)
  await says(page, '#deeds', /七个一：生活难题/)
  await picture(page, '13-deeds')

  const staff = (await world.phone('demo-community')).page
  await tap(staff, '#tab-work')
  await tap(staff, '[id^="deeds-o"]')
  await says(staff, '#pending-deeds', /修好活动室/)
  await tap(staff, '#check-confirm')
  await says(staff, '#place-deeds', /没有|已确认/)
  await staff.context().close()

  await page.goto(`${world.emulator.url}/?as=demo-member#/pages/home/index`)
  await page.reload()
  await says(page, '#duty-practical_deed', /1\/1/)
  await page.context().close()
})
