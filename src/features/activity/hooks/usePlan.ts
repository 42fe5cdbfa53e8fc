import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { ActivityKind } from '@domain/activity/activity'
import type { ActivityForm } from '@domain/contract/activity'
import { makeNonce } from '@/platform/nonce'
import type { PhoneRefusal } from '@/platform/outcome'
import { queryClient } from '@/platform/queryClient'
import { useCloudAction } from '@/platform/useCloudAction'
import { queryKey } from '@/platform/useCloudQuery'
import {
  faultOf,
  firstForm,
  refusedField,
  type Fault,
  type PlanField,
  type Prepared,
} from '../logic/planForm'

/** The plan being filled in, beginning with what is suggested for the kind. */
export function usePlan(prepared: Prepared, wanted: Parameters<typeof firstForm>[1]) {
  const { current, suggestions } = prepared
  const [form, setForm] = useState(() => firstForm(prepared, wanted))
  const [fault, setFault] = useState<Fault | null>(null)
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const { run, busy } = useCloudAction('activity.save')
  // One plan, one nonce: a resend after a lost answer finds the same activity.
  const nonce = useRef(makeNonce())

  const change = (next: ActivityForm) => {
    setForm(next)
    setFault(null)
    setRefusal(undefined)
  }
  /** Said at its field, and at once: the field may be off the screen. */
  const tell = (found: Fault) => {
    setFault(found)
    void Taro.showToast({ title: found.text, icon: 'none' })
  }
  const save = async (publish: boolean) => {
    if (!form) return undefined
    const wrong = faultOf(form)
    // A draft may lack what only counting needs, never what identifies it.
    if (
      wrong &&
      (publish || wrong.field === 'title' || wrong.field === 'place' || wrong.field === 'people')
    ) {
      tell(wrong)
      return undefined
    }
    const { topic, ...rest } = form
    const said = topic?.trim() ?? ''
    const outcome = await run({
      ...(current ? { activityId: current.id } : {}),
      nonce: nonce.current,
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
    const at = refusedField(outcome)
    if (at) tell(at)
    setRefusal(at ? undefined : outcome)
    return undefined
  }
  return {
    form,
    change,
    chooseKind: (kind: ActivityKind) => {
      const suggested = suggestions.find((each) => each.kind === kind)
      if (suggested) change(suggested)
    },
    wrong: (field: PlanField) => (fault?.field === field ? fault.text : undefined),
    refusal,
    clearRefusal: () => setRefusal(undefined),
    busy,
    save,
  }
}
export type Plan = ReturnType<typeof usePlan>
