import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, openWorld, says, shown, tap, type, type World } from './world'

/** One entry of each kind of list there is by tapping, besides those of lists.test.ts: with steps, with several people, of a unit, of the county. */
let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const today = async (page: Page, field: string) => {
  await tap(page, field)
  await shown(page, '.weui-picker__action').last().click()
}
async function opened(who: string, door: string, elder: boolean): Promise<Page> {
  const { page } = await world.phone(who, { elder })
  await tap(page, '#tab-work')
  await tap(page, door)
  return page
}

for (const elder of textSizes) {
  const size = elder ? 'in large text' : 'in normal text'
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`发展党员: a name and the days of its steps, the next one with its time; a number in it is kindly refused, ${size}`, async () => {
    const page = await opened('demo-secretary', '[id^="lists-"]', elder)
    await tap(page, '#list-admission')
    await tap(page, '#add-row')
    await says(page, '#save-row', /请填“姓名”/)
    await type(page, '#field-name', '13800001234')
    await today(page, '#step-application')
    await tap(page, '#save-row')
    await says(page, '#refusal', /个人情况不在这里记.*电话、证件号/s)
    await picture(page, named('28-private'))
    await type(page, '#field-name', elder ? '欧阳望舒' : '林知夏')
    await tap(page, '#save-row')
    await says(page, '#list-rows', /下一步：党组织派人谈话，2026年10月22日前.*培养中/s)
    await picture(page, named('28-admission'))
    await tap(page, '#row-0')
    await tap(page, '#move-ended')
    await says(page, '#list-rows', /不再培养/)
    await page.context().close()
  })

  test(`书记培训: some people at once, with their 学时, ${size}`, async () => {
    const page = await opened('demo-secretary', '[id^="lists-"]', elder)
    await tap(page, '#list-training')
    await tap(page, '#add-row')
    await today(page, '#field-on')
    await tap(page, '#field-people')
    for (const at of [0, 1, 2]) await shown(page, '[id^="choose-"].cell').nth(at).click()
    await tap(page, '#choose-done')
    await type(page, '#field-topic', '支部工作条例')
    await type(page, '#field-hours', '8')
    await tap(page, '#choice-by-school')
    await tap(page, '#save-row')
    await says(page, '#list-rows', /支部工作条例.*8 学时.*党校/s)
    await page.context().close()
  })

  test(`一岗双责: a unit's own, done and taken up again, ${size}`, async () => {
    const page = await opened('demo-unit-officer', '[id^="lists-"]', elder)
    await tap(page, '#list-dual_duties')
    await tap(page, '#add-row')
    await tap(page, '#field-owner')
    await shown(page, '[id^="choose-"].cell').first().click()
    await type(page, '#field-what', '每季度听一次党建汇报')
    await today(page, '#field-due')
    await tap(page, '#save-row')
    await says(page, '#list-rows', /每季度听一次党建汇报.*办理中/s)
    await tap(page, '#row-0')
    await tap(page, '#move-done')
    await says(page, '#list-rows', /已办结/)
    await picture(page, named('28-unit'))
    await page.context().close()
  })

  test(`样板支部: the county's own, and nobody below finds it, ${size}`, async () => {
    const page = await opened('demo-committee', '#county-lists', elder)
    await tap(page, elder ? '#list-model_branches' : '#add-row')
    if (elder) await tap(page, '#add-row')
    await tap(page, '#field-branch')
    await shown(page, '[id^="choose-"].cell').filter({ hasText: '县农业农村局党支部' }).first().click()
    await tap(page, '#choice-kind-standard')
    await today(page, '#field-on')
    await tap(page, '#save-row')
    await says(page, '#list-rows', /县农业农村局党支部.*标准化党支部.*在列/s)
    await page.context().close()
    const below = await opened('demo-secretary', '[id^="lists-"]', elder)
    await says(below, '#list-pioneer_posts', /先锋岗/)
    await becomes(() => shown(below, '#list-model_branches').count(), 0)
    await below.context().close()
  })
}
