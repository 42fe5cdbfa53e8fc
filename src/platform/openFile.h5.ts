import { download } from './download.h5'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves a spreadsheet (base64). */
export function openFile(content: string, name: string): Promise<void> {
  download(`data:${type};base64,${content}`, name)
  return Promise.resolve()
}
