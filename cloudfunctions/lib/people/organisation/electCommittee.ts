import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import { changedOn, withState } from '@domain/org/change/withState'
import { hasCommitteeAfter, type NotElected } from '@domain/org/elect'
import type { Member } from '@domain/org/member'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { usualTermEnd } from '@domain/org/termNotice'
import { hasTerm, termOf } from '@domain/org/termOf'
import type { Tree } from '@domain/org/tree'
import { addDays, type Day, dayOf } from '@domain/time/day'
import { audited, markOnce } from '../../entry/audit/audited'
import { settleBefore } from '../../entry/audit/settleAudit'
import { readRegister, readTree } from '../../entry/cached'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { AuditRow } from '../../store/collections/audit'
import { findById } from '../../store/find'
import { writeMember } from '../register/writeMember'
import { allDone } from './carryOut'
import { electedAt, isFittingFor, readElection } from './electedAt'
import { writeOrganisation } from './writeOrganisation'

type Request = ParsedRequestOf<'organisation.elect'>

/** Days back and ahead between which an election may lie. */
const BACK = 366
const AHEAD = 62
/** A term is of three or five years. */
const LONGEST_DAYS = 6 * 366
const TURNS = 4

function load({ branchId }: Request, { tree, today }: Context): Found<Organisation> | null {
  const place = tree.get(branchId)
  return place && hasTerm(place) && isActiveOn(place, today) ? { about: { branchId }, loaded: place } : null
}

const termEnd = ({ kind, on, termEndsOn }: Request, branch: Organisation): Day | undefined =>
  termEndsOn ?? (kind === 'election' ? usualTermEnd(on, termOf(branch).years) : branch.termEndsOn)

function refusalOf(request: Request, branch: Organisation, today: Day): Refusal | null {
  const { kind, on, termEndsOn } = request
  const lastFrom = branch.terms?.[branch.terms.length - 1]?.from ?? branch.validFrom
  const isInTime = on >= addDays(today, -BACK) && on <= addDays(today, AHEAD) && on >= lastFrom
  const isTerm = termEndsOn === undefined || (termEndsOn > on && termEndsOn <= addDays(on, LONGEST_DAYS))
  if (!isInTime || !isTerm) return refuse('wrong_times')
  if (kind === 'by_election' && branch.termEndsOn !== undefined && on > branch.termEndsOn)
    return refuse('wrong_times')
  return isFittingFor(branch, request) ? null : refuse('invalid_request', { path: 'posts' })
}

/** The place with the new term; a branch has a committee from the day on if three or more are in it. */
function withTerm(branch: Organisation, request: Request, after: readonly Member[]): Organisation {
  const { kind, on } = request
  const since = changedOn(branch)
  const next =
    branch.type === 'unit'
      ? branch
      : withState(branch, { hasCommittee: hasCommitteeAfter(after, branch._id, on) }, since > on ? since : on)
  const to = termEnd(request, branch)
  if (to === undefined) return next
  const earlier = (branch.terms ?? []).filter(({ from }) => from < on)
  const terms = earlier.map((term) => (term.to >= on ? { ...term, to: addDays(on, -1) } : term))
  return kind === 'election'
    ? { ...next, termEndsOn: to, terms: [...terms, { from: on, to }] }
    : { ...next, termEndsOn: to }
}

/**
 * One go: the place, which carries from then on what was said yes to, the members' posts, and last the caller's own right; false when somebody
 * else wrote meanwhile.
 */
async function write(
  request: Request,
  branch: Organisation,
  { by, id, tree }: { by: string; id: string; tree: Tree },
): Promise<boolean | NotElected> {
  const before = await readElection(branch, request)
  const after = electedAt(branch, request, before, tree)
  if (typeof after === 'string') return after
  const save = (member: Member) => {
    const old = before.find(({ _id }) => _id === member._id)
    return old ? writeMember(old, member) : Promise.resolve(false)
  }
  const own = after.filter(({ _id }) => _id === by)
  const others = after.filter((member) => !own.includes(member))
  const stored = new Map([[branch._id, branch]])
  return (
    (await writeOrganisation(stored, withTerm(branch, request, after), markOnce(branch, id))) &&
    (await allDone(others, save)) &&
    (await allDone(own, save))
  )
}

type Asked = Omit<Request, 'nonce' | 'branchId'>
type Elected = Outcome<{ branchId: string; termEndsOn?: Day }>

/** Goes on until it is written, or says why it cannot be. */
async function carryThrough(
  request: Request,
  { by, now, id }: { by: string; now: number; id: string },
): Promise<Elected> {
  const today = dayOf(now)
  const tree = await readTree(now)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const branch = await findById('organisations', request.branchId)
    if (!branch) return refuse('forbidden')
    const refusal = refusalOf(request, branch, today)
    if (refusal) return refusal
    const written = await write(request, branch, { by, id, tree })
    if (typeof written === 'string') return refuse(written)
    if (!written) continue
    readRegister.forget()
    const termEndsOn = termEnd(request, branch)
    return done({ branchId: branch._id, ...(termEndsOn !== undefined && { termEndsOn }) })
  }
  return refuse('try_again')
}

/** What an election that was cut short still has to write: its row says all of it. */
export async function carryOnElection({ _id, placeId = '', by, at, to }: AuditRow): Promise<void> {
  const asked = to as unknown as Asked
  await carryThrough({ branchId: placeId, nonce: _id, ...asked }, { by, now: at, id: _id })
}

/** 改选 and 补选. Said twice it is the same; cut short, the same request finishes it, or the night. */
export const electCommittee = useCase(
  'organisation.elect',
  load,
  async (request, context): Promise<Elected> => {
    const { caller, now } = context
    const { branchId, nonce, ...asked } = request
    const by = nameForRecords(caller)
    const result = `${request.kind}:${request.on}`
    const telling = {
      what: 'election' as const,
      by,
      at: now,
      placeId: branchId,
      result,
      to: asked,
      key: nonce,
    }
    await settleBefore(telling, carryOnElection)
    let outcome: Elected = refuse('try_again')
    await audited(telling, { name: 'organisations', ids: [branchId] }, async (id) => {
      outcome = await carryThrough(request, { by, now, id })
      return outcome.ok
    })
    return outcome
  },
)
