import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFaults } from './axeFaults'
import { acts, everyPage, everyRoute, openOn } from './everyPage'
import { tellLongNames } from './longNames'
import { picture } from './pictures'
import { isShortRun } from './shortRun'
import { spills } from './spills'
import { openWorld, shown, tap, type World } from './world'

let world: World
let pages: Awaited<ReturnType<typeof everyPage>>
const phones = new Map<string, Promise<Page>>()

before(async () => {
  world = await openWorld()
  await world.emulator.runTimer('rollup')
  pages = await everyPage(world)
})
after(() => world.close())

async function phoneOf(as: string, elder: boolean): Promise<Page> {
  const key = `${as}-${elder}`
  const made =
    phones.get(key) ??
    world.phone(as, { elder }).then(async ({ page }) => {
      await tellLongNames(world, page)
      return page
    })
  phones.set(key, made)
  return made
}

async function isWhole(page: Page, name: string): Promise<void> {
  await picture(page, name)
  assert.deepEqual(await spills(page), [], name)
  assert.deepEqual(await axeFaults(page), [], name)
}

/** In a short run every second page in large text, the others in normal. */
const isLeftOut = (elder: boolean, index: number) => isShortRun && elder !== (index % 2 === 0)

for (const elder of [false, true]) {
  const size = elder ? 'in large text' : 'in normal text'
  for (const [index, route] of everyRoute.entries()) {
    if (isLeftOut(elder, index)) continue
    test(`${route}: names of twelve characters and organisations of twenty-four stay in their places ${size}`, async () => {
      const one = pages[route]
      const page = await phoneOf(one.as, elder)
      const views = [{}, ...(one.views ?? [])].map((view) => ({ ...one.params, ...view }))
      for (const [index, params] of views.entries()) {
        await openOn(page, world, route, { ...one, params })
        await isWhole(page, `long-${route}${index || ''}${elder ? '-elder' : ''}`)
      }
      const { taps = [] } = acts[route] ?? {}
      const steps = taps.slice(0, -1)
      if (steps.length === 0) return
      await openOn(page, world, route, one)
      for (const step of steps) await tap(page, step)
      await shown(page, taps.at(-1) ?? '')
        .first()
        .waitFor()
      await isWhole(page, `long-${route}-act${elder ? '-elder' : ''}`)
    })
  }
}
