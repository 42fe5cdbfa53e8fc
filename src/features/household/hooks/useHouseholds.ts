import { useCloudQuery } from '@/cloud/useCloudQuery'

/**
 * One's own households, and, once `asked`, what the cloud says besides: which of them somebody else has visited, and which were one's own until
 * lately.
 */
export function useHouseholds(asked = true) {
  const me = useCloudQuery('identity.me', {})
  const bound = me.data?.state === 'bound' ? me.data : undefined
  const mine = useCloudQuery('household.mine', {}, { enabled: asked && bound !== undefined })
  return {
    me,
    memberId: bound?.memberId,
    households: bound?.households ?? [],
    earlier: mine.data?.earlier ?? [],
    enterFrom: bound?.enterFrom,
    isVisited: (id: string) => mine.data?.households.some((one) => one.id === id && one.visited),
  }
}
