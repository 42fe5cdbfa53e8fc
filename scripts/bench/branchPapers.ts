import type { ResponseOf } from '../../domain/contract/actions'
import { contractVersion } from '../../domain/contract/answer'
import { consentVersion } from '../../domain/contract/consentVersion'
import type { LongPaper } from '../../domain/contract/paper'
import { aBranch, aFact, aMember, anActivity } from '../../domain/testing/builders'
import type { Emulator } from '../../emulator/types'

export const secretary = 'bench-secretary'
const branchId = 'branch'
/** MB of a bare process of Node, before it has loaded anything. */
export const bareNode = 45

interface Size {
  members: number
  /** In each year, everybody at each. */
  meetings: number
  years: readonly number[]
  now: number
}

/** One branch, its secretary and what it held, as rows of a store. */
export function branchOf({ members: many, meetings, years, now }: Size) {
  const ids = Array.from({ length: many }, (_, i) => `member${i}`)
  const expected = ids.map((memberId) => ({ memberId, standing: 'full' as const }))
  const apart = Math.floor(360 / meetings) * 86_400_000
  const activities = years.flatMap((year) =>
    Array.from({ length: meetings }, (_, i) => {
      const startsAt = Date.parse(`${year}-01-02T15:00:00+08:00`) + i * apart
      return anActivity({
        ...{
          _id: `meeting${year}-${i}`,
          branchId,
          hostId: branchId,
          kind: 'study',
          state: 'recorded',
          expected,
        },
        ...{ title: `第${i + 1}次集中学习`, carries: [], startsAt, endsAt: startsAt + 5_400_000 },
        agenda: [{ text: '学习习近平总书记重要讲话精神', minutes: 40 }],
      })
    }),
  )
  const members = ids.map((_id, i) =>
    aMember({
      ...{ _id, order: i, memberships: [{ branchId, from: '2020-01-01' }], alias: `a${i}`, households: [] },
      posts: i === 0 ? [{ post: 'secretary', organisationId: branchId, from: '2024-01-01' }] : [],
    }),
  )
  const facts = activities.flatMap(({ _id: activityId, startsAt }) =>
    ids.map((memberId) =>
      aFact({
        ...{ _id: `${activityId}_${memberId}`, kind: 'attendance', activityId, memberId, branchId },
        ...{ hostId: branchId, occurredAt: startsAt, activityKind: 'study' },
      }),
    ),
  )
  const county = { _id: 'county', type: 'work_committee', name: '县直机关工委', parentId: null, order: 1 }
  return {
    organisations: [{ ...county, validFrom: '2020-01-01' }, aBranch({ _id: branchId, parentId: 'county' })],
    ...{ activities, members, facts },
    identities: [
      {
        ...{ _id: secretary, state: 'bound', requestId: 'bench', memberId: 'member0', grants: [] },
        ...{ requestedAt: now, boundAt: now, updatedAt: new Date(now) },
      },
    ],
    consents: [{ _id: secretary, version: consentVersion, at: now }],
  }
}

type Part = ResponseOf<'paper.part'>

const fileOf = (parts: readonly Part[]): Buffer =>
  Buffer.concat(
    [
      ...parts.map(({ content }) => content),
      ...parts.map(({ directory }) => directory),
      ...parts.map(({ end = '' }) => end),
    ].map((piece) => Buffer.from(piece, 'base64')),
  )

/** What a phone asks of the papers' function, and gets; stops at a refusal. */
export async function askPapers<T>(
  emulator: Emulator,
  openid: string,
  action: string,
  data: object,
): Promise<T> {
  const { result } = await emulator.invoke('papers', { action, contractVersion, data }, { openid })
  const answer = result as { ok: boolean; data: T }
  if (!answer.ok)
    throw new Error(`${action} ${JSON.stringify(data).slice(0, 200)}: ${JSON.stringify(answer)}`)
  return answer.data
}

/** A long paper of the branch, part by part. */
export async function longPaperOf(
  emulator: Emulator,
  openid: string,
  asked: { periodKey: string; until?: string; paper: LongPaper },
) {
  const parts: Part[] = []
  let [slowest, largestRequest] = [0, 0]
  while (parts.at(-1)?.end === undefined) {
    const soFar = parts.at(-1)?.soFar
    const data = { branchId, ...asked, ...(soFar && { soFar }) }
    largestRequest = Math.max(largestRequest, JSON.stringify(data).length)
    const began = performance.now()
    parts.push(await askPapers<Part>(emulator, openid, 'paper.part', data))
    slowest = Math.max(slowest, performance.now() - began)
  }
  return { parts, slowest, largestRequest, file: fileOf(parts) }
}
