import { startTestEmulator } from '../testing/startTestEmulator'
import { times } from '../testing/longRun'
import type { Emulator } from '../types'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})

/** Says who is asking at every step: between waits, database work, in a function it calls and in one which that one calls. */
const body = `
  const seen = []
  const look = () => seen.push(cloud.getWXContext().OPENID)
  look()
  await new Promise((resolve) => setTimeout(resolve, input.pause))
  look()
  await db.collection('notes').add({ data: { _id: input.id, owner: cloud.getWXContext().OPENID } })
  look()
  if (input.below) {
    const { result } = await cloud.callFunction({ name: 'script', data: { body: input.body, input: input.below } })
    seen.push(...result.seen)
  }
  look()
  const { data } = await db.collection('notes').doc(input.id).get()
  seen.push(data.owner)
  return { seen, pid: process.pid }`

interface Input {
  id: string
  pause: number
  body: string
  below?: Input
}

const inputOf = (id: string, pause: number, depth: number): Input => ({
  id,
  pause,
  body,
  ...(depth > 0 && { below: inputOf(`${id}-${depth}`, 29 - pause, depth - 1) }),
})

async function ask(openid: string, input: Input): Promise<{ seen: string[]; pid: number }> {
  const response = await fetch(`${emulator.url}/client/callFunction`, {
    method: 'POST',
    headers: { 'x-demo-openid': openid },
    body: JSON.stringify({ name: 'script', data: { body, input } }),
  })
  const { result, errMsg } = (await response.json()) as {
    result?: { seen: string[]; pid: number }
    errMsg: string
  }
  if (result === undefined) throw new Error(errMsg)
  return result
}

it('lets none of 200 interleaved invocations by 20 people see another person, nested ones and the log included', async () => {
  for (let round = 0; round < times(1, 10); round += 1) {
    const people = Array.from({ length: 200 }, (_, i) => `person-${i % 20}`)
    const answers = await Promise.all(
      people.map((openid, i) => ask(openid, inputOf(`r${round}-${i}`, (i * 7) % 30, i % 3))),
    )
    for (const [i, { seen }] of answers.entries()) {
      expect(seen).toHaveLength(5 * ((i % 3) + 1))
      expect(new Set(seen)).toEqual(new Set([people[i]]))
    }
    expect(new Set(answers.map(({ pid }) => pid)).size).toBeGreaterThan(1)
    const notes = emulator.database.find('notes') as { _id: string; owner: string }[]
    for (const { _id, owner } of notes)
      expect(owner).toBe(`person-${Number(_id.replace(/^r\d+-(\d+).*/, '$1')) % 20}`)
  }
  // 200 from phones, and 1 or 2 below two thirds of them.
  const logged = emulator.invocations().slice(-399)
  expect(new Set(logged.map(({ openid }) => openid)).size).toBe(20)
  expect(logged.every(({ ok }) => ok)).toBe(true)
}, 600_000)

describe('a nested call', () => {
  const nested = async (openid: string, depth: number) => {
    const deeper = `
      const { SOURCE: source, OPENID: openid } = cloud.getWXContext()
      if (input.depth === 0) return [{ source, openid }]
      const next = { body: input.body, input: { ...input, depth: input.depth - 1 } }
      return [{ source, openid }, ...(await cloud.callFunction({ name: 'script', data: next })).result]`
    const data = { body: deeper, input: { depth, body: deeper } }
    return (await emulator.invoke('script', data, { openid })).result
  }

  it('keeps who asked and adds where it comes from, at every depth', async () => {
    await expect(nested('someone', 2)).resolves.toEqual([
      { openid: 'someone', source: 'wx_client' },
      { openid: 'someone', source: 'wx_client,scf' },
      { openid: 'someone', source: 'wx_client,scf,scf' },
    ])
  })

  it('is followed 10 deep and refused at 11', async () => {
    await expect(nested('someone', 10)).resolves.toHaveLength(11)
    await expect(nested('someone', 11)).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('10 deep') as string,
    })
  })

  it('is answered while every place for phones is taken by those who wait for one', async () => {
    // All eight are under way before the first of them calls another.
    const together = `
      await db.collection('people').add({ data: {} })
      while ((await db.collection('people').count()).total < 8) await new Promise((resolve) => setTimeout(resolve, 20))
      return (await cloud.callFunction({ name: 'script', data: { body: 'return 1' } })).result`
    const data = { body: together }
    const callers = Array.from({ length: 12 }, (_, i) => ({ openid: `caller-${i}` }))
    const answers = await Promise.all(callers.map((caller) => emulator.invoke('script', data, caller)))
    expect(answers).toEqual(callers.map(() => ({ result: 1 })))
  })
})
