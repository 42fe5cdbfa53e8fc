import { type Figure, figure, quantile } from '../lib/figure'
import { branchOf, bytesRead } from './asked'
import { type BenchCounty, withCounty } from './county'

/** Copies of each member of the demo branch: 26 and 286 more. */
const COPIES = 11

/** Everybody of the branch twelve times, each with the own records: 312 members. */
function enlarge({ emulator: { database } }: BenchCounty, branchId: string): number {
  const members = database.find('members', { 'memberships.branchId': branchId })
  const facts = database.find('facts', { branchId })
  for (let copy = 1; copy <= COPIES; copy += 1) {
    const named = (id: unknown) => `${String(id)}x${copy}`
    database.insertMany(
      'members',
      members.map((row) => ({ ...row, _id: named(row._id), alias: named(row.alias), posts: [] })),
    )
    database.insertMany(
      'facts',
      facts.map((row) => ({
        ...row,
        ...{ _id: named(row._id), memberId: named(row.memberId), nonce: named(row.nonce) },
      })),
    )
  }
  return members.length * (COPIES + 1)
}

/** What the page of a branch of 312 asks of the database, and what reaches the phone at first. */
export default async function* branchPage(): AsyncGenerator<Figure> {
  yield* withCounty(async function* (county) {
    const { ask, last } = county
    const branchId = branchOf(county, 'demo-secretary')
    const size = enlarge(county, branchId)
    yield figure('large branch, members', size, 'members')
    for (const [name, periodKey, read] of [
      ['month', '2026-09', 1000],
      ['year', '2026', null],
    ] as const) {
      const times: number[] = []
      let answer: object = {}
      for (let turn = 0; turn < 6; turn += 1) {
        answer = await ask('demo-secretary', 'progress.branch', { branchId, periodKey, from: 0 })
        times.push(last().ms)
      }
      const what = `large branch, its ${name}`
      yield figure(`${what}, database calls`, last().calls.length, 'calls')
      yield figure(`${what}, read from the database`, bytesRead(last()) / 1000, 'KB', read)
      yield figure(`${what}, first answer`, Buffer.byteLength(JSON.stringify(answer)) / 1000, 'KB', 100)
      yield figure(`${what}, median`, quantile(times, 0.5), 'ms')
    }
  })
}
