import { at } from '@domain/testing/at'
import { faultsText, faultText } from './faultText'

const since = at('2026-09-22 10:00')

test('what was passed over is said with the branch and the day, and that the others go on', () => {
  expect(faultsText([{ job: 'rollup', name: '县财政局第一党支部', since }])).toBe(
    '县财政局第一党支部的数字，9月22日起没有完成；其余照常，已经记下，请告知维护人员。',
  )
  expect(faultText({ job: 'remind', name: '县财政局第一党支部', since })).toBe(
    '县财政局第一党支部的提醒，9月22日起没有完成',
  )
})

test('a part without a name is said without one', () => {
  expect(faultText({ job: 'nightly', name: '', since })).toBe('夜间整理有一项，9月22日起没有完成')
})
