import type * as who from '@cloud/lib/entry/whoIsCalling'
import type { Member } from '@domain/org/member'
import { CutCloud } from './crash/CutCloud'
import { county, seed } from './crash/seed'

/** From which question of who calls on the right is gone, as when it is taken back at that moment. */
const mockEndsAt = { question: Infinity, asked: 0 }
jest.mock('@cloud/lib/entry/whoIsCalling', () => {
  const real = jest.requireActual<typeof who>('@cloud/lib/entry/whoIsCalling')
  return {
    ...real,
    whoIsCalling: async (openId: string) => {
      mockEndsAt.asked += 1
      const caller = await real.whoIsCalling(openId)
      return mockEndsAt.asked < mockEndsAt.question ? caller : { ...caller, grants: [] }
    },
  }
})

let cloud: CutCloud
beforeAll(async () => {
  cloud = await CutCloud.atItsTime(seed)
})
afterAll(() => cloud.stop())

/** Rows of a page. */
const PAGE = 100

test('a right taken back while an import is applied: the page at hand is the last one', async () => {
  const names = '甲 乙 丙 丁 戊 己 庚 辛 壬 癸'.split(' ')
  const people = names.flatMap((a) => names.flatMap((b) => ['一', '二', '三'].map((c) => `${a}${b}${c}`)))
  const [{ name: branch } = { name: '' }] = cloud.find<{ name: string }>('organisations', { _id: 'branch1' })
  const lines = people.map((name, i) => `${name},138${String(10_000_000 + i)},${branch}`)
  const text = ['姓名,联系电话,所在党支部', ...lines].join('\n')
  const nonce = 'nonce-of-the-import'
  const { cloudPath } = await cloud.get(county, 'import.begin', { nonce, ending: 'csv' })
  const fileId = await cloud.upload(county, text, cloudPath)
  const { importId } = await cloud.get(county, 'import.read', { fileId, fileName: '名册.csv', nonce })
  const added = () => cloud.find<Member>('members').filter(({ name }) => people.includes(name)).length
  // Asked for the call, for the first page, and no more for the second one.
  Object.assign(mockEndsAt, { question: 3, asked: 0 })
  expect(await cloud.call(county, 'import.apply', { importId })).toMatchObject({ reason: 'forbidden' })
  expect(added()).toBeGreaterThan(0)
  expect(added()).toBeLessThanOrEqual(PAGE)
  Object.assign(mockEndsAt, { question: Infinity })
  expect(await cloud.call(county, 'import.apply', { importId })).toMatchObject({ ok: true })
  expect(added()).toBe(people.length)
})
