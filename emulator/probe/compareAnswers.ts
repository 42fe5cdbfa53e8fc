import { isDeepStrictEqual } from 'node:util'
import type { ProbeAnswer, ProbeAnswers } from './runProbe'

export interface Difference {
  name: string
  /** `words`: the same code, said in other words. */
  kind: 'differs' | 'words' | 'only in the first' | 'only in the second'
  first?: ProbeAnswer
  second?: ProbeAnswer
}

const codeOf = (answer: ProbeAnswer) => ('refused' in answer ? { refused: answer.refused.code } : answer)

function compareOne(name: string, first?: ProbeAnswer, second?: ProbeAnswer): Difference[] {
  if (first === undefined) return [{ name, kind: 'only in the second', ...(second ? { second } : {}) }]
  if (second === undefined) return [{ name, kind: 'only in the first', first }]
  if (isDeepStrictEqual(first, second)) return []
  const kind = isDeepStrictEqual(codeOf(first), codeOf(second)) ? 'words' : 'differs'
  return [{ name, kind, first, second }]
}

/** What two clouds answered differently, in the order of the operations. */
export function compareAnswers(first: ProbeAnswers, second: ProbeAnswers): Difference[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return names.flatMap((name) => compareOne(name, first[name], second[name]))
}
