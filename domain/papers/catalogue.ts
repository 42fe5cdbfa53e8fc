import type { Period } from '../time/period'
import { periodName } from './fileName'
import type { SheetPaper } from './paper'

interface Catalogued {
  organisation: string
  span: Period
  files: readonly string[]
}

/** A name that stands twice gets a number: `a.docx`, `a(2).docx`. */
export function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : name.replace(/(\.\w+)$/, `(${times})$1`)
  })
}

/** 目录 of what is packed, a row a file. */
export const catalogue = ({ organisation, span, files }: Catalogued): SheetPaper => ({
  sheets: [
    {
      name: '目录',
      title: '文件目录',
      note: `${organisation}　${periodName(span)}`,
      columns: [
        { title: '序号', width: 8 },
        { title: '文件', width: 80 },
      ],
      rows: files.map((file, index) => [index + 1, file]),
    },
  ],
})
