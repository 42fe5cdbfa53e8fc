import fs from 'node:fs'
import path from 'node:path'
import { eventually } from '../testing/eventually'
import { newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'
import { triggersOf } from './readTriggers'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const MINUTE = 60_000

/** A function that answers with its event, called every ten minutes. */
function functionsFolder(config = '0 */10 * * * * *'): string {
  const folder = newDataDir()
  fs.mkdirSync(path.join(folder, 'ticking'))
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, 'ticking', name), text)
  write(
    'index.js',
    'exports.main = (event) => ({ event, source: process.env.TCB_SOURCE, who: process.env.WX_OPENID ?? null })',
  )
  write('config.json', JSON.stringify({ triggers: [{ name: 'often', type: 'timer', config }] }))
  return folder
}

const start = (timers: boolean, config?: string) =>
  startTestEmulator({ functionsDir: functionsFolder(config), timers, at: at('2026-09-22 14:51:00') })

const runs = (emulator: Emulator) => emulator.invocations().filter(({ name }) => name === 'ticking')

/** Two looks of the timers at the clock, at least. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700))

it('calls a function once for all the times a jump of the clock has missed, for the last of them', async () => {
  const emulator = await start(true)
  await aWhile()
  expect(runs(emulator)).toHaveLength(0)
  emulator.clock.advance(60 * MINUTE)
  await eventually(() => runs(emulator).length > 0)
  await aWhile()
  expect(runs(emulator)).toHaveLength(1)
  expect(runs(emulator)[0]).toMatchObject({ event: { action: 'timer often' }, openid: '', ok: true })
  expect(emulator.timers()).toMatchObject([
    {
      functionName: 'ticking',
      name: 'often',
      config: '0 */10 * * * * *',
      next: at('2026-09-22 16:00:00'),
      last: { ok: true },
    },
  ])
})

it('ticks with the clock when nobody moves it: each second once', async () => {
  const emulator = await start(true, '* * * * * * *')
  const began = emulator.clock.now()
  await eventually(() => runs(emulator).length >= 3)
  const passed = Math.floor((emulator.clock.now() - began) / 1000) + 1
  expect(runs(emulator).length).toBeLessThanOrEqual(passed)
})

it('ticks at the due time of Shanghai, whatever zone the machine is in', async () => {
  const emulator = await start(true, '0 0 8 23 9 * 2026')
  await aWhile()
  emulator.clock.set(at('2026-09-23 07:59:58'))
  await eventually(() => runs(emulator).length === 1)
  expect(runs(emulator)[0]?.startedAt).toBeGreaterThanOrEqual(at('2026-09-23 08:00:00'))
})

it('calls nothing because the clock was put back, and goes on from there', async () => {
  const emulator = await start(true)
  await aWhile()
  emulator.clock.set(at('2026-09-01 00:09:00'))
  await aWhile()
  expect(runs(emulator)).toHaveLength(0)
  emulator.clock.advance(MINUTE)
  await eventually(() => runs(emulator).length === 1)
})

it('runs nothing by itself unless asked to; by hand always, with the event of the cloud and no identity', async () => {
  const emulator = await start(false)
  emulator.clock.advance(60 * MINUTE)
  await aWhile()
  expect(runs(emulator)).toHaveLength(0)
  expect(emulator.timers()[0]).not.toHaveProperty('next')
  await expect(emulator.runTimer('ticking')).resolves.toEqual({
    result: {
      event: {
        Type: 'Timer',
        TriggerName: 'often',
        Time: expect.stringMatching(/^2026-09-22T07:5\d:\d\dZ$/) as string,
      },
      source: 'wx_trigger',
      who: null,
    },
  })
  await expect(emulator.runTimer('nothing')).rejects.toMatchObject({ errCode: -501000 })
})

it('is run and listed from the console', async () => {
  const emulator = await start(false)
  const api = `${emulator.url}/console/api/timers`
  const body = JSON.stringify({ functionName: 'ticking' })
  const answer = (await (await fetch(api, { method: 'POST', body })).json()) as object
  expect(answer).toMatchObject({ result: { event: { TriggerName: 'often' } } })
  await expect((await fetch(api)).json()).resolves.toMatchObject([{ name: 'often', last: { ok: true } }])
  expect((await fetch(api, { method: 'POST', body: '{}' })).status).toBe(400)
})

it('leaves a function alone whose config.json WeChat would not take', async () => {
  const emulator = await start(true, '* * *')
  emulator.clock.advance(60 * MINUTE)
  await aWhile()
  expect(emulator.timers()).toEqual([])
})

it.each([
  ['two triggers', [{}, {}]],
  ['another type', [{ name: 'a', type: 'cos', config: '0 0 0 * * * *' }]],
  ['a wrong name', [{ name: '1st', type: 'timer', config: '0 0 0 * * * *' }]],
  ['no expression', [{ name: 'a', type: 'timer' }]],
])('refuses %s', (_what, triggers) => {
  expect(() => triggersOf('f', JSON.stringify({ triggers }))).toThrow(/^f: /)
})
