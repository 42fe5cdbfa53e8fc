import { useRef, useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
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
  weekly,
  type Weeks,
} from '../logic/serviceForm'

type Published = ResponseOf<'service.publish'>

/** The service being filled in; `activityId`: one that is announced, being changed. */
export function useServicePlan(prepared: PreparedService, activityId: string | undefined) {
  const { form, change, tell, refuse, wrong, refusal, clearRefusal } = useForm<ServiceForm, ServiceField>(
    prepared.current?.form ?? prepared.suggestion,
  )
  const [weeks, setWeeks] = useState<Weeks>(1)
  const publishing = useCloudAction('service.publish')
  const changing = useCloudAction('service.change')
  // What of a series is announced stays so when the rest is sent again.
  const published = useRef(new Map<string, Published>())

  const isSound = (): boolean => {
    const found = faultOfService(form)
    if (found) tell(found)
    return !found
  }
  const publishOne = async (one: ServiceForm): Promise<Published | undefined> => {
    const sent = sentForm(one)
    const key = JSON.stringify(sent)
    const before = published.current.get(key)
    if (before) return before
    const outcome = await publishing.runOnce({ form: sent })
    if (!outcome.ok) {
      refuse(outcome, refusedServiceField(outcome))
      return undefined
    }
    published.current.set(key, outcome.data)
    return outcome.data
  }
  /** The first of them; undefined: one was refused, and is told. */
  const publish = async () => {
    if (!isSound()) return undefined
    let first: Published | undefined
    for (const one of weekly(form, weeks)) {
      const done = await publishOne(one)
      if (!done) return undefined
      first ??= done
    }
    // The next one begins with this as the last.
    queryClient.removeQueries({ queryKey: queryKey('service.prepare') })
    return first
  }
  const save = async (): Promise<boolean> => {
    if (activityId === undefined || !isSound()) return false
    const outcome = await changing.run({ activityId, form: sentForm(form) })
    if (!outcome.ok) refuse(outcome, refusedServiceField(outcome))
    return outcome.ok
  }
  return {
    form,
    change,
    weeks,
    setWeeks,
    /** The former service stands in the form as it is. */
    taken: isAsSuggested(form, prepared),
    takeOver: () => change(prepared.suggestion),
    wrong,
    refusal,
    clearRefusal,
    busy: publishing.busy || changing.busy,
    publish,
    save,
  }
}
export type ServicePlan = ReturnType<typeof useServicePlan>
