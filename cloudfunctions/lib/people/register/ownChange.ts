import { isStill, type OwedChange, splitOwn, withOwed } from '@domain/access/ownEntry'
import { type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import type { MemberForm } from '@domain/contract/roster'
import type { CorrectionField } from '@domain/contract/words'
import { applyForm, formOf } from '@domain/org/applyForm'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { correctionLabels } from '@domain/privacy/correctionLabels'
import { cadreLabels, standingLabels } from '@domain/registry/labels'
import { audited, mark, type Telling } from '../../entry/audit/audited'
import { rootOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import type { Correction } from '../../store/collections/corrections'
import { oneOf } from '../../store/conditions'
import { count, find, findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { checkForm } from './checkForm'
import { shownHousehold } from './registerChoices'
import { linkHouseholds, writeMember } from './writeMember'

/** What of the register each field of the form is, as a correction calls it. */
const calledIn: Partial<Record<keyof MemberForm, CorrectionField>> = {
  standing: 'standing',
  groupId: 'group',
  householdIds: 'household',
}
const labels: Partial<Record<keyof MemberForm, string>> = {
  standing: correctionLabels.standing,
  groupId: correctionLabels.group,
  householdIds: correctionLabels.household,
  cadre: '领导职务',
  contactBranchIds: '联系点',
}
const words: Record<string, string> = { ...standingLabels, ...cadreLabels }

const idsIn = (value: OwedChange[keyof OwedChange]): readonly string[] =>
  value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value

/** 党小组：第一党小组 → 第二党小组；帮扶户：增加柳林村 07 号. Names of organisations and numbers of households, nobody's name. */
async function textOf(from: OwedChange, to: OwedChange, { tree }: Context): Promise<string> {
  const households = [...idsIn(from.householdIds), ...idsIn(to.householdIds)]
  const rows = households.length === 0 ? [] : await find('households', { _id: oneOf(households) })
  const shown = new Map(rows.map((row) => [row._id, shownHousehold(row, tree)]))
  const nameOf = (id: string) => {
    const household = shown.get(id)
    return household ? `${household.village} ${household.number}` : (words[id] ?? tree.get(id)?.name ?? '')
  }
  const list = (ids: readonly string[]) => ids.map(nameOf).join('、')
  const lineOf = (field: keyof MemberForm): string => {
    const [was, shall] = [idsIn(from[field]), idsIn(to[field])]
    if (!Array.isArray(to[field])) return `${list(was) || '没有'} → ${list(shall) || '没有'}`
    const added = list(shall.filter((id) => !was.includes(id)))
    const taken = list(was.filter((id) => !shall.includes(id)))
    return [added && `增加${added}`, taken && `去掉${taken}`].filter((part) => part !== '').join('，')
  }
  const fields = Object.keys(to) as (keyof MemberForm)[]
  return fields.map((field) => `${labels[field] ?? ''}：${lineOf(field)}`).join('；')
}

/** The change of the own form that needs another, asked of the work committee; who is asked. A resend is the same request. */
export async function askForOwn(
  member: Member,
  { form, _id }: { form: MemberForm; _id: string },
  context: Context,
): Promise<Outcome<{ own: MemberForm; waitsFor: string }>> {
  const { now, today, tree } = context
  const { own, from, to } = splitOwn(formOf(member, today), form)
  const answer = { ok: true as const, data: { own, waitsFor: rootOf(tree)?.name ?? '' } }
  if (await findById('corrections', _id)) return answer
  const memberId = member._id
  const others = await find('corrections', { memberId, state: 'open' }, { fields: ['asked'] })
  if (others.some(({ asked }) => asked)) return refuse('already_asked')
  const [first, ...rest] = Object.keys(to) as (keyof MemberForm)[]
  const field = (first && rest.length === 0 ? calledIn[first] : undefined) ?? 'other'
  const branchId = membershipOn(member, today)?.branchId ?? ''
  const text = await textOf(from, to, context)
  const row = { _id, memberId, branchId, field, text, at: now, state: 'open' as const, asked: { from, to } }
  await insertOnce('corrections', row)
  return answer
}

/** Closes the request whose change the register carries: also after a call that was cut short. */
export async function closeAsked({ savedAs }: Pick<Member, 'savedAs'>): Promise<void> {
  if (savedAs !== undefined && (await count('corrections', { _id: savedAs, state: 'open' })) > 0)
    await updateWhere(
      'corrections',
      { _id: savedAs, state: 'open' },
      { state: 'done', text: '', asked: undefined },
    )
}

/**
 * Somebody else's yes: the entry as it was asked for, from today on, and the request is closed with it; null when it stands. Only while the fields
 * are what they were when it was asked.
 */
export async function makeOwnChange(
  { _id, memberId, asked }: Correction & { asked: NonNullable<Correction['asked']> },
  telling: Telling,
  context: Context,
): Promise<Refusal | null> {
  const before = await findById('members', memberId)
  const branchId = before ? membershipOn(before, context.today)?.branchId : undefined
  if (!before || branchId === undefined) return refuse('request_gone')
  const form = formOf(before, context.today)
  const isMade = before.savedAs === _id
  const wanted = withOwed(form, asked.to)
  if (!isMade) {
    if (!isStill(form, asked.from)) return refuse('member_changed')
    const wrong = await checkForm(wanted, branchId, form, context)
    if (wrong) return wrong
  }
  const after = { ...applyForm(before, wanted, context.today), savedAs: _id }
  const stands = await audited(telling, { name: 'members', ids: [memberId] }, async (id) => {
    const isWritten = !isMade && (await writeMember(before, after, mark(id)))
    if (isMade) await linkHouseholds(before)
    if (isWritten || isMade) await closeAsked({ savedAs: _id })
    return isWritten
  })
  return stands ? null : refuse('member_changed')
}
