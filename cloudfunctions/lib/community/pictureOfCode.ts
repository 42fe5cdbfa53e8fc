import { readStaticCode } from '@domain/checkin/staticCode'
import { done, refuse } from '@domain/contract/answer'
import { limit } from '../entry/limit'
import { printedCode } from '../entry/printedCode'
import { aboutNothing } from '../entry/targets'
import { useCase } from '../entry/useCase'

/**
 * The picture of a code that whoever asks holds already: it says nothing the text does not, and nothing is read, so that a code that was never
 * given out is answered like any other. What it costs is WeChat's work, of which each has so much a day.
 */
export const pictureOfCode = useCase('code.picture', aboutNothing, async ({ code }, { caller, now }) => {
  if (!readStaticCode(code)) return refuse('invalid_request', { path: 'code' })
  const tooMany = await limit({ openId: caller.openId, kind: 'picture' }, now)
  if (tooMany) return tooMany
  const printed = await printedCode(code)
  return done({
    ...(printed.is === 'wechat' && { picture: Buffer.from(printed.picture).toString('base64') }),
  })
})
