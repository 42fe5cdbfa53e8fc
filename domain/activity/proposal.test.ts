import { at } from '../testing/at'
import { proposalState } from './proposal'

const startsAt = at('2026-09-26T09:00')
const proposed = { branchId: 'branch1', by: 'm1', at: startsAt - 1000 }
const draft = { state: 'draft', startsAt, proposed } as const
const declined = { ...proposed, declined: { reason: 'other_day', at: startsAt - 500 } } as const

test.each([
  ['a draft waits until the last millisecond before it would begin', draft, startsAt - 1, 'waiting'],
  ['once it would have begun nobody answers it any more', draft, startsAt, 'passed'],
  ['published it is taken up', { ...draft, state: 'published', publishedAt: 1 }, startsAt, 'accepted'],
  ['and stays so once it is over', { ...draft, state: 'closed', publishedAt: 1 }, startsAt, 'accepted'],
  ['cancelled after that', { ...draft, state: 'cancelled', publishedAt: 1 }, startsAt, 'called_off'],
  ['given up with a reason', { ...draft, state: 'cancelled', proposed: declined }, startsAt, 'declined'],
  ['given up without one: its branch did', { ...draft, state: 'cancelled' }, startsAt, 'withdrawn'],
] as const)('%s', (_case, activity, now, state) => expect(proposalState(activity, now)).toBe(state))
