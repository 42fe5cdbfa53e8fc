import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { times } from '../testing/longRun'
import { seeded } from '../testing/random'
import { SpawnedEmulator } from '../testing/spawnEmulator'
import { newDataDir } from '../testing/startTestEmulator'

jest.setTimeout(300_000 + times(0, 300_000))

const run = promisify(execFile)
let dataDir: string
let emulator: SpawnedEmulator | undefined

beforeEach(() => {
  dataDir = newDataDir()
})
afterEach(() => emulator?.kill())

/** What the command printed; it rejects when it failed. */
async function command(...words: string[]): Promise<string> {
  const cli = path.join(__dirname, '../cli.ts')
  const args = ['--import', 'tsx', cli, ...words, '--data', dataDir]
  return (await run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'test' } })).stdout
}

async function add(...ids: string[]): Promise<void> {
  const data = ids.map((_id) => JSON.stringify({ _id }))
  const answer = await emulator?.ask('database.insertDocument', { collectionName: 'things', data })
  expect(answer).toHaveProperty('data')
}

async function ids(): Promise<string> {
  const answer = await emulator?.ask('database.getDocument', { collectionName: 'things', query: '{}' })
  const { list } = (answer?.data ?? { list: [] }) as { list: string[] }
  return list.map((text) => (JSON.parse(text) as { _id: string })._id).join(' ')
}

async function start(): Promise<void> {
  emulator = await SpawnedEmulator.start(dataDir)
}

it('starts alone without functions, prints where the gateway is, and stops when asked', async () => {
  await start()
  expect(emulator?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await emulator?.ask('database.addCollection', { collectionName: 'things' })
  await add('a')
  await emulator?.stop()
  await start()
  expect(await ids()).toBe('a')
})

it('keeps, restores and resets by commands, while it runs and when it is stopped, by name and by file', async () => {
  await start()
  await emulator?.ask('database.addCollection', { collectionName: 'things' })
  await add('a')
  await command('snapshot', 'one')
  const file = path.join(dataDir, '..', `${path.basename(dataDir)}-file.db`)
  try {
    await add('b')
    await command('snapshot', file)
    await command('restore', 'one')
    expect(await ids()).toBe('a')
    await command('restore', file)
    expect(await ids()).toBe('a b')
    await command('reset')
    expect(await ids()).toBe('')

    await emulator?.stop()
    await command('restore', 'one')
    await command('snapshot', 'two')
    await command('reset')
    await command('restore', 'two')
    await start()
    expect(await ids()).toBe('a')
    await emulator?.kill()
    // A killed process leaves its note behind: the folder is free all the same.
    await command('restore', file)
    await start()
    expect(await ids()).toBe('a b')
    expect(fs.readdirSync(path.join(dataDir, 'snapshots')).sort()).toEqual(['one.db', 'two.db'])
  } finally {
    fs.rmSync(file, { force: true })
  }
})

it('refuses in one sentence what it cannot do', async () => {
  await expect(command('snapshot', 'one')).rejects.toMatchObject({
    stderr: `there are no data in ${dataDir}\n`,
  })
  await expect(command('restore', 'one')).rejects.toMatchObject({
    stderr: expect.stringContaining('no snapshot "one"') as string,
  })
  await expect(command('restore', __filename)).rejects.toMatchObject({
    stderr: expect.stringContaining('not a snapshot') as string,
  })
  await expect(command('reset', 'one')).rejects.toMatchObject({ stderr: 'reset takes no name\n' })
  await expect(command('burn')).rejects.toMatchObject({ stderr: expect.stringContaining('usage') as string })
})

it('a process killed while it restores leaves the one state or the other, files included', async () => {
  const random = seeded(3)
  const storage = path.join(dataDir, 'storage')
  await start()
  await emulator?.ask('database.addCollection', { collectionName: 'things' })
  const states: Record<string, string> = {}
  for (const name of ['small', 'large']) {
    const many = Array.from(
      { length: name === 'small' ? 1 : 60 },
      (_, n) => `${name}${String(n).padStart(2, '0')}`,
    )
    await add(...many)
    for (const each of many) fs.writeFileSync(path.join(storage, each), each.repeat(5000))
    await command('snapshot', name)
    states[await ids()] = fs.readdirSync(storage).sort().join(' ')
  }
  for (let round = 0; round < times(3, 20); round += 1) {
    const name = round % 2 === 0 ? 'small' : 'large'
    const body = JSON.stringify({ do: 'restore', name })
    const address = `${emulator?.url}/console/api/snapshots`
    const asked = fetch(address, { method: 'POST', body }).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, random() * 25))
    await emulator?.kill()
    await asked
    await start()
    expect(states).toHaveProperty([await ids()])
    expect(fs.readdirSync(storage).sort().join(' ')).toBe(states[await ids()])
  }
})
