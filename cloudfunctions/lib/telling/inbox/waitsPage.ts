import { done } from '@domain/contract/answer'
import type { CountyWaits } from '@domain/contract/committee'
import { type WaitingKind, waitingKind } from '@domain/contract/words'
import { troublesOf } from '@domain/health/troubles'
import type { Waits } from '@domain/reminder/waits'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { awaitedYears } from '../../entry/readWorkdays'
import { aboutCounty, rootOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { find } from '../../store/find'
import { readRunning } from '../health/readRunning'
import { readRegisterRequests } from '../reminder/readRegisterRequests'
import { proposalsWaiting, readAtPlaces, readBindings, readLate, reportsWaiting } from '../reminder/readWaits'

/** Something that waits; `placeId`: the work committee's id where only it can answer. */
interface Item {
  what: WaitingKind
  placeId: string
  /** When it began to wait (ms). */
  since: number
}

const isListed = (what: Waits['what']): what is Waits['what'] & WaitingKind =>
  waitingKind.options.some((one) => one === what)

const ofWaits = (waits: readonly Waits[]): Item[] =>
  waits.flatMap(({ what, askedOf, since }) => (isListed(what) ? [{ what, placeId: askedOf, since }] : []))

/** 投诉建议, with the earliest day of an answer. */
async function readFeedback(rootId: string): Promise<{ items: Item[]; feedbackDue?: number }> {
  const feedback = await find('feedback', { state: 'open' }, { limit: 20_000, fields: ['at', 'dueBy'] })
  const items = feedback.map(({ at }): Item => ({ what: 'feedback', placeId: rootId, since: at }))
  if (feedback.length === 0) return { items }
  return { items, feedbackDue: Math.min(...feedback.map(({ dueBy }) => dueBy)) }
}

async function readItems(rootId: string, context: Context): Promise<Item[]> {
  const { tree, now } = context
  const nodes = [...tree.values()]
  const places = nodes.filter(({ type }) => type === 'community' || type === 'village').map(({ _id }) => _id)
  const holders = nodes.filter(({ type }) => type !== 'village' && type !== 'group').map(({ _id }) => _id)
  const all = await Promise.all([
    readAtPlaces(places).then(ofWaits),
    reportsWaiting(places).then(ofWaits),
    proposalsWaiting(places, now).then(ofWaits),
    readLate(holders, now).then(ofWaits),
    readBindings([rootId], rootId, now).then(ofWaits),
    readRegisterRequests(rootId, now).then(ofWaits),
  ])
  return all.flat()
}

const oldest = (items: readonly Item[]): { since?: number } =>
  items.length > 0 ? { since: Math.min(...items.map(({ since }) => since)) } : {}

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

/** 等着办的: what in the county waits for a yes or an answer, as numbers; nobody is named and nothing is sent. How many of a period wait the county's numbers say (`doneOfOwed`). */
export const waitsPage = useCase('committee.waits', aboutCounty, async (_request, context) => {
  const rootId = rootOf(context.tree)?._id ?? ''
  const [waiting, feedback, running, years] = await Promise.all([
    readItems(rootId, context),
    readFeedback(rootId),
    readRunning(),
    awaitedYears(context.now),
  ])
  const items = [...waiting, ...feedback.items]
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
    ...(feedback.feedbackDue !== undefined && { feedbackDue: feedback.feedbackDue }),
    years,
    troubles: troublesOf(running, context.now).length,
  })
})
