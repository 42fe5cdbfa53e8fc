import type { ServiceForm } from '@domain/contract/service'
import { queryClient } from '@/cloud/queryClient'
import { useCloudAction } from '@/cloud/useCloudAction'
import { queryKey } from '@/cloud/useCloudQuery'
import { useForm } from '@/cloud/useForm'
import {
  faultOfService,
  isAsSuggested,
  type PreparedService,
  refusedServiceField,
  sentForm,
  type ServiceField,
} from '../logic/serviceForm'

/** The service being filled in. */
export function useServicePlan(prepared: PreparedService) {
  const { form, change, tell, refuse, wrong, refusal, clearRefusal } = useForm<ServiceForm, ServiceField>(
    prepared.suggestion,
  )
  const { runOnce, busy } = useCloudAction('service.publish')

  const publish = async () => {
    const found = faultOfService(form)
    if (found) {
      tell(found)
      return undefined
    }
    const outcome = await runOnce({ form: sentForm(form) })
    if (outcome.ok) {
      // The next one begins with this as the last.
      queryClient.removeQueries({ queryKey: queryKey('service.prepare') })
      return outcome.data
    }
    refuse(outcome, refusedServiceField(outcome))
    return undefined
  }
  return {
    form,
    change,
    /** The former service stands in the form as it is. */
    taken: isAsSuggested(form, prepared),
    takeOver: () => change(prepared.suggestion),
    wrong,
    refusal,
    clearRefusal,
    busy,
    publish,
  }
}
export type ServicePlan = ReturnType<typeof useServicePlan>
