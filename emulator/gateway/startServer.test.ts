import http from 'node:http'
import os from 'node:os'
import { startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${emulator.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
const admin = async (payload: object) =>
  (await (await post('/admin', JSON.stringify(payload))).json()) as { code?: string; message?: string }

/** fetch does not let a caller choose the host header. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  const { port } = new URL(emulator.url)
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path: '/console/api/state', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      .on('error', reject)
  })
}

describe('the gateway', () => {
  it.each(['', '{', '[]', 'null', '"x"', '\u0000'])('answers the body %j with a code', async (body) => {
    const response = await post('/admin', body)
    expect(response.status).toBe(200)
    await expect(response.json()).resolves.toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('names an action it does not support', async () => {
    const { code, message } = await admin({ action: 'database.dropCollection' })
    expect(code).toBe('INVALID_PARAM')
    expect(message).toContain('database.dropCollection')
    await expect(admin({ action: 'constructor' })).resolves.toMatchObject({ code: 'INVALID_PARAM' })
  })

  it.each([
    { action: 'database.getDocument' },
    { action: 'database.getDocument', collectionName: 'notes', query: '[1]' },
    { action: 'database.getDocument', collectionName: 'notes', query: '{"a":{"$foo":1}}' },
    { action: 'database.getDocument', collectionName: 'notes', limit: -1 },
    { action: 'database.getDocument', collectionName: 'notes', transactionId: 'gone' },
    { action: 'database.insertDocument', collectionName: 'notes', data: ['{"$a":1}'] },
    { action: 'database.insertDocument', collectionName: 'notes', data: ['{"_id":{"a":1}}'] },
    { action: 'database.modifyDocument', collectionName: 'notes', query: '{}' },
    { action: 'database.removeDocument', collectionName: 'notes' },
    { action: 'database.aggregateDocuments', collectionName: 'notes', stages: [{}] },
    {
      action: 'database.aggregateDocuments',
      collectionName: 'notes',
      stages: [{ stageKey: '$match', stageValue: '{"a":' }],
    },
    { action: 'database.addCollection', collectionName: '../x' },
    { action: 'database.commitTransaction', transactionId: 5 },
    { action: 'functions.invokeFunction', function_name: 'whoami', request_data: '{' },
    { action: 'database.getDocument', collectionName: 'notes', envName: 'another' },
  ])('refuses %j with a code and goes on', async (payload) => {
    const { code, message } = await admin(payload)
    expect(code).toMatch(/^(INVALID_PARAM|DATABASE_\w+|INVALIID_ENV)$/)
    expect(message).not.toContain('.ts')
    expect(emulator.database.count('notes')).toBe(0)
  })

  it('refuses a form that is not one', async () => {
    const response = await post('/admin', 'nonsense', { 'content-type': 'multipart/form-data; boundary=x' })
    await expect(response.json()).resolves.toHaveProperty('code')
  })
})

describe('a phone’s call', () => {
  const call = async (body: string, headers: Record<string, string> = {}) =>
    (await post('/client/callFunction', body, headers)).json()

  it('gets the result and the request’s id', async () => {
    const body = JSON.stringify({
      name: 'whoami',
      data: { OPENID: 'forged', userInfo: { openId: 'forged' } },
    })
    await expect(call(body, { 'x-demo-openid': 'demo-1' })).resolves.toEqual({
      result: expect.objectContaining({ after: 'demo-1' }) as object,
      requestID: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      errMsg: 'cloud.callFunction:ok',
    })
  })

  it.each([
    ['no JSON', '{', -501007],
    ['no name', '{}', -501007],
    ['an unknown function', '{"name":"nobody"}', -501000],
    ['data that is no object', '{"name":"whoami","data":"x"}', -501007],
    ['1 MB of text', JSON.stringify({ name: 'whoami', data: { text: 'x'.repeat(1 << 20) } }), -504001],
  ])('with %s gets a code', async (_, body, errCode) => {
    const answer = (await call(body)) as { errCode: number; errMsg: string }
    expect(answer.errCode).toBe(errCode)
    expect(answer.errMsg).toMatch(/^cloud\.callFunction:fail/)
  })

  it('with an openid that is none gets a code', async () => {
    await expect(call('{"name":"whoami"}', { 'x-demo-openid': 'a b' })).resolves.toMatchObject({
      errCode: -501007,
    })
  })
})

describe('the door', () => {
  it('is open to pages of this machine, and shut to other sites and to names that point here', async () => {
    const { port } = new URL(emulator.url)
    await expect(statusFor({ origin: 'http://localhost:10086' })).resolves.toBe(200)
    await expect(statusFor({ origin: 'https://example.com' })).resolves.toBe(403)
    await expect(statusFor({ origin: 'http://localhost.example.com' })).resolves.toBe(403)
    await expect(statusFor({ host: `rebound.example.com:${port}` })).resolves.toBe(403)
  })

  it.each(['forwarded', 'via', 'x-forwarded-for', 'X-Forwarded-Host', 'x-real-ip'])(
    'is shut to what a proxy passes on (%s)',
    async (name) => {
      await expect(statusFor({ [name]: '127.0.0.1' })).resolves.toBe(403)
    },
  )

  it('is shut to a page without an origin of its own, as an uploaded one is', async () => {
    await expect(statusFor({ origin: 'null' })).resolves.toBe(403)
  })

  it('is no door on any other address of this machine', async () => {
    const { port } = new URL(emulator.url)
    const others = Object.values(os.networkInterfaces())
      .flat()
      .flatMap((found) => (found?.family === 'IPv4' && !found.internal ? [found.address] : []))
    for (const address of others)
      await expect(fetch(`http://${address}:${port}/console`)).rejects.toThrow('fetch failed')
  })

  it('answers the browser’s question before a call', async () => {
    const headers = { origin: 'http://localhost:10086', 'access-control-request-headers': 'x-demo-openid' }
    const response = await fetch(`${emulator.url}/client/callFunction`, { method: 'OPTIONS', headers })
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:10086')
    expect(response.headers.get('access-control-allow-headers')).toContain('x-demo-openid')
  })

  it('says so when the port is taken, and lets go of the data folder', async () => {
    const port = Number(new URL(emulator.url).port)
    await expect(startTestEmulator({ port })).rejects.toThrow('EADDRINUSE')
  })
})
