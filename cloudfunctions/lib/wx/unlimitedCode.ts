import { SCENE_LONGEST } from '@domain/checkin/staticCode'
import { requestId } from './requestId'
import { codeOf } from './retry'
import { openapi } from './sdk'
import { withinTime } from './withinTime'

/** Milliseconds after which the plain code is drawn instead. */
const PATIENCE = 5000
/** Pixels of a side, the fewest WeChat draws: 35 mm at 200 dots an inch, and about 30 KB. */
const SIDE = 280
/** Where it leads: the page that leads on with what the mini-program was opened with. In every release, or WeChat refuses. */
const PAGE = 'pages/home/index'

/**
 * WeChat's own code of a text (`wxacode.getUnlimited`, a PNG or a jpeg), which its scan opens the mini-program by; it stands for ever. null when
 * the text is too long, or WeChat refuses or does not answer. The text itself is never logged.
 */
export async function unlimitedCode(scene: string): Promise<Uint8Array | null> {
  if (scene.length > SCENE_LONGEST) return null
  try {
    const asked = openapi.wxacode.getUnlimited({ scene, page: PAGE, width: SIDE })
    return (await withinTime(asked, PATIENCE))?.buffer ?? null
  } catch (error) {
    console.warn(requestId(), `getUnlimited: code ${String(codeOf(error))}`)
    return null
  }
}
