import { done } from '@domain/contract/answer'
import type { CountyWaits } from '@domain/contract/committee'
import { type WaitingKind, waitingKind } from '@domain/contract/words'
import { troublesOf } from '@domain/health/troubles'
import { placeOf } from '@domain/org/membershipOn'
import type { Waits } from '@domain/reminder/waits'
import { startOfDay } from '@domain/time/day'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { awaitedYears } from '../../entry/readWorkdays'
import { aboutCounty, rootOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { aloneAmong, unledOf } from '../../people/identity/boundRunners'
import { after, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readRunning } from '../health/readRunning'
import { readAtPlaces, readBindings, readLate } from '../reminder/readWaits'

const MOST = 5000

/** Something that waits; `placeId`: the work committee's id where only it can answer. */
interface Item {
  what: WaitingKind
  placeId: string
  /** When it began to wait (ms), where that is kept. */
  since?: number
}

const isListed = (what: Waits['what']): what is Waits['what'] & WaitingKind =>
  waitingKind.options.some((one) => one === what)

const ofWaits = (waits: readonly Waits[]): Item[] =>
  waits.flatMap(({ what, askedOf, since }) => (isListed(what) ? [{ what, placeId: askedOf, since }] : []))

/** Members another branch is asked to take over. */
async function transfers(rootId: string, context: Context): Promise<Item[]> {
  const asking = await find(
    'members',
    { 'transfer.toBranchId': after('') },
    { limit: MOST, fields: ['transfer'] },
  )
  const to = [...new Set(asking.flatMap(({ transfer }) => transfer?.toBranchId ?? []))]
  const unled = await unledOf(to, context)
  return asking.flatMap(({ transfer }): Item[] => {
    if (!transfer) return []
    const { toBranchId, askedOn } = transfer
    const placeId = unled.includes(toBranchId) ? rootId : toBranchId
    return [{ what: 'transfer', placeId, since: startOfDay(askedOn) }]
  })
}

/** What members ask of their branch's register; of whoever alone runs a branch it is the work committee's to answer. */
async function ofRegister(rootId: string, context: Context): Promise<Item[]> {
  const fields = ['memberships', 'posts', 'exemptions'] as const
  const [exempting, corrections] = await Promise.all([
    find('members', { 'exemptions.state': 'asked' }, { limit: MOST, fields }),
    find('corrections', { state: 'open' }, { limit: MOST }),
  ])
  const ids = corrections.map(({ memberId }) => memberId)
  const correcting =
    ids.length === 0 ? [] : await find('members', { _id: oneOf(ids) }, { limit: MOST, fields })
  const members = new Map([...exempting, ...correcting].map((member) => [member._id, member]))
  const alone = new Set((await aloneAmong([...members.values()], context)).map(({ _id }) => _id))
  const placeIdOf = (memberId: string): string => {
    const member = members.get(memberId)
    return alone.has(memberId) || !member ? rootId : (placeOf(member, context.today)?.branchId ?? rootId)
  }
  return [
    ...exempting.flatMap(({ _id, exemptions }) =>
      exemptions
        .filter(({ state }) => state === 'asked')
        .map((): Item => ({ what: 'exemption', placeId: placeIdOf(_id) })),
    ),
    ...corrections.map(({ memberId, at }): Item => ({
      what: 'correction',
      placeId: placeIdOf(memberId),
      since: at,
    })),
  ]
}

/** 投诉建议 with the earliest day of an answer, and 删除申请. */
async function ofOffice(rootId: string): Promise<{ items: Item[]; feedbackDue?: number }> {
  const [feedback, deletions] = await Promise.all([
    find('feedback', { state: 'open' }, { limit: 20_000, fields: ['at', 'dueBy'] }),
    find('deletions', { state: 'open' }, { limit: MOST }),
  ])
  const items = [
    ...feedback.map(({ at }): Item => ({ what: 'feedback', placeId: rootId, since: at })),
    ...deletions.map(({ at }): Item => ({ what: 'deletion', placeId: rootId, since: at })),
  ]
  if (feedback.length === 0) return { items }
  return { items, feedbackDue: Math.min(...feedback.map(({ dueBy }) => dueBy)) }
}

async function readItems(rootId: string, context: Context): Promise<Item[]> {
  const { tree, now } = context
  const nodes = [...tree.values()]
  const places = nodes.filter(({ type }) => type === 'community' || type === 'village').map(({ _id }) => _id)
  const holders = nodes.filter(({ type }) => type !== 'village' && type !== 'group').map(({ _id }) => _id)
  const all = await Promise.all([
    readAtPlaces(places, ['deed']).then(ofWaits),
    readLate(holders, now).then(ofWaits),
    readBindings([rootId], rootId, now).then(ofWaits),
    transfers(rootId, context),
    ofRegister(rootId, context),
  ])
  return all.flat()
}

const oldest = (items: readonly Item[]): { since?: number } => {
  const times = items.flatMap(({ since }) => since ?? [])
  return times.length > 0 ? { since: Math.min(...times) } : {}
}

/** One kind: how much for the committee itself, and where the rest waits. */
function lineOf(what: WaitingKind, items: readonly Item[], rootId: string, { tree }: Context) {
  const own = items.filter(({ placeId }) => placeId === rootId)
  const places = [...new Set(items.map(({ placeId }) => placeId))]
    .flatMap((id) => (id === rootId ? [] : (tree.get(id) ?? [])))
    .sort(inTreeOrder(tree))
    .map(({ _id, name }) => {
      const here = items.filter(({ placeId }) => placeId === _id)
      return { id: _id, name, count: here.length, ...oldest(here) }
    })
  return { what, own: own.length, ...oldest(items), places }
}

/**
 * 等着办的: what in the county waits for a yes or an answer, as numbers; nobody is named and nothing is sent. Services and visits are left to the
 * communities and villages, who are told of them: to count them every record there is would be looked at.
 */
export const waitsPage = useCase('committee.waits', aboutCounty, async (_request, context) => {
  const rootId = rootOf(context.tree)?._id ?? ''
  const [waiting, office, running, years] = await Promise.all([
    readItems(rootId, context),
    ofOffice(rootId),
    readRunning(),
    awaitedYears(context.now),
  ])
  const items = [...waiting, ...office.items]
  const lines: CountyWaits['lines'] = waitingKind.options
    .map((what) =>
      lineOf(
        what,
        items.filter((item) => item.what === what),
        rootId,
        context,
      ),
    )
    .filter(({ own, places }) => own > 0 || places.length > 0)
  return done({
    lines,
    ...(office.feedbackDue !== undefined && { feedbackDue: office.feedbackDue }),
    years,
    troubles: troublesOf(running, context.now).length,
  })
})
