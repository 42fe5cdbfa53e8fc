import { runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator, Invocation, OutboxMessage } from '../types'

const at = Date.parse('2026-09-22T14:50:00+08:00')
const templates = [{ id: 'T', title: '提醒', keywords: { thing1: '事项' } }]
const identities = [{ openid: 'demo-secretary', label: '店长', group: '门店' }]
let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator({ at, identities, templates })
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
  expect((await fetch(`${emulator.url}/console/main.js`)).headers.get('content-type')).toContain('javascript')
})

it('tells the state and the identities', async () => {
  const state = await ask<{ envId: string; now: number; collections: object[] }>('state')
  expect(state.envId).toBe('demo-test')
  expect(state.now - at).toBeLessThan(60_000)
  expect(state.collections).toContainEqual({ name: 'notes', count: 2 })
  await expect(ask('identities')).resolves.toEqual(identities)
  await expect(ask('templates')).resolves.toEqual(templates)
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

it('scripts a slow answer and a lost one of any supported interface, and no other', async () => {
  const target = { api: 'security.msgSecCheck', openid: '' }
  const named = { ...target, templateId: '' }
  await expect(ask('failures', { ...target, slowMs: 60_000 })).resolves.toEqual([
    { ...named, how: { slowMs: 60_000 } },
  ])
  await expect(ask('failures', { ...target, lost: true })).resolves.toEqual([{ ...named, how: 'lost' }])
  await expect(ask('failures', { ...target, errcode: 0 })).resolves.toEqual([])
  for (const wrong of [
    { slowMs: 60_001 },
    { slowMs: -1 },
    { slowMs: '5' },
    { api: 'wxacode.get', errcode: -1 },
  ])
    await expect(ask('failures', { ...target, ...wrong })).resolves.toMatchObject({ code: 'INVALID_PARAM' })
})

it('lists the files of the storage with a link that opens, and deletes one', async () => {
  await runScript(
    emulator,
    `return cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('hello') })`,
  )
  const [file] = await ask<{ path: string; fileID: string; url: string }[]>('files')
  expect(file).toMatchObject({ path: 'a/b.txt', size: 5, owner: '' })
  expect(await (await fetch(file?.url ?? '')).text()).toBe('hello')
  await expect(ask('files', { remove: file?.fileID })).resolves.toEqual([])
  await expect(ask('files', { remove: '../cloud.db' })).resolves.toEqual([])
  await expect(ask('files', {})).resolves.toMatchObject({ code: 'INVALID_PARAM' })
})

it('takes a snapshot, lists it, and brings documents and files back', async () => {
  await runScript(
    emulator,
    `return cloud.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') })`,
  )
  await expect(ask('snapshots', { do: 'take', name: '开会前' })).resolves.toMatchObject([{ name: '开会前' }])
  emulator.database.insertMany('notes', [{ _id: 'later' }])
  await ask('snapshots', { do: 'reset' })
  expect(emulator.database.count('notes')).toBe(0)
  await expect(ask('files')).resolves.toEqual([])
  await expect(ask('snapshots', { do: 'restore', name: '开会前' })).resolves.toMatchObject([
    { name: '开会前' },
  ])
  expect(emulator.database.find('notes').map(({ _id }) => _id)).toEqual(['a', 'b'])
  const [file] = await ask<{ url: string }[]>('files')
  expect(await (await fetch(file?.url ?? '')).text()).toBe('kept')
  await expect(ask('snapshots', { do: 'remove', name: '开会前' })).resolves.toEqual([])
  await expect(ask('snapshots', { do: 'restore', name: '../x' })).resolves.toHaveProperty('code')
})

it('knows no other request', async () => {
  await expect(ask('secrets')).resolves.toHaveProperty('code')
  await expect(ask('state', {})).resolves.toHaveProperty('code')
})
