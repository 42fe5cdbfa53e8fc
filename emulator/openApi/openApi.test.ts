import fs from 'node:fs'
import path from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { eventually } from '../testing/eventually'
import { newDataDir, runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

const at = Date.parse('2026-09-22T14:50:00+08:00')
let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator({
    at,
    identities: [{ openid: 'demo-a', label: '甲', phone: '13900001111' }],
    settings: { content: { risky: ['禁词'], review: ['疑词'] } },
  })
})

interface Answer {
  errCode: number
  [field: string]: unknown
}
const call = (api: string, parameters: object, own = emulator) =>
  runScript<Answer>(own, `return attempt(() => cloud.openapi.${api}(input))`, parameters)

describe('security.msgSecCheck', () => {
  const check = (content: string, more: object = {}) =>
    call('security.msgSecCheck', { content, version: 2, scene: 2, openid: 'demo-a', ...more })

  it.each([
    ['春季读书会', 'pass', 100],
    ['有一个疑词', 'review', 21000],
    ['有一个禁词和疑词', 'risky', 21000],
  ])('finds %s to be %s', async (content, suggest, label) => {
    await expect(check(content)).resolves.toMatchObject({
      errCode: 0,
      traceId: expect.any(String) as string,
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label }],
    })
  })

  it('looks at the title too', async () => {
    expect(await check('好', { title: '禁词' })).toMatchObject({ result: { suggest: 'risky' } })
  })

  it('refuses another version, nobody, no such scene, no text and 2501 characters, and takes 2500', async () => {
    expect((await check('a', { version: 1 })).errCode).toBe(47001)
    expect((await check('a', { openid: '' })).errCode).toBe(40003)
    expect((await check('a', { scene: 5 })).errCode).toBe(40129)
    expect((await check('')).errCode).toBe(44004)
    expect((await check('字'.repeat(2501))).errCode).toBe(45002)
    expect((await check('字'.repeat(2500))).errCode).toBe(0)
  })
})

