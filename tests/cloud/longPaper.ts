import { constants, inflateRawSync } from 'node:zlib'
import type { ResponseOf } from '@domain/contract/actions'
import type { LongPaper } from '@domain/contract/paper'
import { textInFile } from './textInFile'
import type { World } from './world'

type Part = ResponseOf<'paper.part'>

interface Asked {
  branchId: string
  periodKey: string
  until?: string
  paper: LongPaper
}

/** Asks for one part; undefined where it is refused. */
export type AskPart = (data: object) => Promise<Part | undefined>

export const askPart =
  (world: Pick<World, 'call'>, openId: string): AskPart =>
  async (data) => {
    const answer = await world.call(openId, 'paper.part', data)
    return answer.ok ? answer.data : undefined
  }

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')

/** The file that a phone puts together of its parts. */
export const wholeOf = (parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.map(({ content }) => bytesOf(content)),
    ...parts.map(({ directory }) => bytesOf(directory)),
    ...parts.map(({ end = '' }) => bytesOf(end)),
  ])

/** All parts, one after the other as a phone asks for them; undefined where one is refused. */
export async function longPaper(ask: AskPart, asked: Asked) {
  const parts: Part[] = []
  while (parts.at(-1)?.end === undefined) {
    const soFar = parts.at(-1)?.soFar
    const made = await ask({ ...asked, ...(soFar && { soFar }) })
    if (!made) return undefined
    parts.push(made)
  }
  const file = wholeOf(parts)
  return { parts, file, fileName: parts[0]?.fileName ?? '', text: textInFile(file) }
}

/** The text in one part of a .zip or a book, which begins with a file or in the middle of one; a whole file is read whole. */
export function textInPart(base64: string): string {
  try {
    return textInFile(base64)
  } catch {
    // A part has no directory: its files are found by their heads.
  }
  const bytes = bytesOf(base64)
  const texts: string[] = []
  for (let at = 0; at + 30 < bytes.length && bytes.readUInt32LE(at) === 0x04034b50;) {
    const size = bytes.readUInt32LE(at + 18)
    const begins = at + 30 + bytes.readUInt16LE(at + 26)
    if (bytes.readUInt16LE(at + 8) === 8) {
      const inflated = inflateRawSync(bytes.subarray(begins), { finishFlush: constants.Z_SYNC_FLUSH })
      return inflated.toString().replace(/<[^>]*>/g, ' ')
    }
    texts.push(textInFile(bytes.subarray(begins, begins + size)))
    at = begins + size
  }
  return texts.join(' ')
}
