import {
  createOfflineQueue as create,
  type OfflineQueue,
  type QueuedItem,
  type QueueParts,
} from './offlineQueue'
import type { PhoneReason, PhoneRefusal } from './outcome'

const item = (nonce: string, memberId = 'm1'): QueuedItem => ({
  action: 'checkin.tick',
  data: { activityId: 'a1', memberId, way: 'roll_call', occurredAt: 1_790_000_000_000, nonce },
  name: '黄婷',
  memberId,
})
const yes = { ok: true } as const
const no = (reason: PhoneReason): PhoneRefusal => ({ ok: false, reason })
const offline = () => Promise.resolve(no('offline'))

let clock = 0
beforeEach(() => {
  clock = 1_790_000_000_000
})

/** A phone's storage; `full`: nothing more can be written; `shut`: it cannot even be read. */
const disk = (kept?: unknown) => {
  const self = {
    full: false,
    shut: false,
    aside: undefined as unknown,
    kept,
    read: () => {
      if (self.shut) throw new Error('getStorageSync:fail')
      return self.kept
    },
    write: (value: unknown) => {
      if (!self.full) self.kept = JSON.parse(JSON.stringify(value))
      return !self.full
    },
    setAside: () => void (self.aside = self.kept),
  }
  return self
}
const createOfflineQueue = (parts: Omit<QueueParts<QueuedItem>, 'now'>): OfflineQueue =>
  create({ ...parts, now: () => clock })
const nonces = (items: QueuedItem[]) => items.map((each) => each.data.nonce)

test('the same nonce waits only once, and is not taken again after it was uploaded', async () => {
  const queue = createOfflineQueue({ storage: disk(), send: () => Promise.resolve(yes) })
  queue.add(item('nonce-01'))
  queue.add(item('nonce-01'))
  expect(queue.state().waiting).toHaveLength(1)
  await queue.flush()
  queue.add(item('nonce-01'))
  expect(queue.state().waiting).toHaveLength(0)
})

test('uploads in the order of entry, one at a time', async () => {
  const seen: string[] = []
  let under = 0
  const queue = createOfflineQueue({
    storage: disk(),
    send: async (each) => {
      under += 1
      expect(under).toBe(1)
      await Promise.resolve()
      seen.push(each.data.nonce)
      under -= 1
      return yes
    },
  })
  queue.add(item('nonce-01'))
  queue.add(item('nonce-02', 'm2'))
  queue.add(item('nonce-03', 'm3'))
  await Promise.all([queue.flush(), queue.flush()])
  expect(seen).toEqual(['nonce-01', 'nonce-02', 'nonce-03'])
})

test('an item entered while uploading goes along in the same run', async () => {
  const seen: string[] = []
  const queue = createOfflineQueue({
    storage: disk(),
    send: (each) => {
      if (seen.length === 0) queue.add(item('nonce-02', 'm2'))
      seen.push(each.data.nonce)
      return Promise.resolve(yes)
    },
  })
  queue.add(item('nonce-01'))
  await queue.flush()
  expect(seen).toEqual(['nonce-01', 'nonce-02'])
})

test('without network everything stays, in order', async () => {
  const send = jest.fn(offline)
  const queue = createOfflineQueue({ storage: disk(), send })
  queue.add(item('nonce-01'))
  queue.add(item('nonce-02', 'm2'))
  await queue.flush()
  expect(nonces(queue.state().waiting)).toEqual(['nonce-01', 'nonce-02'])
  expect(send).toHaveBeenCalledTimes(1)
  expect(queue.state().sending).toBe(false)
})

test('a final refusal is dropped with its reason and the next one is uploaded', async () => {
  const queue = createOfflineQueue({
    storage: disk(),
    send: (each) => Promise.resolve(each.data.nonce === 'nonce-01' ? no('struck_out') : yes),
  })
  queue.add(item('nonce-01'))
  queue.add(item('nonce-02', 'm2'))
  await queue.flush()
  expect(queue.state().waiting).toEqual([])
  expect(queue.state().dropped).toMatchObject([{ name: '黄婷', reason: 'struck_out' }])
  expect(nonces(queue.state().sent)).toEqual(['nonce-02'])
  queue.dismiss('nonce-01')
  expect(queue.state().dropped).toEqual([])
})

test.each(['try_again', 'slow', 'unavailable'] as const)(
  'what the cloud cannot take now (%s) stays and goes behind the others, which are uploaded',
  async (reason) => {
    const queue = createOfflineQueue({
      storage: disk(),
      send: (each) => Promise.resolve(each.data.nonce === 'nonce-01' ? no(reason) : yes),
    })
    queue.add(item('nonce-01'))
    queue.add(item('nonce-02', 'm2'))
    queue.add(item('nonce-03', 'm3'))
    await queue.flush()
    expect(nonces(queue.state().waiting)).toEqual(['nonce-01'])
    expect(nonces(queue.state().sent)).toEqual(['nonce-03', 'nonce-02'])
    expect(queue.state().dropped).toEqual([])
    expect(queue.state().trouble).toBe(reason)
  },
)

test('what failed is tried again later and later by itself, and at once when somebody asks', async () => {
  const send = jest.fn(() => Promise.resolve(no('unavailable')))
  const queue = createOfflineQueue({ storage: disk(), send })
  const tries = async (after: number, asked = false) => {
    send.mockClear()
    clock += after
    await queue.flush(asked)
    return send.mock.calls.length
  }
  queue.add(item('nonce-01'))
  expect(await tries(0)).toBe(1)
  expect(await tries(4999)).toBe(0)
  expect(await tries(1)).toBe(1)
  expect(await tries(9999)).toBe(0)
  expect(await tries(0, true)).toBe(1)
  expect(await tries(300_000)).toBe(1)
})

