import { reasons } from '@domain/contract/reasons'
import { stepsFor } from '@/features/checkin/logic/steps'
import type { PhoneReason } from '../cloud/outcome'
import { unreachedReasons } from '../cloud/unreached'
import { wordsForPage } from './pageWords'
import { refusals, wordsFor } from './refusals'

const all = Object.keys(refusals) as PhoneReason[]

test('every reason the cloud may give, and every way of finding no answer, has its words', () => {
  expect([...all].sort()).toEqual([...reasons, ...unreachedReasons].sort())
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
    ...(['code_expired', 'code_foreign', 'code_forged', 'ticket_expired', ...unreachedReasons] as const),
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

test('no network, no answer in time and a cloud that broke down are three different sentences, each of which says that trying again is safe', () => {
  const words = unreachedReasons.map((reason) => refusals[reason])
  expect(new Set(words.map(({ title }) => title)).size).toBe(3)
  for (const { next } of words) expect(next).toContain('不会重复')
  for (const reason of ['slow', 'unavailable'] as const)
    expect(JSON.stringify(refusals[reason])).not.toMatch(/没有网络|没连上/)
})

test('being offline says nothing of scanning where nobody scans, and the scan page says what needs no network', () => {
  expect(JSON.stringify(refusals.offline)).not.toMatch(/我的码|点名/)
  expect(JSON.stringify(stepsFor.offline)).toMatch(/我的码.*点名/)
})

test('a reason this release has never heard of asks for the newer one', () => {
  expect(wordsFor({ ok: false, reason: 'not_of_this_release' as PhoneReason })).toBe(refusals.client_outdated)
})

test('a page that was refused whole does not say that something was not saved, and keeps the number to report', () => {
  for (const reason of ['invalid_request', 'try_again', 'forbidden'] as const)
    expect(JSON.stringify(wordsForPage({ ok: false, reason }))).not.toMatch(/保存|填/)
  expect(wordsForPage({ ok: false, reason: 'try_again', detail: { number: 'A1' } }).number).toBe('A1')
})
