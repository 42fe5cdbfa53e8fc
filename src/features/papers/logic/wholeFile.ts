import type { FilePiece } from '@domain/contract/paper'
import type { PaperFile } from '../components/FileSheet'

interface Piece extends PaperFile {
  next?: FilePiece | undefined
}

/** Asks for one piece of a file after the other; undefined where one is refused: what has come is no file. */
export async function wholeFile(
  ask: (next: { piece?: FilePiece }) => Promise<Piece | undefined>,
): Promise<PaperFile | undefined> {
  const first = await ask({})
  const more: string[] = []
  let last = first
  while (last?.next) {
    last = await ask({ piece: last.next })
    if (!last) return undefined
    more.push(last.content)
  }
  return first && { fileName: first.fileName, content: first.content, more }
}
