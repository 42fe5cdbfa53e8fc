import { type Figure, figure } from '../lib/figure'
import { branchOf, bytesRead } from './asked'
import { type BenchCounty, withCounty } from './county'

type Asked = [
  page: string,
  openid: string,
  action: string,
  data: object,
  calls: number | null,
  kb: number | null,
]

/** Whom and what the demo branch of 26 is about: its unit, and one of its members. */
function demoBranch(county: BenchCounty) {
  const { database } = county.emulator
  const branchId = branchOf(county, 'demo-secretary')
  const [branch] = database.find('organisations', { _id: branchId })
  const [identity] = database.find('identities', { _id: 'demo-member' })
  const memberId = String(identity?.memberId)
  return { branchId, unitId: String(branch?.parentId), memberId }
}

function askedOf(county: BenchCounty): Asked[] {
  const { branchId, unitId, memberId } = demoBranch(county)
  const dues = { dutyId: 'dues', subjectId: memberId, periodKey: '2026-09' }
  return [
    ['group page', 'demo-leader', 'progress.branch', { branchId }, 5, 116],
    ['group page of a year', 'demo-leader', 'progress.branch', { branchId, periodKey: '2026' }, 5, 563],
    ['unit page', 'demo-committee', 'unit.page', { unitId, periodKey: '2026-09' }, 3, 12.8],
    ['unit page of a year', 'demo-committee', 'unit.page', { unitId, periodKey: '2026' }, 6, 39.5],
    ['member, own records of a year', 'demo-member', 'progress.records', { year: 2026 }, 3, 78],
    ['member, why', 'demo-member', 'progress.why', dues, 3, 71.4],
    ['member, as the secretary sees one', 'demo-secretary', 'roster.member', { memberId }, 4, 2.4],
    [
      'member, a year of one',
      'demo-secretary',
      'progress.span',
      { subjectId: memberId, periodKey: '2026' },
      4,
      72.5,
    ],
  ]
}

/** Calls and bytes from the database of the pages of a group, a unit and a member; the branch's own are in `calls` and `branchPage`. */
export default async function* pages(): AsyncGenerator<Figure> {
  yield* withCounty(async function* (county) {
    const { ask, last } = county
    // Duties and organisations are at hand; the first look of a day is noted.
    await ask('demo-member', 'progress.home')
    for (const [page, openid, action, data, calls, kb] of askedOf(county)) {
      await ask(openid, action, data)
      const answer = await ask<object>(openid, action, data)
      yield figure(`${page}, database calls`, last().calls.length, 'calls', calls)
      yield figure(`${page}, read from the database`, bytesRead(last()) / 1000, 'KB', kb)
      yield figure(`${page}, answer`, Buffer.byteLength(JSON.stringify(answer)) / 1000, 'KB')
    }
  })
}
