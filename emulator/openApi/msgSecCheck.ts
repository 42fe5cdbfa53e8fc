import { randomUUID } from 'node:crypto'
import { type JsonAnswer, type OpenApi, refused, text } from './OpenApi'

/** Characters of a text, inclusive. */
const LONGEST = 2500
const NORMAL = 100
const OTHER = 21000

interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  label: number
}

interface CheckAnswer extends JsonAnswer {
  detail: object[]
  trace_id: string
  result: Verdict
}

/** `security.msgSecCheck`, version 2: a text is what the emulator was told its words are. */
export const msgSecCheck: OpenApi = {
  personOf: ({ openid }) => text(openid),
  answer({ content, version, scene, openid, title }, _, { content: rules }) {
    if (Number(version) !== 2) return refused(47001, 'the emulator supports version 2 only')
    if (text(openid) === '') return refused(40003, 'invalid openid')
    if (![1, 2, 3, 4].includes(Number(scene))) return refused(40129, 'invalid scene')
    if (text(content) === '') return refused(44004, 'empty content')
    if ([...text(content)].length > LONGEST) return refused(45002, 'content size out of limit')
    const whole = `${text(title)}\n${text(content)}`
    const holds = (words: readonly string[]) => words.some((word) => word !== '' && whole.includes(word))
    const verdict: Verdict = holds(rules.risky)
      ? { suggest: 'risky', label: OTHER }
      : holds(rules.review)
        ? { suggest: 'review', label: OTHER }
        : { suggest: 'pass', label: NORMAL }
    const answer: CheckAnswer = {
      errcode: 0,
      errmsg: 'ok',
      detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
      trace_id: randomUUID(),
      result: verdict,
    }
    return answer
  },
}
