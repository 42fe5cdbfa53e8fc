import { useState } from 'react'
import type { ActivityForm } from '@domain/contract/activity'
import type { ActivityKind } from '@domain/contract/words'
import { queryClient } from '@/cloud/queryClient'
import { useCloudAction } from '@/cloud/useCloudAction'
import { queryKey } from '@/cloud/useCloudQuery'
import { useForm } from '@/cloud/useForm'
import { keptDraft } from '../logic/keptDraft'
import {
  faultOf,
  firstForm,
  formOf,
  type PlanField,
  type Prepared,
  refusedField,
  sentPlan,
} from '../logic/planForm'

/**
 * The plan being filled in, beginning with what is suggested for the kind, or with what was typed and left before. A plan that has been changed by
 * somebody since is begun anew.
 */
export function usePlan(prepared: Prepared, wanted: Parameters<typeof firstForm>[1]) {
  const { branch, current, suggestions } = prepared
  const kept = keptDraft<ActivityForm>(`plan ${branch.id} ${JSON.stringify(current ?? wanted)}`)
  const [isResumed, setResumed] = useState(() => kept.read() !== undefined)
  const { form, tell, refuse, wrong, refusal, clearRefusal, ...filled } = useForm<
    ActivityForm | undefined,
    PlanField
  >(() => kept.read() ?? firstForm(prepared, wanted))
  const { runOnce, busy } = useCloudAction('activity.save')

  const change = (next: ActivityForm) => {
    kept.keep(next)
    filled.change(next)
  }
  const save = async (publish: boolean) => {
    if (!form) return undefined
    const found = faultOf(form)
    // A draft may lack what only counting needs, never what identifies it.
    if (
      found &&
      (publish || found.field === 'title' || found.field === 'place' || found.field === 'people')
    ) {
      tell(found)
      return undefined
    }
    const outcome = await runOnce({
      ...(current ? { activityId: current.id } : {}),
      form: sentPlan(prepared, form),
      publish,
    })
    if (outcome.ok) {
      kept.drop()
      // The next plan begins with what is so now, not with what was suggested before.
      queryClient.removeQueries({ queryKey: queryKey('activity.prepare') })
      return outcome.data
    }
    refuse(outcome, refusedField(outcome))
    return undefined
  }
  return {
    form,
    change,
    /** It goes on from what was typed before. */
    isResumed,
    startAnew: () => {
      kept.drop()
      setResumed(false)
      filled.change(firstForm(prepared, wanted))
    },
    chooseKind: (kind: ActivityKind) => {
      const suggested = suggestions.find((each) => each.kind === kind)
      if (suggested) change(formOf(prepared, suggested))
    },
    wrong,
    refusal,
    clearRefusal,
    busy,
    save,
  }
}
export type Plan = ReturnType<typeof usePlan>
