import { useState } from 'react'
import type { ChangePreview, OneOrganisation, OrganisationChange } from '@domain/contract/organisation'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useForm } from '@/cloud/useForm'
import {
  type ChangeDraft,
  type ChangeFieldName,
  changeOf,
  faultOf,
  type FoundType,
  type What,
} from '../logic/changes'

interface Asked {
  on: string
  change: OrganisationChange
}

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
  const action = useCloudAction('organisation.change')
  const look = useCloudAction('organisation.previewChange')
  const [shown, setShown] = useState<{ asked: Asked; preview: ChangePreview }>()
  const draft = edit.form
  const refused = (outcome: PhoneRefusal) =>
    edit.refuse(outcome, outcome.reason === 'name_taken' ? { field: 'name', text: '已有同名的组织' } : null)
  const isBranch = what === 'found' ? draft.type === 'branch' : one?.node.type === 'branch'
  return {
    draft,
    isBranch,
    change: edit.change,
    wrong: edit.wrong,
    refusal: edit.refusal,
    clearRefusal: edit.clearRefusal,
    busy: action.busy || look.busy,
    /** What the change would come to, once it has been asked for: shown before the yes. */
    shown,
    back: () => setShown(undefined),
    next: async (): Promise<void> => {
      const fault = faultOf(what, draft)
      if (fault) {
        edit.tell(fault)
        return
      }
      const asked = { on: draft.on, change: changeOf(what, one?.node.id ?? '', draft, isBranch) }
      const outcome = await look.run(asked)
      if (outcome.ok) {
        setShown({ asked, preview: outcome.data })
        return
      }
      refused(outcome)
    },
    /** How it went: null when it was refused. */
    save: async (): Promise<{ waits: boolean } | null> => {
      if (!shown) return null
      const outcome = await action.runOnce(shown.asked)
      if (outcome.ok) return outcome.data
      setShown(undefined)
      refused(outcome)
      return null
    },
  }
}
export type ChangeEdit = ReturnType<typeof useChange>
