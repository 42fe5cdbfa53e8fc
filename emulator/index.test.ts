import { newDataDir, runScript, startTestEmulator } from './testing/startTestEmulator'

it('serves environments that begin with demo- and no others', async () => {
  await expect(startTestEmulator({ envId: 'county-prod' })).rejects.toThrow('demo-')
  await expect(startTestEmulator({ envId: 'my-demo-1' })).rejects.toThrow('demo-')
})

it('keeps what functions wrote over a restart and says whether there was anything', async () => {
  const dataDir = newDataDir()
  const first = await startTestEmulator({ dataDir })
  expect(first.isNew).toBe(true)
  await runScript(
    first,
    `await db.collection('notes').doc('a').set({ data: { at: new Date(5), n: 1790059800123 } })`,
  )
  await first.close()
  const second = await startTestEmulator({ dataDir })
  expect(second.isNew).toBe(false)
  expect(second.database.find('notes')).toEqual([{ _id: 'a', at: new Date(5), n: 1790059800123 }])
})

it('hands out copies: changing a found or an inserted document changes nothing stored', async () => {
  const emulator = await startTestEmulator()
  const doc = { _id: 'a', deep: { list: [1] } }
  emulator.database.insertMany('notes', [doc])
  doc.deep.list.push(2)
  const [found] = emulator.database.find('notes', { _id: 'a' }) as (typeof doc)[]
  found?.deep.list.push(3)
  expect(emulator.database.find('notes')).toEqual([{ _id: 'a', deep: { list: [1] } }])
})

it('counts and lists collections, and knows no undeclared one', async () => {
  const emulator = await startTestEmulator()
  emulator.database.insertMany('people', [{ team: 'x' }, { team: 'y' }])
  expect(emulator.database.count('people', { team: 'x' })).toBe(1)
  expect(emulator.database.collections()).toEqual(['items', 'notes', 'people'])
  expect(() => emulator.database.insertMany('nowhere', [{}])).toThrow('not exist')
})

it('takes 60,000 documents at once and finds every one by its index', async () => {
  const emulator = await startTestEmulator()
  const docs = Array.from({ length: 60_000 }, (_, n) => ({
    _id: `d${n}`,
    owner: `o${n % 62}`,
    day: `2026-0${(n % 9) + 1}-01`,
    code: n,
  }))
  emulator.database.insertMany('items', docs)
  const wanted = docs.filter(({ owner, day }) => owner === 'o1' && day === '2026-02-01')
  expect(emulator.database.count('items', { owner: 'o1', day: '2026-02-01' })).toBe(wanted.length)
})

it('closes twice, frees the port and the folder', async () => {
  const dataDir = newDataDir()
  const first = await startTestEmulator({ dataDir })
  const port = Number(new URL(first.url).port)
  await first.close()
  await first.close()
  const second = await startTestEmulator({ dataDir, port })
  expect(second.url).toBe(first.url)
})
