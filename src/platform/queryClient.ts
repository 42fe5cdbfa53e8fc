import { QueryClient } from '@tanstack/react-query'

/** `always`: whether there is a network is learnt from the request itself; the phone's own opinion comes late. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: 1, retryDelay: 600, staleTime: 20_000, gcTime: 10 * 60_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})
