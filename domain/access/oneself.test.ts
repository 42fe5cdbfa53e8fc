import type { Way } from '../contract/words'
import { aMember } from '../testing/builders'
import { type Weight, weightOf, type Word } from './oneself'

const member = aMember({ _id: 'm1' })
const self = { openId: 'o', member }
const other = { openId: 'p', member: aMember({ _id: 'm2' }) }
const outside = { openId: 'q', grants: [] }
const entry = (way: Way, holdsKey = false): Word => ({ what: 'entry', way, holdsKey })

/** Written by hand, and not from the table (docs/decisions/0008-oneself-never.md): nobody's own entry, exemption, restoration, confirmation or binding counts without a second person. */
const own: [string, Word, Weight][] = [
  ['the code on somebody else’s screen, or at a door', entry('scan'), 'counts'],
  ['a code one could have made oneself', entry('scan', true), 'waits'],
  ['a poster', entry('poster'), 'waits'],
  ['a poster of the own service', entry('poster', true), 'waits'],
  ['the own member code, scanned by oneself', entry('member_code'), 'refused'],
  ['a tick on the roll', entry('roll_call'), 'refused'],
  ['a line of the paper list', entry('paper'), 'refused'],
  ['a back-fill', entry('backfill'), 'waits'],
  ['a deed or a made-up study', entry('self'), 'waits'],
  ['an entry of the demo', entry('demo'), 'refused'],
  ['the own dues', { what: 'dues' }, 'waits'],
  ['taking back a strike', { what: 'restoration' }, 'refused'],
  ['what of the register lifts or eases a duty', { what: 'register' }, 'refused'],
  ['the community’s or village’s yes', { what: 'confirmation' }, 'refused'],
  ['the second person’s word', { what: 'witness' }, 'refused'],
  ['a yes to be bound', { what: 'binding' }, 'refused'],
  ['the card of a household one is linked with', { what: 'card' }, 'refused'],
]

test.each(own)('oneself: %s', (_, word, weight) => {
  expect(weightOf(word, self, { memberId: 'm1' })).toBe(weight)
  expect(weightOf(word, other, { memberId: 'm1' })).toBe('counts')
  expect(weightOf(word, outside, { memberId: 'm1' })).toBe('counts')
})

test('the second word is not of who entered it either', () => {
  for (const what of ['witness', 'confirmation'] as const)
    expect(weightOf({ what }, other, { memberId: 'm1', enteredBy: 'm2' })).toBe('refused')
  expect(weightOf({ what: 'restoration' }, other, { memberId: 'm1', enteredBy: 'm2' })).toBe('counts')
})
