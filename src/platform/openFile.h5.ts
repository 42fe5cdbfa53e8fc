/** Saves a document of the local cloud. */
export function openFile(url: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  return Promise.resolve()
}
