import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { newDataDir } from '../testing/startTestEmulator'
import { FileStore, FileTooLarge } from './FileStore'

const head = (cloudPath: string) => ({ path: cloudPath, uploadedAt: 5, owner: '' })
const content = (text: string) => Readable.from([Buffer.from(text)])

async function textOf(store: FileStore, cloudPath: string): Promise<string> {
  const chunks: Buffer[] = []
  const file = store.read(store.keyOf(cloudPath))
  for await (const chunk of file?.content ?? []) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

it('takes a file of exactly the limit, refuses one byte more and keeps the one before', async () => {
  const store = new FileStore(newDataDir(), 10)
  await store.save(head('a'), content('0123456789'))
  await expect(store.save(head('a'), content('0123456789x'))).rejects.toThrow(FileTooLarge)
  expect(await textOf(store, 'a')).toBe('0123456789')
  expect(fs.readdirSync(store.folder)).toHaveLength(1)
})

it('keeps whatever path inside its folder', async () => {
  const dataDir = newDataDir()
  const store = new FileStore(dataDir)
  for (const cloudPath of ['../../a', '/b', 'c/d/e', '..', '\u0000'])
    await store.save(head(cloudPath), content('x'))
  expect(fs.readdirSync(dataDir)).toEqual(['storage'])
  expect(store.list()).toHaveLength(5)
  expect(fs.readdirSync(store.folder).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true)
})

it('follows no link, neither as a file nor as its folder', () => {
  const dataDir = newDataDir()
  const outside = path.join(newDataDir(), 'secret')
  const store = new FileStore(dataDir)
  fs.writeFileSync(outside, `${JSON.stringify(head('a'))}\nsecret`)
  fs.symlinkSync(outside, path.join(store.folder, store.keyOf('a')))
  expect(store.find('a')).toBeUndefined()
  expect(store.read(store.keyOf('a'))).toBeUndefined()
  expect(store.list()).toEqual([])
  const linked = newDataDir()
  fs.symlinkSync(dataDir, path.join(linked, 'storage'))
  expect(() => new FileStore(linked)).toThrow('is a link')
})

it('reads what lies in the wrong place or is cut off as missing, and clears what a crash left', async () => {
  const dataDir = newDataDir()
  const store = new FileStore(dataDir)
  await store.save(head('a'), content('x'))
  fs.renameSync(path.join(store.folder, store.keyOf('a')), path.join(store.folder, store.keyOf('b')))
  fs.writeFileSync(path.join(store.folder, store.keyOf('c')), '{"path":"c"')
  fs.writeFileSync(path.join(store.folder, 'ab.part'), 'half')
  expect([store.find('b'), store.find('c')]).toEqual([undefined, undefined])
  expect(store.read('../cloud.db')).toBeUndefined()
  expect(fs.readdirSync(new FileStore(dataDir).folder)).not.toContain('ab.part')
})
