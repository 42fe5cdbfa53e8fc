import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import { fonts, LINE, size } from './layout'

const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })
const exact = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

/** Named, so that a text carries a style's name instead of four fonts, and whoever edits the paper changes them in one place. */
export const style = {
  title: 'PaperTitle',
  draft: 'PaperDraft',
  heading: 'PaperHeading',
  text: 'PaperText',
  label: 'PaperLabel',
  cell: 'PaperCell',
  small: 'PaperSmall',
  cover: 'PaperCover',
  foot: 'PaperFoot',
  number: 'PaperNumber',
} as const

type Look = Pick<IParagraphStyleOptions, 'run' | 'paragraph'>
const centred = AlignmentType.CENTER

const looks: Record<keyof typeof style, [name: string, look: Look]> = {
  title: [
    '公文标题',
    {
      run: { font: font(fonts.title), size: size.title },
      paragraph: { alignment: centred, spacing: { ...exact, line: 700, after: 240 }, keepNext: true },
    },
  ],
  draft: ['草稿', { run: { font: font(fonts.heading), size: size.body }, paragraph: { spacing: exact } }],
  heading: [
    '公文小标题',
    {
      run: { font: font(fonts.heading), size: size.body },
      paragraph: { spacing: { ...exact, before: 120, after: 60 }, keepNext: true },
    },
  ],
  text: ['公文正文', { run: { font: font(fonts.body), size: size.body }, paragraph: { spacing: exact } }],
  label: [
    '栏名',
    {
      run: { font: font(fonts.heading), size: size.cell },
      paragraph: { alignment: centred, spacing: exact },
    },
  ],
  cell: ['栏内', { run: { font: font(fonts.body), size: size.cell }, paragraph: { spacing: exact } }],
  small: [
    '小栏',
    {
      run: { font: font(fonts.body), size: size.small },
      paragraph: { alignment: centred, spacing: { ...exact, line: 280 } },
    },
  ],
  cover: [
    '封面',
    {
      run: { font: font(fonts.title), size: size.cover },
      paragraph: { alignment: centred, spacing: { ...exact, line: 1000, before: 3000, after: 1600 } },
    },
  ],
  foot: [
    '落款',
    {
      run: { font: font(fonts.body), size: size.cell },
      paragraph: { alignment: AlignmentType.RIGHT, spacing: exact },
    },
  ],
  number: ['页码', { run: { font: font(fonts.number), size: size.cell } }],
}

export const styles: IStylesOptions = {
  default: { document: { run: { font: font(fonts.body), size: size.body } } },
  paragraphStyles: Object.entries(looks).map(([key, [name, look]]) => ({
    id: style[key as keyof typeof style],
    name,
    basedOn: 'Normal',
    ...look,
  })),
}
