import { unzipSync } from 'fflate'
import JSZip from 'jszip'
import { readSheet } from 'read-excel-file/node'

interface Listed {
  chapter: string
  name: string
  day: string
  digest: string
  remark: string
}
/** The .zip as JSZip reads it, and its list. */
export const openPatrol = async (file: Buffer) => {
  const { files } = await JSZip.loadAsync(file, { checkCRC32: true })
  const bytes = (name: string) => files[name]!.async('nodebuffer')
  const list = await bytes('00-目录.xlsx')
  const rows = async (sheet: string) =>
    (await readSheet(list, sheet)).slice(3).filter(([number]) => typeof number === 'number')
  const listed = (await rows('目录')).map(([, ...cells]): Listed => {
    const [chapter = '', name = '', day = '', digest = '', remark = ''] = cells.map((cell) =>
      String(cell ?? ''),
    )
    return { chapter, name, day, digest, remark }
  })
  return { names: Object.keys(files), bytes, list, rows, listed }
}
/** Texts of a file of Word or Excel without when it was made. */
export const partsOf = (file: Buffer) =>
  Object.entries(unzipSync(file))
    .filter(([name]) => name !== 'docProps/core.xml')
    .map(([name, part]) => [name, Buffer.from(part).toString()])
