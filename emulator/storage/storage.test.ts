import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { eventually } from '../testing/eventually'
import { newDataDir, runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

const at = Date.parse('2026-09-22T14:50:00+08:00')
const bucket = 'cloud://demo-test.6465-demo-test-1300000000'
let emulator: Emulator
let dataDir: string

beforeAll(async () => {
  dataDir = newDataDir()
  emulator = await startTestEmulator({ at, dataDir, settings: { storageRule: 'PRIVATE' } })
})

const upload = (cloudPath: string, text: string, own = emulator) =>
  runScript<{ fileID?: string; errCode?: number; errMsg?: string }>(
    own,
    `return attempt(() => cloud.uploadFile({ cloudPath: input.cloudPath, fileContent: Buffer.from(input.text) }))`,
    { cloudPath, text },
  )
const linkOf = async (fileID: string, maxAge = 600) =>
  (
    await runScript<{ fileList: { tempFileURL: string }[] }>(
      emulator,
      `return cloud.getTempFileURL({ fileList: [input] })`,
      { fileID, maxAge },
    )
  ).fileList[0]?.tempFileURL ?? ''

describe('the SDK of a function', () => {
  it('uploads, links, downloads and deletes a file', async () => {
    const answer = await runScript(
      emulator,
      `const bytes = Buffer.from([...Array(256).keys()])
      const { fileID } = await cloud.uploadFile({ cloudPath: 'rosters/名单 1.xlsx', fileContent: bytes })
      const [link] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
      const { fileContent, statusCode } = await cloud.downloadFile({ fileID })
      const { fileList } = await cloud.deleteFile({ fileList: [fileID] })
      const [gone] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
      const missing = await attempt(() => cloud.downloadFile({ fileID }))
      return { fileID, same: bytes.equals(fileContent), statusCode, link, fileList, gone: gone.status, missing: missing.errCode }`,
    )
    const fileID = `${bucket}/rosters/名单 1.xlsx`
    expect(answer).toEqual({
      fileID,
      same: true,
      statusCode: 200,
      link: {
        fileID,
        status: 0,
        errMsg: 'ok',
        maxAge: 86_400,
        tempFileURL: expect.stringMatching(
          /^http:\/\/127\.0\.0\.1:\d+\/storage\/[0-9a-f]{64}\.xlsx\?sign=/,
        ) as string,
      },
      fileList: [{ fileID, status: 0, errMsg: 'ok' }],
      gone: -503003,
      missing: expect.any(Number) as number,
    })
  })

  it('replaces a file of the same path, and keeps the one before when an upload is refused', async () => {
    await upload('a/b.txt', 'first')
    const { fileID = '' } = await upload('a/b.txt', 'second')
    expect(await (await fetch(await linkOf(fileID))).text()).toBe('second')
  })

  it.each([
    ['nothing', ''],
    ['a root', '/etc/passwd'],
    ['a step up', '../../escape.txt'],
    ['a step up inside', 'a/../../escape.txt'],
    ['a single dot', 'a/./b'],
    ['a backslash', '..\\escape.txt'],
    ['an encoded step', '%2e%2e%2fescape.txt'],
    ['a NUL', 'a\u0000.txt'],
    ['an empty part', 'a//b'],
    ['a folder', 'a/'],
    ['851 bytes', 'a'.repeat(851)],
    ['half a character', 'a\ud800'],
  ])('refuses a path with %s', async (_, cloudPath) => {
    // The SDK passes the words on and drops the code, here as in the cloud.
    expect(await upload(cloudPath, 'x')).toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('cloudPath: the path') as string,
    })
    expect(fs.existsSync(path.join(dataDir, '..', 'escape.txt'))).toBe(false)
  })

  it('takes a path of 850 bytes and one that looks like a member of every object', async () => {
    expect((await upload('a'.repeat(850), 'x')).fileID).toHaveLength(bucket.length + 851)
    expect((await upload('__proto__', 'x')).fileID).toBe(`${bucket}/__proto__`)
  })

  it('gives 50 links at once and refuses 51', async () => {
    const ask = (many: number) =>
      runScript<{ fileList?: object[]; errMsg?: string }>(
        emulator,
        `return attempt(() => cloud.getTempFileURL({ fileList: Array(input).fill('${bucket}/nobody.txt') }))`,
        many,
      )
    expect((await ask(50)).fileList).toHaveLength(50)
    expect((await ask(51)).errMsg).toContain('more than 50 files')
  })

  it.each([
    ['another environment', 'cloud://demo-other.6465-demo-other-1300000000/a/b.txt', -503002],
    ['no id', 'a/b.txt', -501007],
    ['a step up', `${bucket}/../cloud.db`, -501007],
    ['a file that is not there', `${bucket}/nobody.txt`, -503003],
  ])('has no link for %s', async (_, fileID, status) => {
    const answer = await runScript(emulator, `return cloud.getTempFileURL({ fileList: [input] })`, fileID)
    expect(answer).toMatchObject({ fileList: [{ fileID, status, tempFileURL: '' }] })
  })
})