describe('wxacode.getUnlimited', () => {
  const draw = (scene: string, width?: number) =>
    runScript<{ type: string; png: string; isBuffer: boolean; errCode: number }>(
      emulator,
      `const { contentType, buffer, errCode } = await attempt(() => cloud.openapi.wxacode.getUnlimited({ scene: input.scene, page: 'pages/home/index', width: input.width }))
      return { type: contentType, isBuffer: Buffer.isBuffer(buffer), png: buffer && buffer.toString('base64'), errCode }`,
      { scene, width },
    )

  it('answers with a picture that a scanner reads the scene from', async () => {
    const scene = `a=1&b=2!#$'()*+,/:;?@-._~AZ0`
    const { type, isBuffer, png } = await draw(scene)
    expect([type, isBuffer]).toEqual(['image/png', true])
    const { data, width, height } = PNG.sync.read(Buffer.from(png, 'base64'))
    expect([width, height]).toEqual([430, 430])
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(scene)
  })

  it.each([
    [279, 280],
    [280, 280],
    [1280, 1280],
    [5000, 1280],
  ])('draws %d wide as %d', async (asked, width) => {
    expect(PNG.sync.read(Buffer.from((await draw('a', asked)).png, 'base64')).width).toBe(width)
  })

  it('refuses a scene that is empty, has 33 characters or one that is not allowed, and takes 32', async () => {
    expect((await draw('')).errCode).toBe(40169)
    expect((await draw('a'.repeat(33))).errCode).toBe(40169)
    expect((await draw('a b')).errCode).toBe(40169)
    expect((await draw('100%')).errCode).toBe(40169)
    expect((await draw('春')).errCode).toBe(40169)
    expect((await draw('a'.repeat(32))).type).toBe('image/png')
  })

  it('refuses a page with a leading slash or parameters', async () => {
    const answers = ['/pages/home/index', 'pages/home/index?a=1'].map((page) =>
      call('wxacode.getUnlimited', { scene: 'a', page }),
    )
    for (const { errCode } of await Promise.all(answers)) expect(errCode).toBe(41030)
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const codeOf = async (openid: string) => {
    const headers = { 'x-demo-openid': openid }
    const response = await fetch(`${emulator.url}/client/getPhoneCode`, { method: 'POST', headers })
    return ((await response.json()) as { code: string }).code
  }
  const ask = (code: string) => call('phonenumber.getPhoneNumber', { code })

  it('tells the number of whoever got the code, once', async () => {
    const second = () => Math.floor(emulator.clock.now() / 1000)
    const asked = second()
    const code = await codeOf('demo-a')
    const answer = await ask(code)
    expect(answer).toMatchObject({
      errCode: 0,
      phoneInfo: {
        phoneNumber: '13900001111',
        purePhoneNumber: '13900001111',
        countryCode: '86',
        watermark: { appid: expect.any(String) as string },
      },
    })
    const { watermark } = answer.phoneInfo as { watermark: { timestamp: number } }
    expect(watermark.timestamp).toBeGreaterThanOrEqual(asked)
    expect(watermark.timestamp).toBeLessThanOrEqual(second())
    expect((await ask(code)).errCode).toBe(40029)
  })

  it('makes the same number of an unknown person each time, and refuses a code after five minutes', async () => {
    const numberOf = async (openid: string) =>
      ((await ask(await codeOf(openid))).phoneInfo as { phoneNumber: string }).phoneNumber
    const number = await numberOf('demo-new')
    expect(number).toMatch(/^1380000\d{4}$/)
    expect(await numberOf('demo-new')).toBe(number)
    const late = await codeOf('demo-new')
    emulator.clock.advance(5 * 60_000)
    expect((await ask(late)).errCode).toBe(40029)
    expect((await ask('')).errCode).toBe(40029)
  })

  it('gives no code without an identity', async () => {
    const response = await fetch(`${emulator.url}/client/getPhoneCode`, { method: 'POST' })
    expect(await response.json()).toEqual({ errMsg: 'getPhoneNumber:fail no identity' })
  })
})

describe('a scripted failure', () => {
  const check = (openid: string) =>
    call('security.msgSecCheck', { content: 'a', version: 2, scene: 2, openid })
  const send = (touser: string, templateId: string) =>
    call('subscribeMessage.send', { touser, templateId, data: { thing1: { value: 'a' } } })
  const checking = { api: 'security.msgSecCheck', openid: 'demo-a' }

  it('is of one API and person until it is taken back', async () => {
    emulator.failOpenApi(checking, -1)
    expect((await check('demo-a')).errCode).toBe(-1)
    expect((await check('demo-b')).errCode).toBe(0)
    expect((await send('demo-a', 'T')).errCode).toBe(0)
    emulator.failOpenApi(checking, null)
    expect((await check('demo-a')).errCode).toBe(0)
  })

  it('of everybody gives way to what is said of a person, and of every template to one', async () => {
    const api = 'subscribeMessage.send'
    emulator.failOpenApi({ api, openid: '' }, -1)
    emulator.failOpenApi({ api, openid: 'demo-a' }, 43101)
    emulator.failOpenApi({ api, openid: 'demo-a', templateId: 'T2' }, 47003)
    const codes = [await send('demo-b', 'T1'), await send('demo-a', 'T1'), await send('demo-a', 'T2')]
    expect(codes.map(({ errCode }) => errCode)).toEqual([-1, 43101, 47003])
    emulator.failOpenApi({ api, openid: '' }, null)
    emulator.failOpenApi({ api, openid: 'demo-a' }, null)
    expect((await send('demo-a', 'T1')).errCode).toBe(0)
  })

  it('answers late, and is done all the same', async () => {
    const before = emulator.outbox().length
    emulator.failMessages({ openid: 'demo-slow', templateId: 'T' }, { slowMs: 300 })
    const began = performance.now()
    expect((await send('demo-slow', 'T')).errCode).toBe(0)
    expect(performance.now() - began).toBeGreaterThanOrEqual(300)
    expect(emulator.outbox()).toHaveLength(before + 1)
  })

  it('that loses the answer leaves the function without one, and the message is sent', async () => {
    const before = emulator.outbox().length
    emulator.failMessages({ openid: 'demo-lost', templateId: 'T' }, 'lost')
    const outcome = await runScript(
      emulator,
      `const send = cloud.openapi.subscribeMessage.send({ touser: 'demo-lost', templateId: 'T', data: { thing1: { value: 'a' } } })
      return Promise.race([send, new Promise((resolve) => setTimeout(() => resolve('no answer'), 500))])`,
    )
    expect(outcome).toBe('no answer')
    await eventually(() => emulator.outbox().length > before)
    expect(emulator.outbox()).toHaveLength(before + 1)
  })
})

it('refuses a function whose config.json does not name the interface', async () => {
  const functionsDir = newDataDir()
  const script = path.join(__dirname, '../testing/functions/script')
  fs.cpSync(script, path.join(functionsDir, 'script'), { recursive: true })
  const config = { timeout: 20, permissions: { openapi: ['subscribeMessage.send'] } }
  fs.writeFileSync(path.join(functionsDir, 'script', 'config.json'), JSON.stringify(config))
  const own = await startTestEmulator({ functionsDir })
  expect((await call('wxacode.getUnlimited', { scene: 'a' }, own)).errCode).toBe(-604101)
  const message = { touser: 'x', templateId: 'T', data: { thing1: { value: 'a' } } }
  expect((await call('subscribeMessage.send', message, own)).errCode).toBe(0)
})

it('shows a change of what is permitted ten minutes late, both ways', async () => {
  const functionsDir = newDataDir()
  const script = path.join(__dirname, '../testing/functions/script')
  fs.cpSync(script, path.join(functionsDir, 'script'), { recursive: true })
  const permit = (openapi: string[]) =>
    fs.writeFileSync(
      path.join(functionsDir, 'script', 'config.json'),
      JSON.stringify({ timeout: 20, permissions: { openapi } }),
    )
  const own = await startTestEmulator({ functionsDir })
  const code = async () =>
    (await call('wxacode.getUnlimited', { scene: 'a', page: 'pages/home/index' }, own)).errCode
  permit([])
  expect(await code()).toBe(-604101)
  permit(['wxacode.getUnlimited'])
  own.clock.advance(599_000)
  expect(await code()).toBe(-604101)
  own.clock.advance(2_000)
  expect(await code()).toBe(0)
  permit([])
  expect(await code()).toBe(0)
  own.clock.advance(601_000)
  expect(await code()).toBe(-604101)
})

it('refuses a call that comes from no function', async () => {
  const form = new FormData()
  form.append('action', 'wx.openApi')
  form.append('apiName', 'security.msgSecCheck')
  form.append('requestData', new Blob([new Uint8Array([255, 255, 255])]), 'blob')
  const response = await fetch(`${emulator.url}/admin`, { method: 'POST', body: form })
  // -604101 as protobuf has it: field 3, a varint of ten bytes.
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.toString('hex')).toBe('18bb90dbffffffffffff01')
})
