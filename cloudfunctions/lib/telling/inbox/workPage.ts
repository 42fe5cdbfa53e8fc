import { mayDo } from '@domain/access/mayDo'
import type { ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { aboutCounty, aboutNothing, askedOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { witnessRequests } from '../../meetings/checkin/witnessRequests'
import { readAllBindRequests } from '../../people/identity/readBindRequests'
import { above, type AskedInRegister, askedInRegister, askedOfBranch } from './askedInRegister'
import { lateOf } from './lateOf'
import { meetingsOf, readOwnUnsettled } from './meetingsOf'
import { officeOf } from './officeOf'
import { placesOf } from './placesOf'
import { staffOf } from './staffOf'

/** For those who look over the whole county; of a part of it its place leads there. */
const readsCounty = (context: Context): boolean => {
  const { caller, today, tree } = context
  const county = aboutCounty(undefined, context)
  return county !== null && mayDo('committee.overview', caller, { day: today, ...county.about }, tree)
}

/** Meetings to run and to settle, and 补录 to confirm, of one reading. */
async function meetingsFor(context: Context) {
  const unsettled = await readOwnUnsettled(context)
  const [meetings, late] = await Promise.all([meetingsOf(unsettled, context), lateOf(unsettled, context)])
  return { meetings, late }
}

type Place = ResponseOf<'identity.work'>['places'][number]

/** What the register of a branch asks of whoever runs it stands at its door. */
function withAsked(place: Place, register: readonly AskedInRegister[]): Place {
  const asked = place.role === 'group_leader' ? 0 : askedOfBranch(register, place.branchId ?? '')
  return asked > 0 ? { ...place, asked } : place
}

/** 工作: what this person runs, and what waits for this person now. */
export const workPage = useCase('identity.work', aboutNothing, async (_request, context) => {
  const [places, meetings, bindRequests, register, witness, staff, office] = await Promise.all([
    placesOf(context),
    meetingsFor(context),
    readAllBindRequests(context),
    askedInRegister(context),
    witnessRequests(askedOf(context), context),
    staffOf(context),
    officeOf(context),
  ])
  const county = readsCounty(context)
  const asked = { bindRequests, above: above(register, context), witness }
  return done({
    places: places.map((place) => withAsked(place, register)),
    ...meetings,
    ...asked,
    ...staff,
    county,
    ...(office && { office }),
  })
})
