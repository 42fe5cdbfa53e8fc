import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { ServiceForm } from '@domain/contract/service'
import { makeNonce } from '@/platform/nonce'
import type { PhoneRefusal } from '@/platform/outcome'
import { queryClient } from '@/platform/queryClient'
import { useCloudAction } from '@/platform/useCloudAction'
import { queryKey } from '@/platform/useCloudQuery'
import {
  faultOfService,
  isAsSuggested,
  type PreparedService,
  refusedServiceField,
  sentForm,
  type ServiceFault,
  type ServiceField,
} from '../logic/serviceForm'

/** The service being filled in. */
export function useServicePlan(prepared: PreparedService) {
  const [form, setForm] = useState(prepared.suggestion)
  const [fault, setFault] = useState<ServiceFault | null>(null)
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const { run, busy } = useCloudAction('service.publish')
  // One service, one nonce: a resend after a lost answer finds the same one.
  const nonce = useRef(makeNonce())

  const change = (next: ServiceForm) => {
    setForm(next)
    setFault(null)
    setRefusal(undefined)
  }
  /** Said at its field, and at once: the field may be off the screen. */
  const tell = (found: ServiceFault) => {
    setFault(found)
    void Taro.showToast({ title: found.text, icon: 'none' })
  }
  const publish = async () => {
    const wrong = faultOfService(form)
    if (wrong) {
      tell(wrong)
      return undefined
    }
    const outcome = await run({ nonce: nonce.current, form: sentForm(form) })
    if (outcome.ok) {
      // The next one begins with this as the last.
      queryClient.removeQueries({ queryKey: queryKey('service.prepare') })
      return outcome.data
    }
    const at = refusedServiceField(outcome)
    if (at) tell(at)
    setRefusal(at ? undefined : outcome)
    return undefined
  }
  return {
    form,
    change,
    /** The former service stands in the form as it is. */
    taken: isAsSuggested(form, prepared),
    takeOver: () => change(prepared.suggestion),
    wrong: (field: ServiceField) => (fault?.field === field ? fault.text : undefined),
    refusal,
    clearRefusal: () => setRefusal(undefined),
    busy,
    publish,
  }
}
export type ServicePlan = ReturnType<typeof useServicePlan>