describe('a temporary link', () => {
  it('runs out by the emulated clock', async () => {
    const { fileID = '' } = await upload('poster.png', 'x')
    const link = await linkOf(fileID, 60)
    expect((await fetch(link)).status).toBe(200)
    emulator.clock.advance(61_000)
    expect((await fetch(link)).status).toBe(403)
    expect((await fetch(await linkOf(fileID, 60))).status).toBe(200)
  })

  it('opens one file only, and only as signed', async () => {
    const first = await linkOf((await upload('one.txt', '1')).fileID ?? '')
    const second = new URL(await linkOf((await upload('two.txt', '2')).fileID ?? ''))
    second.search = new URL(first).search
    expect((await fetch(second)).status).toBe(403)
    expect((await fetch(first.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')))).status).toBe(403)
    expect((await fetch(first.split('?')[0] ?? '')).status).toBe(403)
    expect((await fetch(`${emulator.url}/storage/..%2fcloud.db`)).status).toBe(403)
  })

  it('tells size and kind without the content, and cannot act as a page of the emulator', async () => {
    const link = await linkOf((await upload('evil.html', '<script>1</script>')).fileID ?? '')
    const response = await fetch(link, { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe('18')
    expect(response.headers.get('content-security-policy')).toBe('sandbox')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('')
  })

  it('still opens after a restart', async () => {
    const folder = newDataDir()
    const first = await startTestEmulator({ dataDir: folder, at })
    const { fileID } = await upload('kept.txt', 'kept', first)
    await first.close()
    const second = await startTestEmulator({ dataDir: folder })
    const text = await runScript(
      second,
      `return (await cloud.downloadFile({ fileID: input })).fileContent.toString()`,
      fileID,
    )
    expect(text).toBe('kept')
  })
})

describe('the upload itself', () => {
  const announce = async (name: string) => {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', path: name })
    const response = await fetch(`${emulator.url}/admin`, { method: 'POST', body })
    return ((await response.json()) as { data: Record<'url' | 'authorization' | 'cosFileId', string> }).data
  }

  it('takes the form of the older SDK', async () => {
    const { url, authorization, cosFileId } = await announce('old/sdk.bin')
    const form = new FormData()
    form.append('Signature', authorization)
    form.append('x-cos-security-token', 'local')
    form.append('x-cos-meta-fileid', cosFileId)
    form.append('key', 'old/sdk.bin')
    form.append('file', new Blob([new Uint8Array([0, 255, 10])]), 'blob')
    const response = await fetch(url, { method: 'POST', body: form })
    expect(response.status).toBe(204)
    const link = await linkOf(`${bucket}/old/sdk.bin`)
    expect([...new Uint8Array(await (await fetch(link)).arrayBuffer())]).toEqual([0, 255, 10])
  })

  it('is refused without its permit, for another path and after its time', async () => {
    const { url, authorization } = await announce('mine.txt')
    const put = (key: string, permit: string) =>
      fetch(url, { method: 'PUT', headers: { authorization: permit, key }, body: 'x' })
    expect((await put('mine.txt', '')).status).toBe(403)
    expect((await put('..%2f..%2fmine.txt', authorization)).status).toBe(403)
    expect((await put('%', authorization)).status).toBe(403)
    const forLink = new URL(await linkOf((await upload('b.txt', '')).fileID ?? '')).searchParams.get('sign')
    expect((await put('mine.txt', forLink ?? '')).status).toBe(403)
    emulator.clock.advance(901_000)
    const late = await put('mine.txt', authorization)
    expect(await late.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
  })

  it('leaves nothing behind when it breaks off', async () => {
    const { url, authorization } = await announce('broken.bin')
    await new Promise<void>((resolve) => {
      const request = http.request(url, { method: 'PUT', headers: { authorization, key: 'broken.bin' } })
      request.on('error', () => resolve())
      request.write('half')
      setTimeout(() => request.destroy(), 50)
    })
    const left = () => fs.readdirSync(path.join(dataDir, 'storage')).filter((name) => name.endsWith('.part'))
    await eventually(() => left().length === 0)
    expect(await linkOf(`${bucket}/broken.bin`)).toBe('')
  })
})

describe('a phone', () => {
  const call = async (name: string, body: FormData | object, openid = 'demo-a') => {
    const init = body instanceof FormData ? { body } : { body: JSON.stringify(body) }
    const headers: Record<string, string> = openid === '' ? {} : { 'x-demo-openid': openid }
    const response = await fetch(`${emulator.url}/client/${name}`, { method: 'POST', headers, ...init })
    return (await response.json()) as { errCode?: number; fileID?: string; fileList?: object[] }
  }
  const form = (cloudPath: string, text: string) => {
    const made = new FormData()
    made.append('cloudPath', cloudPath)
    made.append('file', new Blob([text]), 'a.txt')
    return made
  }

  it('uploads, links and deletes', async () => {
    const fileID = `${bucket}/phone/a.txt`
    await expect(call('uploadFile', form('phone/a.txt', 'hello'))).resolves.toEqual({
      fileID,
      statusCode: 200,
      errMsg: 'cloud.uploadFile:ok',
    })
    const { fileList } = await call('getTempFileURL', { fileList: [{ fileID, maxAge: 60 }] })
    const [file] = fileList as { tempFileURL: string; status: number }[]
    expect(file?.status).toBe(0)
    expect(await (await fetch(file?.tempFileURL ?? '')).text()).toBe('hello')
    await expect(call('deleteFile', { fileList: [fileID] })).resolves.toMatchObject({
      fileList: [{ fileID, status: 0 }],
    })
  })

  it('neither reads nor replaces nor deletes what another or a function uploaded, nor uploads without an identity', async () => {
    const { fileID } = await call('uploadFile', form('phone/mine.txt', 'a'))
    expect((await call('uploadFile', form('phone/mine.txt', 'b'), 'demo-b')).errCode).toBe(-503002)
    expect((await call('getTempFileURL', { fileList: [fileID] }, 'demo-b')).fileList).toMatchObject([
      { status: -503002 },
    ])
    expect((await call('deleteFile', { fileList: [fileID] }, 'demo-b')).fileList).toMatchObject([
      { status: -503002 },
    ])
    expect((await call('uploadFile', form('phone/new.txt', 'b'), '')).errCode).toBe(-503002)
    expect(await (await fetch(await linkOf(fileID ?? ''))).text()).toBe('a')
  })

  it('reads what anybody uploaded, by a link that never expires, where nobody has set the storage to PRIVATE', async () => {
    const open = await startTestEmulator({ at })
    const { fileID = '' } = await upload('rosters/名单.csv', 'names', open)
    const response = await fetch(`${open.url}/client/getTempFileURL`, {
      method: 'POST',
      headers: { 'x-demo-openid': 'demo-b' },
      body: JSON.stringify({ fileList: [fileID] }),
    })
    const { fileList } = (await response.json()) as { fileList: { status: number; tempFileURL: string }[] }
    expect(fileList[0]?.status).toBe(0)
    open.clock.advance(400 * 86_400_000)
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('names')
  })

  it.each(['/a', '../a', 'a/../../b', 'a\\b', ''])('is refused the path %j', async (cloudPath) => {
    expect((await call('uploadFile', form(cloudPath, 'x'))).errCode).toBe(-501007)
  })

  it('gets a code for a form without a file, for no form and for no list', async () => {
    const empty = new FormData()
    empty.append('cloudPath', 'a')
    expect((await call('uploadFile', empty)).errCode).toBe(-501007)
    expect((await call('uploadFile', { cloudPath: 'a' })).errCode).toBe(-501007)
    expect((await call('getTempFileURL', {})).errCode).toBe(-501007)
    expect((await call('deleteFile', { fileList: [] })).errCode).toBe(-501007)
  })
})
