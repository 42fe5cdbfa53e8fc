import { at } from '../testing/at'
import { mintTicket, readTicket, verifyTicket } from './ticket'

const codeKey = '0a'.repeat(32)
const now = at('2026-09-22 14:50')
const ticket = mintTicket({ activityId: 'act-1', openId: 'oABC_1-2', codeKey, now, fromAlbum: true })
const verify = (text: string, over: Partial<{ openId: string; codeKey: string; now: number }> = {}) =>
  verifyTicket(text, { openId: 'oABC_1-2', codeKey, now, ...over })

test('a ticket stands for ten minutes, exclusive', () => {
  expect(verify(ticket)).toEqual({ ok: true, openedAt: now, fromAlbum: true, way: 'scan' })
  expect(verify(ticket, { now: now + 599_999 }).ok).toBe(true)
  expect(verify(ticket, { now: now + 600_000 }).ok).toBe(false)
})

test('a ticket serves nobody else and no other activity', () => {
  expect(verify(ticket, { openId: 'oABC_1-3' }).ok).toBe(false)
  expect(verify(ticket, { codeKey: '0b'.repeat(32) }).ok).toBe(false)
  expect(verify(ticket.replace('act-1', 'act-2')).ok).toBe(false)
})

test('a ticket cannot be made younger, nor its origin changed', () => {
  const later = ticket.replace(now.toString(36), (now + 300_000).toString(36))
  expect(verify(later, { now: now + 700_000 }).ok).toBe(false)
  expect(verify(ticket.replace('.a.', '.c.')).ok).toBe(false)
})

test('a ticket from more than a minute ahead is refused', () => {
  expect(verify(ticket, { now: now - 60_000 }).ok).toBe(true)
  expect(verify(ticket, { now: now - 60_001 }).ok).toBe(false)
})

test('a ticket names its activity and never its OPENID', () => {
  expect(readTicket(ticket)).toEqual({ activityId: 'act-1' })
  expect(ticket).not.toContain('oABC')
  expect(readTicket('1.act-1.abc.cccccccccccccc')).toBeNull()
  expect(verify('nonsense').ok).toBe(false)
})

test('a poster’s ticket says so, and cannot be turned into one of a code that somebody showed', () => {
  const poster = mintTicket({ activityId: 'act-1', openId: 'oABC_1-2', codeKey, now, poster: true })
  const by = { openId: 'oABC_1-2', codeKey, now }
  expect(verifyTicket(poster, by)).toMatchObject({ ok: true, way: 'poster' })
  expect(verifyTicket(poster.replace('.p.', '.c.'), by)).toEqual({ ok: false })
})
