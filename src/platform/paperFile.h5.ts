import { download } from './download.h5'

export const paperWays = (_fileName: string): { way: 'disk'; label: string }[] => [
  { way: 'disk', label: '保存到电脑' },
]

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** Saves a paper, whose pieces (base64) stand behind one another, as a file of the browser. */
export function passPaper(_way: 'disk', pieces: readonly string[], fileName: string): Promise<void> {
  const address = URL.createObjectURL(new Blob(pieces.map(bytesOf)))
  download(address, fileName)
  URL.revokeObjectURL(address)
  return Promise.resolve()
}
