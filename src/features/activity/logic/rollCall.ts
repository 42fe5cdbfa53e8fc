import type { Arrival, Board } from '@domain/contract/activity'
import type { Named } from '@domain/contract/shared'
import type { Way } from '@domain/contract/words'
import type { QueuedItem } from '@/cloud/offlineQueue'
import type { TileState } from '@/components/RollTile/RollTile'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { wayLabels } from '@domain/checkin/wayLabels'

export type Expected = Board['expected'][number]

export interface RollEntry {
  person: Expected
  state: TileState
  /** The word under the name: how registered, or why not. */
  note: string
  /** The cloud knows and counts it. */
  registered: boolean
  /** Entered on this phone and not uploaded yet. */
  waiting?: QueuedItem
  /** Struck out before: only restoring brings it back. */
  struck: boolean
  /** A back-fill waits for its second person: nothing more is to be entered. One's own scan does not: a tick is its second word. */
  asked: boolean
  /** 有出入: the second person says that they were not there. */
  doubted: boolean
}

/** It counts in the cloud, whether the board says so by now or only the answer to the upload has. */
export const isInCloud = ({ registered, state, waiting }: RollEntry): boolean =>
  registered || (state === 'registered' && !waiting)

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
  registered: Arrival | undefined
  waiting: QueuedItem | undefined
  sent: boolean
  struck: boolean
  asked: boolean
  /** The member's own scan, which waits for a tick. */
  scanned: boolean
}

function judge(
  person: Expected,
  { registered, waiting, sent, struck, asked, scanned }: Signs,
): { state: TileState; note: string } {
  if (registered) return { state: 'registered', note: tileWays[registered.way] }
  if (waiting) return { state: 'registered', note: waiting.action === 'checkin.tick' ? '待上传' : '待核对' }
  // Changed to not there, with why, or struck out.
  if (struck && person.absence) return { state: 'absent', note: absenceLabels[person.absence] }
  if (struck) return { state: 'unregistered', note: '已撤销' }
  if (asked) return { state: 'unregistered', note: '等确认' }
  if (scanned && !sent) return { state: 'unregistered', note: '已扫待点' }
  if (sent) return { state: 'registered', note: '点名' }
  if (person.onLeave) return { state: 'leave', note: '请假' }
  if (person.leaveAsked !== undefined) return { state: 'unregistered', note: '请假待同意' }
  if (person.absence) return { state: 'absent', note: absenceLabels[person.absence] }
  return { state: 'unregistered', note: '未登记' }
}

/** What counts as being there, by member: neither struck nor waiting for somebody. */
const registeredOf = ({ arrivals }: Board): ReadonlyMap<string, Arrival> =>
  new Map(
    arrivals
      .filter(({ struck, waitsFor }) => !struck && waitsFor === undefined)
      .map((arrival) => [arrival.memberId, arrival]),
  )

/** The board as the organiser may see it now: what the cloud knows, and on top of it what this phone has entered but not uploaded. */
export function rollOf(board: Board, waiting: readonly QueuedItem[], sent: readonly QueuedItem[]): Roll {
  const mine = (items: readonly QueuedItem[], memberId: string) =>
    items.find((item) => item.data.activityId === board.id && item.memberId === memberId)
  const arrivals = new Map(board.arrivals.map((arrival) => [arrival.memberId, arrival]))
  const registrations = registeredOf(board)
  const marked = new Set(board.late?.marked?.map(({ id }) => id))
  const entries = board.expected.map((person): RollEntry => {
    const arrival = arrivals.get(person.memberId)
    const registered = registrations.get(person.memberId)
    const queued = mine(waiting, person.memberId)
    const struck = !!arrival?.struck
    const awaited = arrival !== undefined && !registered && !struck ? arrival : undefined
    const asked = awaited !== undefined && awaited.way !== 'scan'
    const { state, note } = judge(person, {
      registered,
      waiting: queued,
      sent: !!mine(sent, person.memberId),
      struck,
      asked,
      scanned: awaited?.way === 'scan',
    })
    // A tile has room for six characters.
    const prefix = person.standing === 'probationary' && note.length <= 3 ? '预备 ' : ''
    const unsent = queued && !registered ? { waiting: queued } : {}
    const doubted = !!registered && marked.has(person.memberId)
    return {
      ...{ person, state, registered: !!registered, struck, asked, doubted },
      note: doubted ? '请核对' : prefix + note,
      ...unsent,
    }
  })
  const count = (state: TileState) => entries.filter((each) => each.state === state).length
  const added = entries.filter((each) => each.state === 'registered' && !each.registered)
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
      (board.voting?.present ?? 0) +
      added.filter(({ person }) => (person.standing ?? 'full') === 'full').length,
  }
}

/** What was taken back on this phone and stands in the cloud all the same: it had been sent, only the answer was lost. */
export function arrivedAfterAll(board: Board, withdrawn: readonly QueuedItem[]): QueuedItem[] {
  const registrations = registeredOf(board)
  return withdrawn.filter(({ memberId = '', data }) => {
    const at = registrations.get(memberId)?.at
    return data.activityId === board.id && at !== undefined && at === data.occurredAt
  })
}

function groupsOf(groups: readonly Named[], entries: readonly RollEntry[]): RollGroup[] {
  const rest = groups.length > 0 ? { ...noGroup, name: '未编入党小组' } : noGroup
  const placeOf = ({ person: { group } }: RollEntry) =>
    group !== undefined && group < groups.length ? group : groups.length
  return [...groups, rest]
    .map(({ id, name }, place) => {
      const own = entries.filter((entry) => placeOf(entry) === place)
      return { id, name, entries: own, open: own.filter((entry) => entry.state === 'unregistered').length }
    })
    .filter((group) => group.entries.length > 0)
}

/** Whom 全组都到 ticks: nobody has said anything of them, and nobody enters oneself. */
export const untickedOf = ({ entries }: RollGroup, ownId: string | undefined): Expected[] =>
  entries
    .filter(
      ({ state, struck, asked, person }) =>
        state === 'unregistered' &&
        !struck &&
        !asked &&
        person.leaveAsked === undefined &&
        person.memberId !== ownId,
    )
    .map(({ person }) => person)
