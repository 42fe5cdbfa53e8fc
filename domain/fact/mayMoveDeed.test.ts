import type { OwnDeedState } from '../contract/words'
import { mayMoveDeed } from './mayMoveDeed'

const states: OwnDeedState[] = ['claimed', 'finished', 'dropped']

test('claimed may be finished or dropped, finished taken back, and dropped stays dropped', () => {
  const allowed = states.flatMap((from) =>
    states.filter((to) => mayMoveDeed(from, to)).map((to) => `${from}→${to}`),
  )
  expect(allowed).toEqual(['claimed→finished', 'claimed→dropped', 'finished→claimed'])
})
