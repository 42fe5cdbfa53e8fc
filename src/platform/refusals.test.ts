import { reasons } from '@domain/contract/reasons'
import { stepsFor } from '@/features/checkin/logic/steps'
import type { PhoneReason } from './outcome'
import { refusals, wordsFor } from './refusals'

const all = Object.keys(refusals) as PhoneReason[]

test('every reason the cloud may give, and being offline, has its words', () => {
  expect([...all].sort()).toEqual([...reasons, 'offline'].sort())
  for (const { title, text, next } of Object.values(refusals)) {
    expect(title && text && next).toBeTruthy()
  }
})

test('no refusal blames, shouts or says 打卡, 签到, 欠', () => {
  const spoken = [JSON.stringify(refusals), JSON.stringify(stepsFor)].join()
  expect(spoken).not.toMatch(/[!！]|打卡|签到|欠|未达标|催办|排名|积分|落后/)
})

test('whoever cannot register by scanning is told a way that needs no phone', () => {
  const scanned: PhoneReason[] = [
    ...(['code_expired', 'code_foreign', 'code_forged', 'ticket_expired', 'offline'] as const),
    ...(['try_again', 'too_early', 'member_already_bound', 'client_outdated'] as const),
  ]
  for (const reason of scanned) {
    expect(JSON.stringify([refusals[reason], stepsFor[reason]])).toContain('点名')
  }
})

test('too early says when the doors open', () => {
  const at = Date.parse('2026-09-22T14:30:00+08:00')
  const words = wordsFor({ ok: false, reason: 'too_early', detail: { at } })
  expect(words.text).toBe('9月22日 14:30 开始登记')
  expect(words.next).toContain('14:30 开始，届时再扫')
})

test('unsettled members are counted', () => {
  expect(wordsFor({ ok: false, reason: 'unsettled_members', detail: { count: 2 } }).title).toBe(
    '还有 2 位同志没有定下来',
  )
})
