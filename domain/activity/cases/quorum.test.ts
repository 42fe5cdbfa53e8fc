import fs from 'node:fs'
import path from 'node:path'
import { documentNamedIn, isReadInFull } from '../../duty/sources'
import { judgeVote, readVotes } from '../../testing/cases/readVotes'

const all = readVotes(fs.readFileSync(path.join(__dirname, 'quorum.txt'), 'utf8'))

test.each(all.map((one) => [`${one.vote}: ${one.situation}`, one] as const))('%s', (_name, one) => {
  expect(judgeVote(one)).toBe(one.verdict)
})

test('each vote has the document it rests on beside it, and 依据待核 where that was not read in full', () => {
  for (const { basis } of all) {
    const document = documentNamedIn(basis)
    expect(document).toBeDefined()
    expect(basis.endsWith('（依据待核）')).toBe(document !== undefined && !isReadInFull(document))
  }
})

test('every kind of vote ends every way it can, and no two cases tell the same', () => {
  const ways = new Set(all.map(({ vote, verdict }) => `${vote} ${verdict.split(' ')[0] ?? ''}`))
  const both = (vote: string) => [`${vote} 可以表决`, `${vote} 不能表决`]
  expect([...ways].sort()).toEqual(
    [...both('ordinary'), ...both('admission'), ...both('election'), 'election 待核'].sort(),
  )
  const told = all.map(({ vote, situation }) => `${vote} ${situation}`)
  expect(new Set(told).size).toBe(told.length)
  expect(all.length).toBeGreaterThanOrEqual(35)
})
