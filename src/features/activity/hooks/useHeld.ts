import { useEffect, useState } from 'react'
import type { ActivityForm } from '@domain/contract/activity'
import type { ActivityKind } from '@domain/contract/words'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useForm } from '@/cloud/useForm'
import { absentOf, heldForm, type Marks, marksFor, presentIds } from '../logic/heldForm'
import { keptDraft } from '../logic/keptDraft'
import { faultOf, formOf, type PlanField, type Prepared, refusedField, sentPlan } from '../logic/planForm'

interface Draft {
  form: ActivityForm
  marks: Marks
}

/** A meeting that was held and never planned: what it was, and who was there. */
export function useHeld(prepared: Prepared, wanted: Parameters<typeof heldForm>[1]) {
  const kept = keptDraft<Draft>(`held ${prepared.branch.id} ${wanted.kind ?? ''} ${wanted.on ?? ''}`)
  const begun = kept.read()
  const { form, change, tell, refuse, wrong, refusal, clearRefusal } = useForm<
    ActivityForm | undefined,
    PlanField
  >(() => begun?.form ?? heldForm(prepared, wanted, now()))
  const [marks, setMarks] = useState<Marks>(begun?.marks ?? {})
  const [saved, setSaved] = useState<{ activityId: string; present: number }>()
  const { runOnce, busy } = useCloudAction('activity.enterHeld')
  useEffect(() => {
    if (form && !saved) kept.keep({ form, marks })
  })

  const submit = async () => {
    if (!form) return
    const found = faultOf(form)
    if (found) {
      tell(found)
      return
    }
    const mine = marksFor(form, marks)
    const outcome = await runOnce({
      form: sentPlan(prepared, form),
      presentIds: presentIds(mine),
      absent: absentOf(mine),
    })
    if (!outcome.ok) {
      refuse(outcome, refusedField(outcome))
      return
    }
    kept.drop()
    setSaved(outcome.data)
  }
  return {
    form,
    change,
    chooseKind: (kind: ActivityKind) => {
      const suggested = prepared.suggestions.find((each) => each.kind === kind)
      if (!suggested) return
      const { branch, hosts } = prepared
      const hostName = hosts.find(({ id }) => id === suggested.hostId)?.name ?? branch.name
      change(heldForm(prepared, { kind, hostName, on: wanted.on }, now()) ?? formOf(prepared, suggested))
    },
    marks,
    setMarks,
    wrong,
    refusal,
    clearRefusal,
    busy,
    submit,
    saved,
  }
}
export type Held = ReturnType<typeof useHeld>
