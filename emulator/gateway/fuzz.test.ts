import http from 'node:http'
import fc from 'fast-check'
import { request as anyRequest, type FuzzRequest } from '../testing/fuzz/requests'
import { object } from '../testing/fuzz/values'
import { times } from '../testing/longRun'
import { newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

const SEED = 20261123
/** Milliseconds until a request counts as hung. */
const PATIENCE = 10_000

interface Answer {
  status: number
  type: string
  body: string
}

function send(emulator: Emulator, { method, path, headers: own, body }: FuzzRequest): Promise<Answer> {
  const { port } = new URL(emulator.url)
  // Without it the bytes after a GET would be the next request.
  const headers = { ...own, 'content-length': String(body.length) }
  return new Promise((resolve, reject) => {
    const sent = http.request(
      { host: '127.0.0.1', port, method, path, headers, timeout: PATIENCE },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}

const isCode = (code: unknown) => typeof code === 'string' && /^[A-Z]\w+$/.test(code)

/** What is wrong with an answer; undefined when nothing is. */
function complaint({ path, method }: FuzzRequest, { status, type, body }: Answer): string | undefined {
  if (status >= 500) return `status ${status}`
  if (body.includes('SYS_ERR') || body.includes('the emulator failed')) return 'the emulator failed'
  if (method === 'HEAD' || !type.startsWith('application/json')) {
    const isRefused = status >= 400 || /^application\/(xml|octet-stream)/.test(type)
    return isRefused || method === 'HEAD' || method === 'OPTIONS' || type.startsWith('text/')
      ? undefined
      : `a ${type} of status ${status}`
  }
  const answer = JSON.parse(body) as Record<string, unknown>
  if (path === '/admin') {
    if (status !== 200 || typeof answer.requestId !== 'string') return 'not the form of the gateway'
    return 'code' in answer && !isCode(answer.code) ? 'no code' : undefined
  }
  if (path.startsWith('/client/')) {
    const isOk = String(answer.errMsg).endsWith(':ok')
    return isOk || Number.isInteger(answer.errCode) ? undefined : 'neither an answer nor a code'
  }
  return status === 200 || isCode(answer.code) ? undefined : `status ${status} without a code`
}

it('answers every random request, with a code whatever it refuses, and goes on', async () => {
  const dataDir = newDataDir()
  const lines: string[] = []
  const emulator = await startTestEmulator({ dataDir, log: (line) => lines.push(line) })
  const requests = fc.sample(anyRequest, { seed: SEED, numRuns: times(300, 3000) })
  const complaints: string[] = []
  for (const [i, one] of requests.entries()) {
    const found = await send(emulator, one).then(
      (answer) => complaint(one, answer),
      (error: unknown) => String(error),
    )
    if (found !== undefined)
      complaints.push(`${found}: #${i} ${one.method} ${one.path} ${one.body.toString('utf8').slice(0, 300)}`)
  }
  const said = lines.filter((line) => /^(server|gateway|client|storage): /.test(line))
  expect([...complaints, ...said]).toEqual([])
  await expect(emulator.invoke('whoami', {}, { openid: 'x' })).resolves.toHaveProperty('result.after', 'x')
  const before = emulator.database.collections().map((name) => [name, emulator.database.find(name)])
  await emulator.close()
  const again = await startTestEmulator({ dataDir })
  expect(again.database.collections().map((name) => [name, again.database.find(name)])).toEqual(before)
})

it('survives callers who hang up in the middle', async () => {
  const emulator = await startTestEmulator()
  const { port } = new URL(emulator.url)
  const hangUp = (path: string) =>
    new Promise<void>((resolve) => {
      const sent = http.request({
        host: '127.0.0.1',
        port,
        method: 'POST',
        path,
        headers: { 'content-length': 1000 },
      })
      sent.on('error', () => resolve())
      sent.write('{"name":"whoami",')
      setTimeout(() => sent.destroy(new Error('gone')), 20)
    })
  for (const path of [
    '/admin',
    '/client/callFunction',
    '/client/uploadFile',
    '/storage/upload',
    '/console/api/clock',
  ])
    await Promise.all(Array.from({ length: times(4, 40) }, () => hangUp(path)))
  await expect(emulator.invoke('whoami', {}, { openid: 'x' })).resolves.toHaveProperty('result.after', 'x')
})

it('hands every random payload to a function as it was, or refuses it with a code', async () => {
  const emulator = await startTestEmulator()
  const payloads = fc.sample(object, { seed: SEED, numRuns: times(100, 1000) })
  for (const payload of payloads) {
    const sent = JSON.stringify({ body: 'delete input.userInfo; return input', input: payload })
    const { body } = await send(emulator, {
      method: 'POST',
      path: '/client/callFunction',
      headers: {},
      body: Buffer.from(`{"name":"script","data":${sent}}`),
    })
    expect(JSON.parse(body)).toMatchObject({ errMsg: 'cloud.callFunction:ok' })
    const { result } = JSON.parse(body) as { result: unknown }
    expect(JSON.stringify(result)).toBe(JSON.stringify(payload))
  }
  // As whole events, to functions that take what they get, throw or wait.
  for (const payload of payloads)
    for (const name of ['whoami', 'broken']) {
      const answer = await emulator.invoke(name, payload, {}).catch((error: unknown) => error)
      expect(answer).toEqual(
        expect.objectContaining('result' in (answer as object) ? {} : { errCode: -504002 }) as object,
      )
    }
})
