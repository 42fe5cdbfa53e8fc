export const keepLabel = '保存文件'

/** Saves a text as a file of the browser. */
export function keepText(fileName: string, text: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
  return Promise.resolve()
}
