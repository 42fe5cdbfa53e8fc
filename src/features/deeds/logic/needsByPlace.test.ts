import type { OfferedNeed } from '@domain/contract/need'
import { isFree, placesOf } from './needsByPlace'

const need = (over: Partial<OfferedNeed> = {}): OfferedNeed => ({
  id: 'need1',
  title: '讲一课',
  until: '2026-10-15',
  wanted: 2,
  taken: 1,
  place: { id: 'c1', name: '凤凰社区' },
  ...over,
})

test('a need is free while somebody is wanted, for those who have not taken it', () => {
  expect([need(), need({ taken: 2 }), need({ mine: true })].map(isFree)).toEqual([true, false, false])
})

test('places stand in the order of their first need, with what is free of theirs', () => {
  const village = { id: 'v1', name: '柳树沟村' }
  expect(placesOf([need(), need({ place: village }), need(), need({ taken: 2 })])).toEqual([
    { id: 'c1', name: '凤凰社区', free: 2 },
    { ...village, free: 1 },
  ])
})
