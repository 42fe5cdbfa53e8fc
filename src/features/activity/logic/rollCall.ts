import type { Board } from '@domain/contract/activity'
import type { Named } from '@domain/contract/shared'
import { wayLabels } from '@/platform/wayLabels'
import type { QueuedItem } from '@/platform/offlineQueue'

export type Expected = Board['expected'][number]
export type TileState = 'registered' | 'leave' | 'unregistered'

export interface RollEntry {
  person: Expected
  state: TileState
  /** The word under the name: how registered, or why not. */
  note: string
  /** Entered on this phone and not uploaded yet. */
  waiting?: QueuedItem
  struck: boolean
}

export interface RollGroup {
  id: string
  name: string
  entries: RollEntry[]
  /** Neither registered nor on leave. */
  open: number
}

export interface Roll {
  groups: RollGroup[]
  totals: Board['totals']
  /** Members with voting right who are present, ticks of this phone included. */
  votersPresent: number
}

const noGroup: Named = { id: 'none', name: '参加人' }

function judge(person: Expected, waiting: QueuedItem | undefined, sent: boolean, struck: boolean) {
  if (person.registered) return { state: 'registered' as const, note: wayLabels[person.registered.way] }
  if (waiting)
    return {
      state: 'registered' as const,
      note: waiting.action === 'checkin.scanMember' ? '待核对' : '待上传',
    }
  if (struck) return { state: 'unregistered' as const, note: '已撤销' }
  if (sent) return { state: 'registered' as const, note: '点名' }
  if (person.onLeave) return { state: 'leave' as const, note: '请假' }
  return { state: 'unregistered' as const, note: '未登记' }
}

/** The board as the organiser may see it now: what the cloud knows, and on top of it what this phone has entered but not uploaded. */
export function rollOf(board: Board, waiting: readonly QueuedItem[], sent: readonly QueuedItem[]): Roll {
  const mine = (items: readonly QueuedItem[], memberId: string) =>
    items.find((item) => item.data.activityId === board.id && item.memberId === memberId)
  const struckIds = new Set(board.arrivals.filter((each) => each.struck).map((each) => each.memberId))
  const entries = board.expected.map((person): RollEntry => {
    const queued = mine(waiting, person.memberId)
    const struck = struckIds.has(person.memberId) && !person.registered
    const { state, note } = judge(person, queued, !!mine(sent, person.memberId), struck)
    const prefix = person.standing === 'probationary' ? '预备 · ' : ''
    return {
      person,
      state,
      note: prefix + note,
      struck,
      ...(queued && !person.registered ? { waiting: queued } : {}),
    }
  })
  const count = (state: TileState) => entries.filter((each) => each.state === state).length
  const added = entries.filter((each) => each.state === 'registered' && !each.person.registered)
  return {
    groups: groupsOf(board.groups, entries),
    totals: {
      expected: entries.length,
      registered: count('registered'),
      onLeave: count('leave'),
      unregistered: count('unregistered'),
      guests: board.totals.guests,
    },
    votersPresent:
      (board.voting?.present ?? 0) + added.filter((each) => each.person.standing === 'full').length,
  }
}

function groupsOf(groups: readonly Named[], entries: readonly RollEntry[]): RollGroup[] {
  const known = new Set(groups.map((group) => group.id))
  const idOf = (entry: RollEntry) =>
    entry.person.groupId && known.has(entry.person.groupId) ? entry.person.groupId : noGroup.id
  const rest = groups.length > 0 ? { ...noGroup, name: '未编入党小组' } : noGroup
  return [...groups, rest]
    .map(({ id, name }) => {
      const own = entries.filter((entry) => idOf(entry) === id)
      return { id, name, entries: own, open: own.filter((entry) => entry.state === 'unregistered').length }
    })
    .filter((group) => group.entries.length > 0)
}