test('two in a row without an answer end the run, and the next one begins with the others', async () => {
  const seen: string[] = []
  const queue = createOfflineQueue({
    storage: disk(),
    send: (each) => {
      seen.push(each.data.nonce)
      return Promise.resolve(['nonce-01', 'nonce-02'].includes(each.data.nonce) ? no('slow') : yes)
    },
  })
  for (const each of ['nonce-01', 'nonce-02', 'nonce-03']) queue.add(item(each, each))
  await queue.flush()
  expect(seen).toEqual(['nonce-01', 'nonce-02'])
  await queue.flush(true)
  expect(seen[2]).toBe('nonce-03')
})

test('a consent that is asked for anew drops nothing', async () => {
  const queue = createOfflineQueue({
    storage: disk(),
    send: () => Promise.resolve(no('consent_needed')),
  })
  queue.add(item('nonce-01'))
  await queue.flush()
  expect(nonces(queue.state().waiting)).toEqual(['nonce-01'])
})

test('waiting and dropped items survive a restart of the app', async () => {
  const storage = disk()
  const first = createOfflineQueue({
    storage,
    send: (each) => (each.data.nonce === 'nonce-01' ? Promise.resolve(no('struck_out')) : offline()),
  })
  first.add(item('nonce-01'))
  first.add(item('nonce-02', 'm2'))
  await first.flush()

  const send = jest.fn(() => Promise.resolve(yes))
  const second = createOfflineQueue({ storage, send })
  expect(nonces(second.state().waiting)).toEqual(['nonce-02'])
  expect(nonces(second.state().dropped)).toEqual(['nonce-01'])
  await second.flush()
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ data: item('nonce-02', 'm2').data }))
})

test('what has not been uploaded can be taken back', async () => {
  const send = jest.fn(() => Promise.resolve(yes))
  const queue = createOfflineQueue({ storage: disk(), send })
  queue.add(item('nonce-01'))
  expect(queue.remove('nonce-01')).toBe(true)
  await queue.flush()
  expect(send).not.toHaveBeenCalled()
  expect(queue.state().withdrawn).toEqual([])
})

test('what is uploaded cannot be taken back from the phone, and says so', async () => {
  const queue = createOfflineQueue({ storage: disk(), send: () => Promise.resolve(yes) })
  queue.add(item('nonce-01'))
  await queue.flush()
  expect(queue.remove('nonce-01')).toBe(false)
})

test('what was sent without an answer and then taken back is remembered: perhaps it did arrive', async () => {
  const storage = disk()
  const queue = createOfflineQueue({ storage, send: offline })
  queue.add(item('nonce-01'))
  await queue.flush()
  expect(queue.remove('nonce-01')).toBe(true)
  expect(queue.state().waiting).toEqual([])
  expect(nonces(createOfflineQueue({ storage, send: offline }).state().withdrawn)).toEqual(['nonce-01'])
})

test('taken back while it is on its way, it counts as uploaded once the cloud says yes', async () => {
  const queue: OfflineQueue = createOfflineQueue({
    storage: disk(),
    send: (each) => {
      queue.remove(each.data.nonce)
      return Promise.resolve(yes)
    },
  })
  queue.add(item('nonce-01'))
  await queue.flush()
  expect(nonces(queue.state().sent)).toEqual(['nonce-01'])
  expect(nonces(queue.state().withdrawn)).toEqual(['nonce-01'])
})

test('a storage that takes nothing more is said, and everything still goes up', async () => {
  const storage = disk()
  storage.full = true
  const queue = createOfflineQueue({ storage, send: offline })
  queue.add(item('nonce-01'))
  expect(queue.state().kept).toBe(false)
  storage.full = false
  queue.add(item('nonce-02', 'm2'))
  expect(queue.state().kept).toBe(true)
})

test('a storage that could not be read is not written over, and is read later', () => {
  const storage = disk({ waiting: [item('nonce-01')], dropped: [] })
  storage.shut = true
  const queue = createOfflineQueue({ storage, send: offline })
  queue.add(item('nonce-02', 'm2'))
  expect(queue.state().kept).toBe(false)
  expect(storage.kept).toMatchObject({ waiting: [{ data: { nonce: 'nonce-01' } }] })
  storage.shut = false
  queue.add(item('nonce-03', 'm3'))
  expect(nonces(queue.state().waiting)).toEqual(['nonce-01', 'nonce-02', 'nonce-03'])
  expect(queue.state().kept).toBe(true)
})

test.each([
  ['is no queue', 'unreadable'],
  ['holds what has no name', { waiting: [{ action: 'checkin.tick' }], dropped: [] }],
])('a storage that %s is moved aside and said, until it has been read', (_, kept) => {
  const storage = disk(kept)
  const queue = createOfflineQueue({ storage, send: offline })
  expect(queue.state()).toMatchObject({ damaged: true, waiting: [] })
  expect(storage.aside).toEqual(kept)
  queue.dismiss()
  expect(queue.state().damaged).toBe(false)
  expect(createOfflineQueue({ storage, send: offline }).state().damaged).toBe(false)
})
