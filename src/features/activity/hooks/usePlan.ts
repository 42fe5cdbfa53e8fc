import type { ActivityForm } from '@domain/contract/activity'
import type { ActivityKind } from '@domain/contract/words'
import { queryClient } from '@/cloud/queryClient'
import { useCloudAction } from '@/cloud/useCloudAction'
import { queryKey } from '@/cloud/useCloudQuery'
import { useForm } from '@/cloud/useForm'
import { faultOf, firstForm, formOf, type PlanField, type Prepared, refusedField } from '../logic/planForm'

/** The plan being filled in, beginning with what is suggested for the kind. */
export function usePlan(prepared: Prepared, wanted: Parameters<typeof firstForm>[1]) {
  const { current, suggestions } = prepared
  const { form, change, tell, refuse, wrong, refusal, clearRefusal } = useForm<
    ActivityForm | undefined,
    PlanField
  >(() => firstForm(prepared, wanted))
  const { runOnce, busy } = useCloudAction('activity.save')

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
    const { topic, ...rest } = form
    const said = topic?.trim() ?? ''
    const outcome = await runOnce({
      ...(current ? { activityId: current.id } : {}),
      form: {
        ...rest,
        ...(said === '' ? {} : { topic: said }),
        agenda: form.agenda.filter(({ text }) => text.trim()),
      },
      publish,
    })
    if (outcome.ok) {
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
