import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

// What the promise of package.json (browserslist) must cover: nothing translates these into something older.
const { browserslist } = JSON.parse(readFileSync('package.json', 'utf8')) as { browserslist: string[] }
const floorOf = (name: string): number =>
  Number(browserslist.map((one) => new RegExp(`^${name} >= ([\\d.]+)$`).exec(one)?.[1]).find(Boolean))

/** First versions of iOS and of Chrome that know it, from the public compatibility tables. */
const since: [what: string, pattern: RegExp, ios: number, chrome: number][] = [
  ['gap between flex items', /[\s;{](row-|column-)?gap:/, 14.5, 84],
  ['inset', /[\s;{]inset(-block|-inline)?:/, 14.5, 87],
  ['one transform alone', /[\s;{](translate|rotate|scale):/, 14.5, 104],
  [':is, :where', /:(is|where)\(/, 14, 88],
  ['clamp', /\bclamp\(/, 13.4, 79],
  ['aspect-ratio', /[\s;{]aspect-ratio:/, 15, 88],
  ['accent-color', /[\s;{]accent-color:/, 15.4, 93],
  ['overscroll-behavior', /[\s;{]overscroll-behavior/, 16, 63],
  [':has', /:has\(/, 15.4, 105],
  [':focus-visible', /:focus-visible/, 15.4, 86],
  ['the height that is seen', /\d(d|s|l)v[hw]\b/, 15.4, 108],
  ['layers', /@layer\b/, 15.4, 99],
  ['containers', /@container\b|[\s;{]container-type:/, 16, 105],
  ['color-mix', /\bcolor-mix\(/, 16.2, 111],
  ['nesting', /\{[^}]*&/, 17.2, 120],
]

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && !file.endsWith('.h5.css'))
  .map((file) => ({ file, text: readFileSync(path.join('src', file), 'utf8').replace(/\/\*.*?\*\//gs, '') }))

const tooNew = (ios: number, chrome: number, all = sheets) =>
  all.flatMap(({ file, text }) =>
    since
      .filter(
        ([, pattern, fromIos, fromChrome]) => (fromIos > ios || fromChrome > chrome) && pattern.test(text),
      )
      .map(([what]) => `${file}: ${what}`),
  )

test('no style asks for what the oldest phones served do not know', () => {
  expect(tooNew(floorOf('iOS'), floorOf('Chrome'))).toEqual([])
})

test('the test finds what is too new', () => {
  const sheet = { file: 'x.css', text: '.a { gap: 8px } .b:has(.c) { inset: 0; height: 100dvh }' }
  expect(tooNew(13, 80, [sheet])).toEqual([
    'x.css: gap between flex items',
    'x.css: inset',
    'x.css: :has',
    'x.css: the height that is seen',
  ])
  expect(tooNew(13, 80).length).toBeGreaterThan(50)
})
