import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { everyPage, everyRoute, openOn } from './everyPage'
import { openWorld, shown, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

test('a page opened without saying of what is never blank, and speaks of nothing filled in or saved', async () => {
  const pages = await everyPage(world)
  const phones = new Map<string, Awaited<ReturnType<World['phone']>>>()
  const wrong: string[] = []
  for (const route of everyRoute) {
    const { as, params = {}, without, leadsTo } = pages[route]
    if (Object.keys(params).length === 0 || without !== undefined) continue
    const phone = phones.get(as) ?? (await world.phone(as))
    phones.set(as, phone)
    await openOn(phone.page, world, route, { as, ...(leadsTo && { leadsTo }) })
    const text = (await shown(phone.page, '.page-body').allInnerTexts()).join(' ')
    if (/填写不对|没有保存/.test(text)) wrong.push(`${route}: ${text}`)
  }
  assert.deepEqual(wrong, [])
})
