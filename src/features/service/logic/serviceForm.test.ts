import type { ServiceForm } from '@domain/contract/service'
import {
  againText,
  againTitle,
  faultOfService,
  isAsSuggested,
  moveServiceEnd,
  moveServiceStart,
  refusedServiceField,
  sentForm,
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
