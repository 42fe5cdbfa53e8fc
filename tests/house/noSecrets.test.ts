import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const src = path.resolve(__dirname, '../../src')
const words = '涉密和敏感内容不得录入'

/** Nothing typed here is kept: searches, and the fields themselves, whose forms carry the words. */
const keepsNothing = [
  'components/SearchField/SearchField.tsx',
  'components/TextField/TextField.tsx',
  'features/activity/components/UncheckedBind.tsx',
  'features/identity/components/BranchSheet.tsx',
  // A field of lists/row, which carries the words.
  'features/keptLists/components/RowField.tsx',
  'features/rules/components/GrowingText.tsx',
  'features/service/components/PaperList.tsx',
  'pages/gallery/Actions.tsx',
  // A field of PlanFields, whose form carries the words.
  'features/activity/components/LecturerField.tsx',
  // Four digits, which are compared.
  'self/invitation/index.tsx',
]

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
const textOf = (file: string) => readFileSync(path.join(src, file), 'utf8')
const typing = files.filter((file) => /<(Input|Textarea|TextField|GrowingText)\b/.test(textOf(file)))

test('there are forms to look at', () => {
  expect(typing.length).toBeGreaterThan(10)
})

test.each(typing.filter((file) => !keepsNothing.includes(file)))(
  '%s says what must not be written where one types',
  (file) => {
    const text = textOf(file)
    expect(text.includes('<NoSecrets') || text.includes(words)).toBe(true)
  },
)
