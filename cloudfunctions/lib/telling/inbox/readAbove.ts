import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import type { AboveRequest } from '@domain/contract/identity'
import { placeOf } from '@domain/org/membershipOn'
import { exemptionIdOf } from '@domain/org/setExemption'
import { titleFor } from '../../entry/titleFor'
import type { Context } from '../../entry/useCase'
import { aloneAmong, unledOf } from '../../people/identity/boundRunners'
import { namedIn } from '../../people/register/registerChoices'
import { after, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/readPeople'

const fields = [...nameFields, 'exemptions'] as const
/** The rest follows as these are answered. */
const SHOWN = 50
const MOST = 1000

type Above = Omit<AboveRequest, 'kind'> & { kind: AboveRequest['kind'] | 'deletion' }

/** Members whom a branch is asked to take over that nobody with a WeChat runs. */
async function readTransfers(context: Context): Promise<Above[]> {
  const { caller, today, tree } = context
  const asking = await find(
    'members',
    { 'transfer.toBranchId': after('') },
    { limit: MOST, fields: [...nameFields, 'transfer'] },
  )
  const to = [...new Set(asking.flatMap(({ transfer }) => transfer?.toBranchId ?? []))].filter((branchId) =>
    mayDo('roster.accept', caller, { day: today, branchId }, tree),
  )
  const unled = await unledOf(to, context)
  return asking.flatMap((member): Above[] => {
    const branchId = member.transfer?.toBranchId ?? ''
    if (!unled.includes(branchId) || member._id === caller.member?._id) return []
    return [
      { kind: 'transfer', id: member._id, who: titleFor(member, context), branch: namedIn(tree, branchId) },
    ]
  })
}

/** What nobody but the work committee can answer: what members who alone run a branch have asked, and transfers to branches without a runner. */
export async function readAbove(context: Context): Promise<Above[]> {
  const { caller, today, tree } = context
  if (!rolesOf(caller, today).some(({ role }) => role === 'committee')) return []
  const open = { limit: MOST }
  const [exempting, corrections, deletions, transfers] = await Promise.all([
    find('members', { 'exemptions.state': 'asked' }, { ...open, fields }),
    find('corrections', { state: 'open' }, open),
    find('deletions', { state: 'open' }, open),
    readTransfers(context),
  ])
  const ids = [...new Set([...corrections, ...deletions].map(({ memberId }) => memberId))]
  const others = ids.length === 0 ? [] : await find('members', { _id: oneOf(ids) }, { fields })
  const all = [...new Map([...exempting, ...others].map((member) => [member._id, member])).values()]
  const alone = (await aloneAmong(all, context)).filter((member) => {
    const branchId = placeOf(member, today)?.branchId
    const about = { day: today, ...(branchId !== undefined && { branchId }), askedAbove: true }
    return member._id !== caller.member?._id && mayDo('roster.setExemption', caller, about, tree)
  })
  const asked = alone.flatMap((member): Above[] => {
    const branch = namedIn(tree, placeOf(member, today)?.branchId ?? '')
    const about = { who: titleFor(member, context), branch }
    const isOwn = ({ memberId }: { memberId: string }) => memberId === member._id
    const waiting = member.exemptions.filter(({ state }) => state === 'asked')
    return [
      ...waiting.map((one) => ({ kind: 'exemption' as const, id: exemptionIdOf(one), ...about })),
      ...corrections.filter(isOwn).map(({ _id }) => ({ kind: 'correction' as const, id: _id, ...about })),
      ...deletions.filter(isOwn).map(({ _id }) => ({ kind: 'deletion' as const, id: _id, ...about })),
    ]
  })
  return [...asked, ...transfers].slice(0, SHOWN)
}

/** As 工作 shows it: what the register answers. Of deletions, whoever asks, the door to them says how many wait. */
export const askedInRegister = (above: readonly Above[]): AboveRequest[] =>
  above.flatMap(({ kind, ...rest }) => (kind === 'deletion' ? [] : [{ kind, ...rest }]))
