/** GB/T 9704-2012 in twips (1/20 pt): A4, top 37 mm, left 28 mm, type area 156 × 225 mm. docx's own helper for mm comes out one short. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 851, footer: 1400 },
}
export const typeWidth = page.size.width - page.margin.left - page.margin.right

/** 28 pt exact, as the hand and the offices are used to; not in the standard. */
export const LINE = 560

/** Half-points: 小初, 2号, 3号, 4号, and 六号 for a year's twelve months side by side. */
export const size = { cover: 72, title: 44, body: 32, cell: 28, small: 15 }

/** The standard says 仿宋, not 仿宋_GB2312, whose 6,763 characters miss rare names. */
export const fonts = { title: '方正小标宋简体', body: '仿宋', heading: '黑体', number: '宋体' } as const

/**
 * What a reader takes where a font is not installed, as ISO 29500-1 17.8.3 has it: by name, then by family and character set (86: GB 2312).
 * No font is embedded: that would be a question of licences, and megabytes.
 */
const substitutes: Record<string, { instead: string; family: string; panose: string }> = {
  [fonts.title]: { instead: '华文中宋,宋体', family: 'roman', panose: '02010600040101010101' },
  [fonts.body]: {
    instead: '仿宋_GB2312,FangSong,STFangsong',
    family: 'modern',
    panose: '02010609060101010101',
  },
  [fonts.heading]: { instead: 'SimHei,STHeiti', family: 'modern', panose: '02010609060101010101' },
  [fonts.number]: { instead: 'SimSun,STSong', family: 'auto', panose: '02010600030101010101' },
}

/** The part word/fontTable.xml. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(substitutes)
  .map(
    ([name, { instead, family, panose }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`
