import { codeOf } from './retry'
import { requestId } from './requestId'
import { openapi } from './sdk'
import { withinTime } from './withinTime'

/** Characters WeChat reads at once (inclusive). */
const LONGEST = 2500
/** Milliseconds after which nobody waits for WeChat any more. */
const PATIENCE = 3000

/** Texts joined to as few parts as WeChat takes. */
function partsOf(texts: readonly string[]): string[] {
  const parts: string[] = []
  for (const text of texts) {
    const last = parts[parts.length - 1]
    if (last !== undefined && [...last].length + 1 + [...text].length <= LONGEST)
      parts[parts.length - 1] = `${last}\n${text}`
    else parts.push(text)
  }
  return parts
}

/** An outage of WeChat's is noted and the text taken: nobody's meeting waits for it. The text itself is never logged. */
function noteOutage(cause: string): 'ok' {
  console.warn(requestId(), `msgSecCheck: ${cause}, text accepted unchecked`)
  return 'ok'
}

type Verdict = 'ok' | 'risky'

async function checkPart(openid: string, content: string): Promise<Verdict> {
  try {
    // Scene 2 is a comment: the nearest to a line in a plan or a reason.
    const asked = openapi.security.msgSecCheck({ content, version: 2, scene: 2, openid })
    const answer = await withinTime(asked, PATIENCE)
    if (!answer) return noteOutage('no answer')
    return answer.result?.suggest === 'risky' ? 'risky' : 'ok'
  } catch (error) {
    return noteOutage(`code ${String(codeOf(error))}`)
  }
}

/** WeChat's word on what a person typed; `review` passes, since people read it who know one another. */
export async function checkText(openId: string, texts: readonly string[]): Promise<Verdict> {
  const answers = await Promise.all(partsOf(texts).map((part) => checkPart(openId, part)))
  return answers.includes('risky') ? 'risky' : 'ok'
}
