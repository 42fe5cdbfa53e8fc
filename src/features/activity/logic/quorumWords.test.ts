import { quorum } from '@domain/activity/quorum'
import { countedText, neededText, quorumText } from './quorumWords'

const full = (n: number) => ({ full: n, withoutVote: 0, leftOut: 0 })

test('an ordinary matter says both numbers', () => {
  expect(quorumText('ordinary', quorum('ordinary', full(16), 11))).toBe('可以表决；通过须 9 人赞成')
  expect(quorumText('ordinary', quorum('ordinary', full(16), 6))).toBe('再到 2 人，可以表决')
})

test('an election concludes only where both readings agree, and says both numbers where they differ', () => {
  const at = (n: number, present: number) => quorumText('election', quorum('election', full(n), present))
  expect(at(20, 20)).toBe('可以表决；通过须 11 人赞成')
  expect(at(20, 17)).toBe('可以表决；按实到会过半数须 9 票，按应到会过半数须 11 票')
  expect(at(20, 16)).toMatch(/^正好五分之四到会，能否选举请先问上级党组织；/)
  expect(neededText(quorum('election', full(20), 1))).toBe('满 16 或 17 人可以表决')
  expect(neededText(quorum('election', full(16), 1))).toBe('满 13 人可以表决')
})

test('the card says whom it counts: who has come and does not vote is named as a number', () => {
  const counts = { ...full(20), withoutVote: 1, withoutVoteHere: 1 }
  const there = { full: 20, there: 10, probationary: 2 }
  expect(quorumText('ordinary', quorum('ordinary', counts, 10))).toBe('再到 1 人，可以表决')
  expect(countedText(there, quorum('ordinary', counts, 10))).toBe(
    '应到是支部当天全部正式党员 20 人，与点名名单无关；到会的正式党员 10 人中，这次不参加表决的 1 人不算实到；预备党员 2 人没有表决权，不计入',
  )
  expect(countedText({ ...there, probationary: 0 }, quorum('ordinary', full(20), 10))).toBe(
    '应到是支部当天全部正式党员 20 人，与点名名单无关',
  )
})
