import type { Action } from '@domain/contract/actions'
import type { CloudQuery } from '@/cloud/useCloudQuery'

/** One of the answers a page needs: 再试一次 also asks again for those of the others that did not come. */
export function together<A extends Action>(
  query: CloudQuery<A>,
  ...others: Pick<CloudQuery<Action>, 'unreached' | 'refetch'>[]
): CloudQuery<A> {
  const again = () => [query, ...others.filter(({ unreached }) => unreached)].map(({ refetch }) => refetch())
  return { ...query, refetch: () => Promise.all(again()) }
}
