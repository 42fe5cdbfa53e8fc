import { runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator, Invocation, OutboxMessage } from '../types'

const at = Date.parse('2026-09-22T14:50:00+08:00')
const identities = [{ openid: 'demo-secretary', label: '书记', group: '支部' }]
let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator({ at, identities })
  emulator.database.insertMany('notes', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ])
})

async function ask<T>(path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return (await (await fetch(`${emulator.url}/console/api/${path}`, init)).json()) as T
}

it('serves the page and its script', async () => {
  const page = await (await fetch(`${emulator.url}/console`)).text()
  expect(page).toContain('本地云')
  expect((await fetch(`${emulator.url}/console/page.js`)).headers.get('content-type')).toContain('javascript')
})

it('tells the state and the identities', async () => {
  const state = await ask<{ envId: string; now: number; collections: object[] }>('state')
  expect(state.envId).toBe('demo-test')
  expect(state.now - at).toBeLessThan(60_000)
  expect(state.collections).toContainEqual({ name: 'notes', count: 2 })
  await expect(ask('identities')).resolves.toEqual(identities)
})

it('moves the clock by a step and to an instant, and refuses anything else', async () => {
  const before = emulator.clock.now()
  await ask('clock', { advance: 3_600_000 })
  expect(emulator.clock.now() - before).toBeGreaterThanOrEqual(3_600_000)
  await ask('clock', { at })
  expect(emulator.clock.now() - at).toBeLessThan(5000)
  await expect(ask('clock', { at: 'tomorrow' })).resolves.toMatchObject({ code: 'INVALID_PARAM' })
  await expect(ask('clock', { at: 1.5 })).resolves.toMatchObject({ code: 'INVALID_PARAM' })
})

it('browses a collection and filters it', async () => {
  await expect(ask('collections/notes')).resolves.toEqual({
    name: 'notes',
    total: 2,
    docs: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ],
  })
  const query = encodeURIComponent('{"n":{"$gt":1}}')
  await expect(ask(`collections/notes?query=${query}&limit=1`)).resolves.toMatchObject({
    total: 1,
    docs: [{ _id: 'b' }],
  })
  await expect(ask('collections/nowhere')).resolves.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  await expect(ask('collections/notes?query={')).resolves.toHaveProperty('code')
  await expect(ask('collections/%')).resolves.toHaveProperty('code')
})

it('shows the invocations, newest first, and the messages', async () => {
  const body = `await cloud.openapi.subscribeMessage.send({ touser: 'demo-x', templateId: 'T', page: 'p', data: { thing1: { value: '提醒' } } })`
  await runScript(emulator, body)
  const [newest] = await ask<Invocation[]>('invocations')
  expect(newest).toMatchObject({ name: 'script', openid: 'tester', ok: true })
  const [message] = await ask<OutboxMessage[]>('outbox')
  expect(message).toMatchObject({ openid: 'demo-x', templateId: 'T', data: { thing1: { value: '提醒' } } })
})

it('scripts a failure for one person and template, and takes it back', async () => {
  const failure = { openid: 'demo-z', templateId: 'T' }
  await expect(ask('failures', { ...failure, errcode: 43101 })).resolves.toEqual([
    { ...failure, api: 'subscribeMessage.send', how: 43101 },
  ])
  await expect(ask('failures')).resolves.toEqual([{ ...failure, api: 'subscribeMessage.send', how: 43101 }])
  await expect(ask('failures', { ...failure, errcode: 'no' })).resolves.toMatchObject({
    code: 'INVALID_PARAM',
  })
  await expect(ask('failures', { ...failure, errcode: 0 })).resolves.toEqual([])
})

it('knows no other request', async () => {
  await expect(ask('secrets')).resolves.toHaveProperty('code')
  await expect(ask('state', {})).resolves.toHaveProperty('code')
})
