import type { VoteResult } from '@domain/contract/minutes'
import { observersOf, observersText, voteFaultText, voteText } from './recordFields'

const aVote: VoteResult = {
  ...{ matter: '第四季度安排', vote: 'ordinary', ballot: 'hands' },
  ...{ entitled: 16, present: 12, inFavour: 9, against: 1, abstained: 2 },
}

test('who sat in is typed one a line, with the post after the name, and read back the same', () => {
  const observers = observersOf('周立群 局党组书记\n\n 李敏，人事科长 \n王强')
  expect(observers).toEqual([
    { name: '周立群', post: '局党组书记' },
    { name: '李敏', post: '人事科长' },
    { name: '王强' },
  ])
  expect(observersOf(observersText(observers))).toEqual(observers)
})

test('a vote is said with its numbers, what was needed and what came of it', () => {
  expect(voteText(aVote)).toBe('应到会 16，实到会 12，赞成 9，不赞成 1，弃权 2；须 9 人赞成，通过')
  expect(voteText({ ...aVote, present: 7, inFavour: 7, against: 0, abstained: 0 })).toMatch(
    /到会不足 8 人，不能表决/,
  )
})

test('numbers that do not add up are said plainly', () => {
  expect(voteFaultText(aVote)).toBeUndefined()
  expect(voteFaultText({ ...aVote, abstained: 3 })).toMatch(/不相等/)
})
