import { QueryClient } from '@tanstack/react-query'
import { unreachedReasonOf } from './unreached'

/** A signal lost for a moment is tried once more; what took too long would only take as long again. */
const onceMore = (failures: number, error: Error) => failures < 1 && unreachedReasonOf(error) !== 'slow'

/** `always`: whether there is a network is learnt from the request itself; the phone's own opinion comes late. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: onceMore,
      retryDelay: 600,
      staleTime: 20_000,
      gcTime: 10 * 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
