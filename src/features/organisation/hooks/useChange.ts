import type { OneOrganisation } from '@domain/contract/organisation'
import { dayOf } from '@domain/period/day'
import { now } from '@/platform/clock'
import { useCloudAction } from '@/platform/useCloudAction'
import { useForm } from '@/platform/useForm'
import {
  type ChangeDraft,
  type ChangeFieldName,
  changeOf,
  faultOf,
  type FoundType,
  type What,
} from '../logic/changes'

/** Begins as the organisation is; something new begins empty, below `one` where there is one. */
function firstDraft(what: What, one: OneOrganisation | undefined, type: FoundType): ChangeDraft {
  const isNew = what === 'found' || what === 'split'
  return {
    on: dayOf(now()),
    type,
    name: isNew ? '' : (one?.node.name ?? ''),
    parentId: what === 'found' ? (one?.node.id ?? null) : null,
    branchType: one?.node.branchType,
    countsOnly: one?.node.countsOnly ?? false,
    headcount: what === 'edit' && one?.headcount !== undefined ? String(one.headcount) : '',
    chosen: [],
  }
}

/** One change of the tree being filled in. */
export function useChange(what: What, one: OneOrganisation | undefined, type: FoundType) {
  const edit = useForm<ChangeDraft, ChangeFieldName>(() => firstDraft(what, one, type))
  const action = useCloudAction('organisation.change', ['organisation.tree', 'organisation.one'])
  const draft = edit.form
  const isBranch = what === 'found' ? draft.type === 'branch' : one?.node.type === 'branch'
  return {
    draft,
    isBranch,
    change: edit.change,
    wrong: edit.wrong,
    refusal: edit.refusal,
    clearRefusal: edit.clearRefusal,
    busy: action.busy,
    save: async (): Promise<boolean> => {
      const fault = faultOf(what, draft)
      if (fault) {
        edit.tell(fault)
        return false
      }
      const change = changeOf(what, one?.node.id ?? '', draft, isBranch)
      const outcome = await action.run({ on: draft.on, nonce: edit.nonce, change })
      if (outcome.ok) return true
      edit.refuse(outcome, outcome.reason === 'name_taken' ? { field: 'name', text: '已有同名的组织' } : null)
      return false
    },
  }
}
export type ChangeEdit = ReturnType<typeof useChange>
