import { useEffect, useState } from 'react'
import { ask } from './outcome'
import { queryClient } from './queryClient'
import { queryKey } from './useCloudQuery'

/** Asked for once while the mini-program is open: it never changes. */
const pictureOf = async (code: string): Promise<string | undefined> => {
  const answer = await queryClient.query({
    queryKey: queryKey('code.picture', { code }),
    queryFn: () => ask('code.picture', { code }),
    staleTime: Infinity,
    retry: false,
  })
  return answer.ok ? addressOf(answer.data.picture) : undefined
}

/**
 * WeChat's own pictures of printed codes, in their order, as addresses of an image; undefined until one is here, and for good where there is none:
 * no network, no turn left, or WeChat does not draw it.
 */
export function usePictures(codes: readonly string[]): (string | undefined)[] {
  const [pictures, setPictures] = useState<Readonly<Record<string, string>>>({})
  const wanted = codes.join(' ')
  useEffect(() => {
    let gone = false
    for (const code of wanted.split(' ').filter(Boolean))
      void pictureOf(code).then(
        (picture) => {
          if (!gone && picture !== undefined) setPictures((before) => ({ ...before, [code]: picture }))
        },
        // The plain code stands there already.
        () => undefined,
      )
    return () => {
      gone = true
    }
  }, [wanted])
  return codes.map((code) => pictures[code])
}

/** A jpeg in base64 begins with /9j; WeChat says nowhere which of the two it sends. */
const addressOf = (picture: string | undefined): string | undefined =>
  picture && `data:image/${picture.startsWith('/9j') ? 'jpeg' : 'png'};base64,${picture}`
