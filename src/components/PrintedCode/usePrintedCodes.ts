import { usePictures } from '@/cloud/usePictures'

/** A code that never changes, as it is to be drawn. */
export interface Drawn {
  /** For a plain code: the link, or the code itself. */
  text: string
  /** WeChat's own picture, in place of the plain code. */
  picture: string | undefined
  /** Whether WeChat's own scan opens it. */
  opens: boolean
}

/** With a filed domain a plain code of its link is enough, and nothing is asked. Without, WeChat's picture; until it is here, and where it does not come, the plain code. */
export function usePrintedCodes(codes: readonly string[], codePrefix: string): Drawn[] {
  const pictures = usePictures(codePrefix === '' ? codes : [])
  return codes.map((code, index) => {
    const picture = pictures[index]
    return { text: codePrefix + code, picture, opens: codePrefix !== '' || picture !== undefined }
  })
}
