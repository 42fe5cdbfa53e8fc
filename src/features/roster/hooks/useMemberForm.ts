import type { ResponseOf } from '@domain/contract/actions'
import type { MemberForm, RosterMember } from '@domain/contract/roster'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useForm } from '@/cloud/useForm'
import {
  emptyDraft,
  faultOf,
  type MemberDraft,
  type MemberFieldName,
  placeOf,
  toSave,
} from '../logic/memberDraft'

/** A member being added (`known` absent) or changed. */
export function useMemberForm(branchId: string, known: RosterMember | undefined) {
  const edit = useForm<MemberDraft, MemberFieldName>(() => {
    const empty = emptyDraft(dayOf(now()))
    return known ? { ...empty, form: known.form } : empty
  })
  const action = useCloudAction('roster.save')
  const draft = edit.form
  const save = async (): Promise<ResponseOf<'roster.save'> | null> => {
    const fault = faultOf(draft, known?.form)
    if (fault) {
      edit.tell(fault)
      return null
    }
    const added = known
      ? { memberId: known.memberId, version: known.version }
      : { since: draft.since, fromOutside: draft.fromOutside }
    const outcome = await action.runOnce({ branchId, form: toSave(draft.form), ...added })
    if (outcome.ok) return outcome.data
    edit.refuse(outcome, placeOf(outcome))
    return null
  }
  return {
    draft,
    form: draft.form,
    change: edit.change,
    changeForm: (form: MemberForm) => edit.change({ ...draft, form }),
    wrong: edit.wrong,
    refusal: edit.refusal,
    clearRefusal: edit.clearRefusal,
    busy: action.busy,
    save,
  }
}
export type MemberEdit = ReturnType<typeof useMemberForm>
