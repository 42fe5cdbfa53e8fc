import fs from 'node:fs'
import { privacyText } from './privacyText'

test('the document and the page say the same, word for word', () => {
  const document = fs.readFileSync('docs/隐私说明.md', 'utf8')
  const sections = privacyText.map(({ title, lines }) =>
    [`## ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n'),
  )
  expect(document).toBe(`${['# 隐私说明', ...sections].join('\n\n')}\n`)
})
