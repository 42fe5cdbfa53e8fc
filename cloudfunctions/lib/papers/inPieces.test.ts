import { randomBytes } from 'node:crypto'
import type { FilePiece } from '@domain/contract/paper'
import { inPieces, MOST_BYTES } from './inPieces'

const bytes = randomBytes(2 * MOST_BYTES + 1)
const made = (content: Uint8Array, at = 1) => ({ fileName: 'a.xlsx', bytes: content, at })

function whole(file: Uint8Array) {
  const pieces: Buffer[] = []
  let next: FilePiece | undefined
  do {
    const piece = inPieces(made(file), next)
    if (!piece.ok) throw new Error(piece.reason)
    pieces.push(Buffer.from(piece.data.content, 'base64'))
    next = piece.data.next
  } while (next)
  return pieces
}

test.each([
  [0, 1],
  [MOST_BYTES, 1],
  [MOST_BYTES + 1, 2],
  [2 * MOST_BYTES, 2],
  [2 * MOST_BYTES + 1, 3],
])('a file of %i bytes comes in %i pieces, which are the file', (length, count) => {
  const file = bytes.subarray(0, length)
  const pieces = whole(file)
  expect(pieces).toHaveLength(count)
  expect(Buffer.concat(pieces).equals(file)).toBe(true)
})

test('each piece carries on what the file is dated; one that has come out otherwise has no further piece', () => {
  const first = inPieces(made(bytes, 7), undefined)
  const next = first.ok ? first.data.next : undefined
  expect(next).toMatchObject({ at: 7, from: MOST_BYTES })
  expect(inPieces(made(randomBytes(bytes.length), 7), next)).toMatchObject({ reason: 'book_changed' })
})
