import mammoth from 'mammoth'
import type { TextPaper } from '@domain/papers/paper'
import { writeWord } from './writeWord'

const now = Date.parse('2026-09-22T15:00:00+08:00')
const columns = [
  { title: '序号', width: 10 },
  { title: '姓名', width: 20 },
]
const paper = (rows: string[][]): TextPaper => ({
  ...{ isDraft: false, title: '到会登记表' },
  blocks: [
    { is: 'heading', text: '前' },
    { is: 'table', columns, rows },
    { is: 'heading', text: '中' },
    { is: 'table', columns, rows: [], isSmall: true },
    { is: 'text', text: '后' },
  ],
})
const htmlOf = async (made: TextPaper) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(await writeWord(made, now)) })).value

test('tables stand where they belong, lines in a cell apart, signs of XML as they were typed', async () => {
  const html = await htmlOf(
    paper([
      ['1', '<甲> & "乙"\u0001'],
      ['2', '上\n下'],
    ]),
  )
  const text = html.replace(/<\/(td|th|p|tr)>/g, ' ').replace(/<[^>]+>/g, '')
  expect(text.replace(/\s+/g, ' ')).toContain('前 序号 姓名 1 &lt;甲&gt; &amp; "乙" 2 上 下 中 序号 姓名 后')
  expect(html.match(/<table>/g)).toHaveLength(2)
})

test('300 rows of six columns are a table of 300 rows', async () => {
  const html = await htmlOf(paper(Array.from({ length: 300 }, (_, index) => [`${index + 1}`, '姓名'])))
  expect(html.match(/<tr>/g)).toHaveLength(302)
})
