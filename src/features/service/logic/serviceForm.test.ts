import type { ServiceForm } from '@domain/contract/service'
import {
  againText,
  againTitle,
  faultOfService,
  gaugeText,
  isAsSuggested,
  moveServiceEnd,
  moveServiceStart,
  refusedServiceField,
  sentForm,
  weekly,
  weeklyText,
  withLimit,
} from './serviceForm'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const form = (over: Partial<ServiceForm> = {}): ServiceForm => ({
  communityId: 'c',
  serviceKind: 'theme',
  title: '清洁家园',
  startsAt: at('2026-09-26T09:00'),
  endsAt: at('2026-09-26T11:00'),
  place: '社区服务中心',
  ...over,
})
const community = { id: 'c', name: '凤凰社区' }
const last = { title: '清洁家园', startsAt: at('2026-08-22T09:00') }

test('what was changed, added or emptied can be taken back to the suggestion', () => {
  const prepared = { community, residents: 3, suggestion: form({ contact: '方晓云' }), last }
  expect(isAsSuggested(form({ contact: '方晓云' }), prepared)).toBe(true)
  expect(isAsSuggested(form({ contact: '方晓云', limit: 5 }), prepared)).toBe(false)
  expect(isAsSuggested(form(), prepared)).toBe(false)
})

test('照上月再发 speaks of last month only until its last day', () => {
  expect(againTitle(last, at('2026-09-30T23:59'))).toBe('照上月再发')
  expect(againTitle(last, at('2026-10-01T00:00'))).toBe('照上次再发')
  expect(againText(last)).toBe('8月22日 清洁家园，时间顺延，其余照填')
  expect(againText(last, true)).toBe('已照8月22日 清洁家园填好，可以再改')
})

test('moving the start keeps the length; an end before the start becomes half an hour', () => {
  expect(moveServiceStart(form(), at('2026-10-03T14:00')).endsAt).toBe(at('2026-10-03T16:00'))
  expect(moveServiceEnd(form(), '08:00').endsAt).toBe(at('2026-09-26T09:30'))
  expect(moveServiceEnd(form(), '12:00').endsAt).toBe(at('2026-09-26T12:00'))
})

test('an emptied number of places is 名额不限, an emptied contact is left out', () => {
  expect(withLimit(form(), '20')).toEqual(form({ limit: 20 }))
  expect(withLimit(form({ limit: 20 }), '')).toEqual(form())
  expect(sentForm(form({ contact: ' ' }))).toEqual(form())
  expect(sentForm(form({ contact: ' 方晓云 ' })).contact).toBe('方晓云')
})

test('tags that were all taken off again are left out, and a tag taken off is no more as suggested', () => {
  expect(sentForm(form({ sevenOnes: [] }))).toEqual(form())
  const prepared = { community, residents: 3, suggestion: form({ sevenOnes: ['policy'] }), last }
  expect(isAsSuggested(form({ sevenOnes: ['policy'] }), prepared)).toBe(true)
  expect(isAsSuggested(form({ sevenOnes: [] }), prepared)).toBe(false)
})

test('报到 and 本月名额: a number, 不限, or nothing arranged yet', () => {
  const prepared = { community, residents: 300, suggestion: form() }
  expect(gaugeText(prepared)).toBe('报到 300 人')
  expect(gaugeText({ ...prepared, month: { services: 0, places: 0 } })).toBe('报到 300 人 · 本月还没有安排')
  expect(gaugeText({ ...prepared, month: { services: 3, places: 60 } })).toBe('报到 300 人 · 本月名额 60')
  expect(gaugeText({ ...prepared, month: { services: 3 } })).toBe('报到 300 人 · 本月名额不限')
})

test('every week keeps weekday, hour and length, also over the end of the year', () => {
  const late = form({ startsAt: at('2026-12-26T09:00'), endsAt: at('2026-12-26T11:00') })
  expect(weekly(late, 4).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
    ['2026-12-26', '2027-01-02', '2027-01-09', '2027-01-16'].map((day) => [
      at(`${day}T09:00`),
      at(`${day}T11:00`),
    ]),
  )
  expect(weeklyText(form(), 4)).toBe('每周六，9月26日到10月17日，共 4 次')
})

test.each([
  [{ title: ' ' }, 'title'],
  [{ place: '' }, 'place'],
  [{ limit: 0 }, 'limit'],
  [{ limit: 501 }, 'limit'],
  [{ limit: 500 }, undefined],
  [{}, undefined],
])('%p is stopped at %s', (over, field) => {
  expect(faultOfService(form(over))?.field).toBe(field)
})

test('a refused time stands at the time, an unknown refusal at no field', () => {
  expect(refusedServiceField({ ok: false, reason: 'wrong_times' })?.field).toBe('when')
  const path = { path: 'form.limit' }
  expect(refusedServiceField({ ok: false, reason: 'invalid_request', detail: path })?.field).toBe('limit')
  expect(refusedServiceField({ ok: false, reason: 'forbidden' })).toBeNull()
})
