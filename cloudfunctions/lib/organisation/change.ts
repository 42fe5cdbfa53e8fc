import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { OrganisationChange } from '@domain/contract/organisation'
import { planChange } from '@domain/org/change/planChange'
import { addDays } from '@domain/period/day'
import { nameForRecords } from '../caller/whoIsCalling'
import { now as clock } from '../clock'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { guarded } from '../faults/guarded'
import { idFrom } from '../idFrom'
import { find, findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { beneath } from './aboutOrganisation'
import { carryOut, type Stored, subjectOf } from './carryOut'
import { readConcerned } from './readConcerned'
import { readRegisterNow } from './readRegisterNow'

type Request = ParsedRequestOf<'organisation.change'>

/** Days a change may be planned ahead. */
const AHEAD = 366
/** Milliseconds after which no further document is written: the function has 20 s, and a resend goes on. */
const BUDGET_MS = 12_000

/** What is to change: the parent decides whose business it is, a group's branch or the county. Someone merged from elsewhere is of no concern. */
function load({ change }: Request, { register, tree }: Context): Found<null> | null {
  if (change.what === 'found') {
    if (change.parentId !== null && !tree.has(change.parentId)) return null
    return { about: beneath(change.parentId, tree), loaded: null }
  }
  const node = register.get(change.organisationId)
  return node ? { about: beneath(node.parentId, tree), loaded: null } : null
}

/** A first look before anything is written: most refusals are said here. */
async function refusalOf(change: OrganisationChange, on: string, newId: string) {
  const register = await readRegisterNow()
  const members = await readConcerned(change, register)
  const plan = planChange(change, { tree: register, members, on, newId })
  return typeof plan === 'string' ? plan : null
}

/** Brings to an end what earlier calls left in the middle: whoever changes the tree next does, and the nightly run. */
export async function finishChanges(now: number, isTimeUp: () => boolean): Promise<void> {
  const open = await find('organisationChanges', { state: 'open' })
  for (const stored of open.sort((a, b) => a.at - b.at))
    // One that fails is the night's to say again, and keeps nobody from changing something else.
    await guarded({ job: 'nightly', subjectId: stored._id, now }, () => carryOut(stored, now, isTimeUp))
}

/**
 * 新建, 更名, 划转, 撤并, 分设, 撤销. What was said yes to is kept first and then carried out to the end, by a resend, by the next change or at
 * night if this call is cut short; until then every document says one thing or the other, and no member is nowhere.
 */
export const change = useCase('organisation.change', load, async (request, { caller, now, today }) => {
  const { change: asked, on, nonce } = request
  const _id = idFrom(caller.openId, nonce)
  const started = clock()
  const isTimeUp = () => clock() - started > BUDGET_MS
  let stored: Stored | null = await findById('organisationChanges', _id)
  if (stored?.state === 'done') {
    const { refused } = stored
    return refused ? refuse(refused) : done({ organisationId: subjectOf(stored) })
  }
  if (!stored) {
    if (on < today || on > addDays(today, AHEAD)) return refuse('wrong_times')
    await finishChanges(now, isTimeUp)
    const refusal = await refusalOf(asked, on, _id)
    if (refusal) return refuse(refusal)
    stored = { _id, change: asked, on, by: nameForRecords(caller), at: now, state: 'open' }
    await insertOnce('organisationChanges', stored)
  }
  const outcome = await carryOut(stored, now, isTimeUp)
  if (outcome === 'more') return refuse('try_again')
  return outcome === 'done' ? done({ organisationId: subjectOf(stored) }) : refuse(outcome)
})
