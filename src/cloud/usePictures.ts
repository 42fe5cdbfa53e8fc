import { useQueries } from '@tanstack/react-query'
import { ask } from './outcome'
import { queryKey } from './useCloudQuery'

/**
 * WeChat's own pictures of printed codes, in their order, as addresses of an image; undefined until one is here, and for good where there is none:
 * no network, no turn left, or WeChat does not draw it. They never change: each is asked for once while the mini-program is open.
 */
export function usePictures(codes: readonly string[]): (string | undefined)[] {
  return useQueries({
    queries: codes.map((code) => ({
      queryKey: queryKey('code.picture', { code }),
      queryFn: () => ask('code.picture', { code }),
      staleTime: Infinity,
      retry: false,
    })),
    combine: (asked) => asked.map(({ data }) => (data?.ok ? addressOf(data.data.picture) : undefined)),
  })
}

/** A jpeg in base64 begins with /9j; WeChat says nowhere which of the two it sends. */
const addressOf = (picture: string | undefined): string | undefined =>
  picture && `data:image/${picture.startsWith('/9j') ? 'jpeg' : 'png'};base64,${picture}`
