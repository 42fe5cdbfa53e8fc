import { mayDo } from '@domain/access/mayDo'
import { done, refuse } from '@domain/contract/answer'
import type { FactRecords } from '@domain/contract/factTable'
import { cellsOf, sumOf } from '@domain/papers/countySheet'
import { periodIn } from '@domain/papers/factLines'
import { membersWith } from '@domain/papers/memberSheet'
import { paperSpan } from '@domain/papers/paperSpan'
import { aboutSeen } from '../counting/county/meetingSeen'
import { aboutCounty, targetOf } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { partFrom } from '../ground/fitting'
import { readActivities } from '../store/readActivities'
import { aboutSpan, hasBegun } from './aboutSpan'
import { countyFactsOf } from './countyFactsOf'
import { branchFactsOf, memberNumbersOf } from './spanFacts'

const badSpan = refuse('invalid_request', { path: 'periodKey' })

type Row = FactRecords['rows'][number]

/** Which of the records are meetings the reader may open, and as whom; what is no meeting (a tick, a talk) has no page. */
async function withDoors(rows: readonly Row[], context: Context): Promise<Row[]> {
  const { caller, today, tree } = context
  const activities = new Map(
    (await readActivities(rows.map(({ id }) => id))).map((activity) => [activity._id, activity]),
  )
  return rows.map((row) => {
    const activity = activities.get(row.id)
    if (!activity) return row
    if (mayDo('activity.record', caller, { day: today, ...targetOf(activity) }, tree))
      return { ...row, opens: 'record' }
    const seen = aboutSeen(activity, context)
    const mayLook = seen && mayDo('committee.meeting', caller, { day: today, ...seen.about }, tree)
    return mayLook ? { ...row, opens: 'seen' } : row
  })
}

/** The records of one line of 支部一张: those its 来源 has a row for. */
export const factRecords = useCase('paper.factRecords', aboutSpan, async (request, context, loaded) => {
  const { node, span } = loaded
  const { dutyId, version, from } = request
  if (!hasBegun(span, context.today)) return badSpan
  const { lines } = await branchFactsOf(node, span, context)
  const line = lines.find(({ duty }) => duty.id === dutyId && duty.version === version)
  if (!line) return refuse('invalid_request', { path: 'dutyId' })
  const records = line.counted.map(({ record, period, fills }): Row => ({
    ...{ id: record.id, title: record.title, at: record.at },
    ...{ period: periodIn(period, span), late: record.backfilled === true, fills },
  }))
  // What a door adds to a row is known once the row is read: cut where there is room for all of them.
  const { rows, next } = partFrom(
    records.map((row): Row => ({ ...row, opens: 'record' })),
    from,
    {},
  )
  const shown = records.slice(from, from + rows.length)
  return done({ rows: await withDoors(shown, context), ...(next !== undefined && { next }) })
})

/** Members behind one 事项 of 党员一张. */
export const factMembers = useCase('paper.factMembers', aboutSpan, async (request, context, loaded) => {
  const { node, span } = loaded
  if (!hasBegun(span, context.today)) return badSpan
  const own = membersWith(await memberNumbersOf(node, span, context), request.dutyId)
  if (own.length === 0) return refuse('invalid_request', { path: 'dutyId' })
  const all = own.map(({ person: { member }, needed, done: times }) => ({
    ...{ id: member._id, name: context.names.of(member) },
    ...{ needed, done: times },
  }))
  return done(partFrom(all, request.from, {}))
})

/** Branches or units behind one 事项 of 全县直汇总. */
export const factPlaces = useCase('paper.factPlaces', aboutCounty, async (request, context) => {
  const { dutyId, version, from } = request
  const span = paperSpan(request.periodKey, request.until)
  if (!hasBegun(span, context.today)) return badSpan
  const { groups } = await countyFactsOf(span, context)
  for (const group of groups)
    for (const item of group.items)
      if (item.duty.id === dutyId && item.duty.version === version) {
        const all = group.places.flatMap(({ id, name, remark }) => {
          const cells = cellsOf(group, item, id)
          return cells.length === 0 ? [] : { id, name, remark, done: sumOf(cells, 0), owed: sumOf(cells, 1) }
        })
        return done(partFrom(all, from, {}))
      }
  return refuse('invalid_request', { path: 'dutyId' })
})
