import { download } from './download.h5'

export const keepLabel = '保存文件'

/** Saves a text as a file of the browser. */
export function keepText(fileName: string, text: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  download(address, fileName)
  URL.revokeObjectURL(address)
  return Promise.resolve()
}
