import type { Board } from '@domain/contract/activity'
import type { Named } from '@domain/contract/shared'
import type { Way } from '@domain/progress/fact'
import { absenceLabels } from '@/platform/absenceLabels'
import type { QueuedItem } from '@/platform/offlineQueue'
import { wayLabels } from '@/platform/wayLabels'

export type Expected = Board['expected'][number]
export type TileState = 'registered' | 'leave' | 'unregistered' | 'absent'

export interface RollEntry {
  person: Expected
  state: TileState
  /** The word under the name: how registered, or why not. */
  note: string
  /** Entered on this phone and not uploaded yet. */
  waiting?: QueuedItem
  /** Struck out before: only restoring brings it back. */
  struck: boolean
  /** A back-fill waits for its second person: nothing more is to be entered. One's own scan does not: a tick is its second word. */
  asked: boolean
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

const tileWays: Record<Way, string> = {
  ...wayLabels,
  member_code: '出示码',
  paper: '纸质',
  self: '本人',
  demo: '演示',
}

interface Signs {
  waiting: QueuedItem | undefined
  sent: boolean
  struck: boolean
  asked: boolean
  /** The member's own scan, which waits for a tick. */
  scanned: boolean
}

function judge(
  person: Expected,
  { waiting, sent, struck, asked, scanned }: Signs,
): { state: TileState; note: string } {
  if (person.registered) return { state: 'registered', note: tileWays[person.registered.way] }
  if (waiting) return { state: 'registered', note: waiting.action === 'checkin.tick' ? '待上传' : '待核对' }
  if (struck) return { state: 'unregistered', note: '已撤销' }
  if (asked) return { state: 'unregistered', note: '等确认' }
  if (scanned && !sent) return { state: 'unregistered', note: '已扫待点' }
  if (sent) return { state: 'registered', note: '点名' }
  if (person.onLeave) return { state: 'leave', note: '请假' }
  if (person.absence) return { state: 'absent', note: absenceLabels[person.absence] }
  return { state: 'unregistered', note: '未登记' }
}

/** The board as the organiser may see it now: what the cloud knows, and on top of it what this phone has entered but not uploaded. */
export function rollOf(board: Board, waiting: readonly QueuedItem[], sent: readonly QueuedItem[]): Roll {
  const mine = (items: readonly QueuedItem[], memberId: string) =>
    items.find((item) => item.data.activityId === board.id && item.memberId === memberId)
  const entries = board.expected.map((person): RollEntry => {
    const arrival = board.arrivals.find(({ memberId }) => memberId === person.memberId)
    const queued = mine(waiting, person.memberId)
    const struck = !person.registered && !!arrival?.struck
    const awaited = !person.registered && !struck && arrival?.waitsFor ? arrival : undefined
    const asked = awaited !== undefined && awaited.way !== 'scan'
    const { state, note } = judge(person, {
      waiting: queued,
      sent: !!mine(sent, person.memberId),
      struck,
      asked,
      scanned: awaited?.way === 'scan',
    })
    // A tile has room for six characters.
    const prefix = person.standing === 'probationary' && note.length <= 3 ? '预备 ' : ''
    const unsent = queued && !person.registered ? { waiting: queued } : {}
    return { person, state, note: prefix + note, struck, asked, ...unsent }
  })
  const count = (state: TileState) => entries.filter((each) => each.state === state).length
  const added = entries.filter((each) => each.state === 'registered' && !each.person.registered)
  return {
    groups: groupsOf(board.groups, entries),
    totals: {
      expected: entries.length,
      registered: count('registered'),
      onLeave: count('leave'),
      unregistered: count('unregistered') + count('absent'),
      guests: board.totals.guests,
    },
    votersPresent:
      (board.voting?.present ?? 0) + added.filter((each) => each.person.standing === 'full').length,
  }
}

/** What was taken back on this phone and stands in the cloud all the same: it had been sent, only the answer was lost. */
export function arrivedAfterAll(board: Board, withdrawn: readonly QueuedItem[]): QueuedItem[] {
  return withdrawn.filter(({ memberId, data }) => {
    const registered = board.expected.find((each) => each.memberId === memberId)?.registered
    return data.activityId === board.id && registered?.at === data.occurredAt
  })
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
