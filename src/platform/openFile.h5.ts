const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves a spreadsheet (base64). */
export function openFile(content: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = `data:${type};base64,${content}`
  link.download = name
  link.click()
  return Promise.resolve()
}
