import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { at } from '../testing/at'
import {
  mintActivityCode,
  mintMemberCode,
  readCode,
  sign,
  slotRemaining,
  verifyActivityCode,
  verifyMemberCode,
} from './code'
import type { ActivityCode, MemberCode } from './code'

const key = '0a'.repeat(32)
const other = '0b'.repeat(32)
/** The first millisecond of an activity slot and of a member's minute. */
const now = at('2026-09-22 14:50:00')
const read = (text: string) => readCode(text) as ActivityCode
const minted = (at: number) => read(mintActivityCode({ activityId: 'act-1_x', codeKey: key, now: at }))

test('the signature is HMAC-SHA256 cut to 80 bits, as any other machine computes it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w.-]{0,80}$/), (text) => {
      const full = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest()
      expect(sign(text, key)).toBe(full.subarray(0, 10).toString('base64url'))
    }),
  )
})

test('a key that is not 32 bytes of hex is a bug', () => {
  expect(() => sign('x', 'abc')).toThrow('32 bytes')
})

test('a code is read as it was minted', () => {
  expect(minted(now)).toEqual({
    type: 'activity',
    activityId: 'act-1_x',
    slot: now / 15_000,
    signature: expect.stringMatching(/^[\w-]{14}$/) as string,
  })
})

test('a code is read bare, with blanks around it, from our link and from any link with t', () => {
  const text = mintActivityCode({ activityId: 'a1', codeKey: key, now })
  for (const scanned of [
    text,
    ` ${text}\n`,
    `https://example.gov.cn/c?t=${text}`,
    `https://example.gov.cn/c?from=x&t=${text}&y=1#top`,
    `HTTP://example.gov.cn/c?t=${text}`,
  ])
    expect(readCode(scanned)).toEqual(readCode(text))
  expect(readCode(`weixin:x/${text}`, 'weixin:x/')).toEqual(readCode(text))
})

test.each([
  '',
  'https://example.gov.cn/c',
  'https://example.gov.cn/c?t=',
  'https://example.gov.cn/c?t=%E0%A4%A',
  'https://example.gov.cn/#?t=1.a.b.cccccccccccccc',
  '2.a1.1abc.cccccccccccccc',
  '1.a1.1abc.short',
  '1.a1.01abc.cccccccccccccc',
  '1.a1.123456789.cccccccccccccc',
  '1.a 1.1abc.cccccccccccccc',
  '1.a1.1abc.cccccccccccccc.more',
])('%p is none of our codes', (text) => expect(readCode(text)).toBeNull())

test('a code works until 30 s after the end of its slot, exclusive', () => {
  const code = minted(now)
  expect(verifyActivityCode(code, key, now)).toBe('ok')
  expect(verifyActivityCode(code, key, now + 44_999)).toBe('ok')
  expect(verifyActivityCode(code, key, now + 45_000)).toBe('expired')
})

test('a code works from 30 s before its slot on, inclusive', () => {
  expect(verifyActivityCode(minted(now + 30_000), key, now)).toBe('ok')
  expect(verifyActivityCode(minted(now + 30_000), key, now - 1)).toBe('early')
})

test('a phone that is up to 30 s fast or slow shows codes that work, at every moment of a slot', () => {
  for (let second = 0; second < 15; second += 1) {
    const instant = now + second * 1000
    for (const off of [-30_000, -23_000, -8000, 0, 8000, 16_000, 23_000, 30_000])
      expect(verifyActivityCode(minted(instant + off), key, instant)).toBe('ok')
  }
})

test('no code works longer than 75 s after it could first be used', () => {
  const code = minted(now)
  const works = Array.from({ length: 200 }, (_, index) => now - 100_000 + index * 1000).filter(
    (instant) => verifyActivityCode(code, key, instant) === 'ok',
  )
  expect(works).toHaveLength(75)
})

test('a code under another key, for another activity or another slot is forged', () => {
  const code = minted(now)
  expect(verifyActivityCode(code, other, now)).toBe('forged')
  expect(verifyActivityCode({ ...code, activityId: 'act2' }, key, now)).toBe('forged')
  expect(verifyActivityCode({ ...code, slot: code.slot + 1 }, key, now)).toBe('forged')
  // An old slot that was never signed is forged, not merely expired.
  expect(verifyActivityCode({ ...code, slot: code.slot - 900 }, key, now)).toBe('forged')
})

test('a member code cannot pass for an activity code of the same name', () => {
  const member = readCode(mintMemberCode({ alias: 'a1', codeKey: key, now })) as MemberCode
  const posing: ActivityCode = { ...member, type: 'activity', activityId: 'a1' }
  expect(member.type).toBe('member')
  expect(verifyActivityCode(posing, key, now)).toBe('forged')
})

test('a member code holds when its minute touches the window, both ends inclusive', () => {
  const code = readCode(mintMemberCode({ alias: 'a1', codeKey: key, now: now + 1234 })) as MemberCode
  const verdict = (from: number, to: number) => verifyMemberCode(code, key, { from, to })
  expect(verdict(now, now + 60_000)).toBe('ok')
  expect(verdict(now - 60_000, now)).toBe('ok')
  expect(verdict(now - 60_000, now - 1)).toBe('expired')
  expect(verdict(now + 59_999, now + 90_000)).toBe('ok')
  expect(verdict(now + 60_000, now + 90_000)).toBe('expired')
  expect(verifyMemberCode(code, other, { from: now, to: now + 60_000 })).toBe('forged')
})

test('the ring is full at the start of a slot and never shows 0 seconds', () => {
  expect(slotRemaining(now)).toEqual({ seconds: 15, fraction: 1 })
  expect(slotRemaining(now + 1)).toMatchObject({ seconds: 15 })
  expect(slotRemaining(now + 14_999)).toEqual({ seconds: 1, fraction: 1 / 15_000 })
  expect(slotRemaining(now + 15_000).seconds).toBe(15)
})
