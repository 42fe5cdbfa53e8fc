import type { Deed } from '@domain/contract/deed'
import { deedLine } from './deedLine'

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
const deed = (over: Partial<Deed>): Deed => ({
  id: 'd',
  title: '修好路灯',
  state: 'claimed',
  beneficiary: 'community',
  where: '滨河社区',
  claimedAt: at('2026-09-03'),
  ...over,
})

test('a deed says each step it has gone, and whom it waits for', () => {
  expect(deedLine(deed({}))).toBe('9月3日认领')
  expect(deedLine(deed({ state: 'finished', finishedAt: at('2026-09-18') }))).toBe(
    '9月3日认领，9月18日办结，等滨河社区确认',
  )
  expect(
    deedLine(deed({ state: 'confirmed', finishedAt: at('2026-09-18'), confirmedAt: at('2026-09-20') })),
  ).toBe('9月3日认领，9月18日办结，9月20日滨河社区确认')
})

test('a deed whose need was withdrawn says so', () => {
  expect(deedLine(deed({ withdrawn: true }))).toBe('9月3日认领，滨河社区已经撤回，不用办了')
})

test('a deed taken back from 办结 is 认领 again, whatever its old date', () => {
  expect(deedLine(deed({ state: 'claimed', finishedAt: at('2026-09-18') }))).toBe('9月3日认领')
})
