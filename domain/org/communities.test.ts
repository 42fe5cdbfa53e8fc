import { aMember } from '../testing/builders'
import { communitiesOn, communityIdsOn, communityIdsSince, saidCommunity, withCommunity } from './communities'

const today = '2026-09-22'
const unit = { communityId: 'community1', kind: 'unit' as const, from: '2020-01-01' }

test('the community of the unit and that of one’s home stand side by side, that of the unit first', () => {
  const both = withCommunity(aMember(), { communityId: 'community2', kind: 'home' }, today)
  expect(communityIdsOn(both, today)).toEqual(['community1', 'community2'])
  expect(communityIdsOn(both, '2026-09-21')).toEqual(['community1'])
  const homeFirst = { communities: [...(both.communities ?? [])].reverse() }
  expect(communitiesOn(homeFirst, today).map(({ kind }) => kind)).toEqual(['unit', 'home'])
})

test('another one of a kind ends the former with the day before, which stays as history', () => {
  const moved = withCommunity(aMember(), { communityId: 'community2', kind: 'unit' }, today)
  expect(moved.communities).toEqual([
    { ...unit, to: '2026-09-21' },
    { communityId: 'community2', kind: 'unit', from: today },
  ])
  expect(communityIdsSince(moved, '2026-09-01')).toEqual(['community1', 'community2'])
  expect(communityIdsSince(moved, today)).toEqual(['community2'])
})

test.each([
  ['nothing', undefined, [unit]],
  ['the same one', 'community1', [unit]],
  ['none', null, [{ ...unit, to: '2026-09-21' }]],
  [
    'another',
    'c2',
    [
      { ...unit, to: '2026-09-21' },
      { communityId: 'c2', kind: 'unit', from: today },
    ],
  ],
])('a form or a file that says %s', (_, said, communities) => {
  expect(saidCommunity(aMember(), said, today).communities).toEqual(communities)
})

test('a file that names the community of one’s home changes nothing: registers tell no kinds apart', () => {
  const home = aMember({ communities: [{ ...unit, kind: 'home' }] })
  expect(saidCommunity(home, 'community1', today)).toBe(home)
})
