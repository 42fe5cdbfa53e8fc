import type { OrganisationChange } from '@domain/contract/organisation'
import type { ChangeRefusal } from '@domain/contract/words'
import { clashes } from '@domain/org/change/concernedIn'
import { planChange } from '@domain/org/change/planChange'
import { takingTurns } from '@domain/org/change/takingTurns'
import type { Member } from '@domain/org/member'
import type { Day } from '@domain/time/day'
import { updateAudited } from '../../entry/audit/audited'
import { readRegister } from '../../entry/cached'
import { guarded } from '../../entry/guarded'
import type { StoredChange } from '../../store/collections/organisationChanges'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { MOST_WAITING } from '../../store/readInPages'
import { updateWhere } from '../../store/updateWhere'
import { writeMember } from '../register/writeMember'
import { movePlans } from './movePlans'
import { readConcerned } from './readConcerned'
import { readRegisterNow } from './readRegisterNow'
import { writeOrganisation } from './writeOrganisation'

/** How many documents are written at the same time. */
const TOGETHER = 8

/** Runs `act` on every row, a few at a time; false when any of them gave false. */
export async function allDone<T>(rows: readonly T[], act: (row: T) => Promise<boolean>): Promise<boolean> {
  let isDone = true
  for (let i = 0; i < rows.length; i += TOGETHER) {
    const results = await Promise.all(rows.slice(i, i + TOGETHER).map(act))
    if (!results.every(Boolean)) isDone = false
  }
  return isDone
}

export type Stored = Omit<StoredChange, 'updatedAt'>

/** How often what is left is planned anew when somebody else writes at the same time. */
const TURNS = 6

/** The id of what the change is about; what it founds gets the id of the request, so that a resend founds it once. */
export const subjectOf = ({ _id, change }: Pick<StoredChange, '_id' | 'change'>): string =>
  change.what === 'found' || change.what === 'split' ? _id : change.organisationId

async function finish(stored: Stored, refused?: ChangeRefusal): Promise<void> {
  const { _id, change, on, by, at } = stored
  const where = { _id, state: 'open' }
  const placeId = subjectOf(stored)
  const result = `${change.what}:${on}`
  // The request itself, with all it moved, is kept beside it under this id.
  const telling = { what: 'organisation' as const, by, at, placeId, result, key: _id }
  await (refused
    ? updateWhere('organisationChanges', where, { state: 'done', refused })
    : updateAudited(telling, 'organisationChanges', where, { state: 'done' }))
  readRegister.forget()
}

/**
 * Writes what a change of the tree does, document after document, each only as it was when planned; then what is left, until nothing is. Cut
 * short at any point it goes on the same way. more: others wrote all the while, or time was up.
 */
export async function carryOut(
  stored: Stored,
  isTimeUp: () => boolean = () => false,
): Promise<'done' | 'more' | ChangeRefusal> {
  const { _id: newId, change, on } = stored
  for (let turn = 0; turn < TURNS && !isTimeUp(); turn += 1) {
    const register = await readRegisterNow()
    const members = await readConcerned(change, register, newId)
    const plan = planChange(change, { tree: register, members, on, newId })
    if (typeof plan === 'string') {
      await finish(stored, plan)
      return plan
    }
    if (plan.organisations.length === 0 && plan.members.length === 0) {
      await movePlans(change, on)
      await finish(stored)
      return 'done'
    }
    const before = new Map(members.map((member): [string, Member] => [member._id, member]))
    const isNew = ({ _id }: { _id: string }) => !register.has(_id)
    // Nobody is put where nothing is yet, and what ends does so after its people have gone.
    await allDone(plan.organisations.filter(isNew), (one) => writeOrganisation(register, one))
    const areMoved = await allDone(plan.members, async (after) => {
      const member = before.get(after._id)
      return member !== undefined && !isTimeUp() && (await writeMember(member, after))
    })
    if (!areMoved) continue
    for (const one of plan.organisations.filter((each) => !isNew(each)))
      await writeOrganisation(register, one)
  }
  return 'more'
}

/** Takes a change whose day has come out of waiting; false when it was cancelled a moment before. */
const begins = async ({ _id, state }: StoredChange): Promise<boolean> =>
  state === 'open' || (await updateWhere('organisationChanges', { _id, state: 'waiting' }, { state: 'open' }))

/**
 * Brings to an end what earlier calls left in the middle, and carries out what has waited for today, nobody's behind all of somebody else's: the nightly
 * run, and whoever changes the tree next, who waits for those alone that are in the way of what is asked (`about`).
 */
export async function finishChanges(
  today: Day,
  now: number,
  isTimeUp: () => boolean,
  about?: OrganisationChange,
): Promise<void> {
  const where = { state: oneOf(['open', 'waiting']) }
  const kept = await find('organisationChanges', where, { limit: MOST_WAITING })
  const due = kept.filter(
    ({ state, on, change }) => state === 'open' || (on <= today && (!about || clashes(change, about))),
  )
  for (const stored of takingTurns(due)) {
    if (isTimeUp()) return
    // One that fails is the night's to say again, and keeps nobody from changing something else.
    await guarded({ job: 'nightly', subjectId: stored._id, now }, async () => {
      if (await begins(stored)) await carryOut(stored, isTimeUp)
    })
  }
}
