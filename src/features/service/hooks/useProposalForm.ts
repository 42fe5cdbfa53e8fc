import type { ResponseOf } from '@domain/contract/actions'
import type { ServiceForm } from '@domain/contract/service'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useForm } from '@/cloud/useForm'
import {
  faultOfService,
  inCommunity,
  refusedServiceField,
  sentForm,
  type ServiceField,
} from '../logic/serviceForm'

export type ProposalPlace = ResponseOf<'proposal.ofBranch'>['places'][number]

/** A service as a branch proposes it. `places`: one at least, where most of its members are registered first. */
export function useProposalForm(branchId: string, places: readonly [ProposalPlace, ...ProposalPlace[]]) {
  const { form, change, tell, refuse, wrong, refusal, clearRefusal } = useForm<ServiceForm, ServiceField>(
    places[0].suggestion,
  )
  const { runOnce, busy } = useCloudAction('proposal.write')
  const place = places.find(({ id }) => id === form.communityId) ?? places[0]
  const choose = (id: string | undefined) => {
    const other = places.find((one) => one.id === id)
    if (other) change(inCommunity(form, place.suggestion, other.suggestion))
  }
  /** false: something is wrong or refused, and is told. */
  const propose = async (): Promise<boolean> => {
    const fault = faultOfService(form)
    if (fault) tell(fault)
    if (fault) return false
    const outcome = await runOnce({ branchId, form: sentForm(form) })
    if (!outcome.ok) refuse(outcome, refusedServiceField(outcome))
    return outcome.ok
  }
  return { form, change, wrong, place, choose, refusal, clearRefusal, busy, propose }
}
