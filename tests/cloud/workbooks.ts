import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'

const SHEET = 'xl/worksheets/sheet1.xml'

/** A workbook of one sheet with this data. */
export async function withSheet(data: string): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: '名册', rows: [['placeholder']] }] }))
  const sheet = parts[SHEET]
  if (!sheet) throw new Error(`the workbook has no ${SHEET}`)
  const text = strFromU8(sheet)
    .replace(/<dimension[^>]*>/, '')
    .replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${data}</sheetData>`)
  return zipSync({ ...parts, [SHEET]: strToU8(text) }, { level: 0 })
}
