import { createOfflineQueue, type QueuedItem } from './offlineQueue'
import type { PhoneRefusal } from './outcome'

const item = (nonce: string, memberId = 'm1'): QueuedItem => ({
  action: 'checkin.tick',
  data: { activityId: 'a1', memberId, way: 'roll_call', occurredAt: 1_790_000_000_000, nonce },
  name: '黄婷',
  memberId,
})
const yes = { ok: true } as const
const no = (reason: 'struck_out' | 'try_again'): PhoneRefusal => ({ ok: false, reason })

const disk = () => {
  let kept: unknown
  return { read: () => kept, write: (value: unknown) => void (kept = JSON.parse(JSON.stringify(value))) }
}
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
  const send = jest.fn(() => Promise.reject(new Error('offline')))
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

test('a transient refusal keeps the item and what follows it', async () => {
  const queue = createOfflineQueue({ storage: disk(), send: () => Promise.resolve(no('try_again')) })
  queue.add(item('nonce-01'))
  queue.add(item('nonce-02', 'm2'))
  await queue.flush()
  expect(nonces(queue.state().waiting)).toEqual(['nonce-01', 'nonce-02'])
  expect(queue.state().dropped).toEqual([])
})

test('waiting and dropped items survive a restart of the app', async () => {
  const storage = disk()
  const first = createOfflineQueue({
    storage,
    send: (each) =>
      each.data.nonce === 'nonce-01'
        ? Promise.resolve(no('struck_out'))
        : Promise.reject(new Error('offline')),
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
  queue.remove('nonce-01')
  await queue.flush()
  expect(send).not.toHaveBeenCalled()
})
