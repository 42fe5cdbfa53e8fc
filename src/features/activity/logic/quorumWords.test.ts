import { quorum } from '@domain/activity/quorum'
import { neededText, quorumText } from './quorumWords'

const full = (n: number) => ({ full: n, withoutVote: 0, leftOut: 0 })

test('an ordinary matter says both numbers', () => {
  expect(quorumText('ordinary', quorum('ordinary', full(16), 11), 11)).toBe('可以表决；通过须 9 人赞成')
  expect(quorumText('ordinary', quorum('ordinary', full(16), 6), 6)).toBe('再到 2 人，可以表决')
})

test('an election concludes only where both readings agree, and says both numbers where they differ', () => {
  const at = (n: number, present: number) =>
    quorumText('election', quorum('election', full(n), present), present)
  expect(at(20, 20)).toBe('可以表决；通过须 11 人赞成')
  expect(at(20, 17)).toBe('可以表决；按实到会过半数须 9 票，按应到会过半数须 11 票')
  expect(at(20, 16)).toMatch(/^正好五分之四到会，能否选举请先问上级党组织；/)
  expect(neededText(quorum('election', full(20), 1))).toBe('满 16 或 17 人可以表决')
  expect(neededText(quorum('election', full(16), 1))).toBe('满 13 人可以表决')
})
