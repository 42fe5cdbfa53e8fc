import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { becomes, says, shown, tap, type World, openWorld } from './world'

let world: World

before(async () => {
  // Days before the notice for the next year is usually out.
  world = await openWorld(Date.parse('2026-10-20T10:00:00+08:00'))
})
after(() => world.close())

const notice =
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。'

for (const elder of [false, true]) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`the next year is provisional until its notice is pasted, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    if (elder) await tap(page, '#open-workdays')
    else {
      await says(page, '#county', /待办 ?1 项.*2027年放假安排待录入/)
      await picture(page, '29-workdays-todo')
      await tap(page, '#todo-workdays-2027')
    }
    await says(page, '#workdays-2026', /按国务院办公厅通知.*10月1日至7日.*10月10日（周六）/)
    if (!elder) await says(page, '#workdays-2027', /暂按法定节假日.*2月5日至8日.*还没有录入/)
    await picture(page, named('29-workdays'))
    await shown(page, '#notice-text textarea').first().fill(notice)
    await says(page, '#notice-read', /1月1日至3日.*2月5日至11日.*2月14日（周日）/)
    await tap(page, '#notice-save')
    await says(page, '#workdays-2027', /工委已录入.*2月5日至11日.*2月14日（周日）/)
    await page.goBack()
    await becomes(() => shown(page, '#todo-workdays-2027').count(), 0)
    await page.context().close()
  })
}
