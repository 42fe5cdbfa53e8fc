import Taro from '@tarojs/taro'
import { dropOldKept, readKept, wipeKept, writeKept } from './cache'

const week = 7 * 24 * 3600 * 1000
const held = new Map<string, string>()

beforeEach(() => {
  held.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation((key: string) => held.get(key) ?? '')
  jest
    .mocked(Taro.setStorageSync)
    .mockImplementation((key: string, value: string) => void held.set(key, value))
  jest.mocked(Taro.removeStorageSync).mockImplementation((key: string) => void held.delete(key))
  Taro.getStorageInfoSync = () => ({ keys: [...held.keys()], currentSize: 0, limitSize: 0, errMsg: 'ok' })
})

test('one own page is kept for a week, to the millisecond', () => {
  writeKept('progress.home', {}, { name: '周敏' }, 1000)
  expect(readKept('progress.home', {}, 1000 + week)?.value).toEqual({ name: '周敏' })
  expect(readKept('progress.home', {}, 1001 + week)).toBeUndefined()
})

test('what is of others is never kept on the phone', () => {
  writeKept('progress.branch', { branchId: 'b1' }, { rows: [] }, 1000)
  writeKept('identity.work', {}, {}, 1000)
  expect(held.size).toBe(0)
})

test('answers to different questions do not mix', () => {
  writeKept('progress.records', { year: 2026 }, 'this', 1000)
  expect(readKept('progress.records', { year: 2025 }, 1000)).toBeUndefined()
})

test('wiping forgets the answers and nothing else', () => {
  held.set('sg:elder', 'true')
  writeKept('progress.home', {}, 'kept', 1000)
  wipeKept()
  expect([...held.keys()]).toEqual(['sg:elder'])
})

test('what is older than a week leaves the phone at the start', () => {
  writeKept('progress.home', {}, 'old', 1000)
  writeKept('activity.list', {}, 'new', 5000)
  dropOldKept(1001 + week)
  expect([...held.keys()]).toEqual(['sg:cache:me:activity.list:{}'])
})

test('a broken copy is as good as none', () => {
  held.set('sg:cache:me:progress.home:{}', '{')
  expect(readKept('progress.home', {}, 1000)).toBeUndefined()
})
