import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => file.split(path.sep).join('/'))
const text = (file: string) => readFileSync(path.join('src', file), 'utf8')
const using = (pattern: RegExp) => sources.filter((file) => pattern.test(text(file))).sort()

test('every page exports itself with a fresh start for when it cannot be drawn', () => {
  const pages = using(/./)
    .filter((file) => file.endsWith('/index.config.ts'))
    .map((file) => file.replace('index.config.ts', 'index.tsx'))
    .filter((file) => !file.startsWith('custom-tab-bar/'))
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter((file) => !/^export default page\(/m.test(text(file)))).toEqual([])
})

// An act is named by its content (useCloudAction.runOnce). Those that wait on the phone carry their name with them.
test('no form names its acts itself', () => {
  const allowed = ['features/activity/hooks/useMeeting.ts', 'features/reminder/hooks/useReminders.ts']
  const naming = using(/\bmakeNonce\b/).filter((file) => !file.startsWith('cloud/'))
  expect(naming).toEqual(allowed)
})

test('what WeChat may refuse to do is asked for where a platform is known and where pages are opened, and there a failure is said', () => {
  const fallible =
    /Taro\.(setClipboardData|downloadFile|openDocument|shareFileMessage|choose\w+|scanCode|navigateTo|redirectTo|switchTab|reLaunch|navigateBack|requestSubscribeMessage|addPhoneCalendar|openPrivacyContract|saveImage\w+)\b/
  expect(using(fallible).filter((file) => !file.startsWith('platform/'))).toEqual(['navigation/navigate.ts'])
})

test('an address is decoded by the one function that does not throw', () => {
  expect(using(/decodeURIComponent\(/)).toEqual(['platform/decoded.ts'])
})

test('no page listens to an event that the templates of WeChat do not pass on', () => {
  const unheard = jest.requireActual<RegExp>('../../config/aria/unheard')
  const listens = (file: string) =>
    [...text(file).matchAll(/\bon([A-Z]\w+)=/g)].some(([, event]) => unheard.test(`bind${event}`))
  expect(sources.filter(listens)).toEqual([])
  expect(
    ['bindTouchStart', 'bindLongPress', 'bindanimationend', 'bindkeyboardheightchange'].every((name) =>
      unheard.test(name),
    ),
  ).toBe(true)
  expect(
    ['bindtap', 'bindTouchMove', 'bindScroll', 'bindgetphonenumber'].some((name) => unheard.test(name)),
  ).toBe(false)
})

test('no page sets what the templates of WeChat do not pass on', () => {
  const unset = jest.requireActual<RegExp>('../../config/aria/unset')
  const inTemplate = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const sets = (file: string) =>
    [
      ...text(file).matchAll(
        /<(?:View|Text|ScrollView|Image|Swiper|Input|Textarea|Picker|Canvas|Button)\b((?:=>|[^>])*)/g,
      ),
    ].some(([, given = '']) =>
      [...given.matchAll(/\b([a-zA-Z]+)(?=[=\s:,}]|$)/g)].some(([, name = '']) =>
        unset.test(inTemplate(name)),
      ),
    )
  expect(sources.filter(sets)).toEqual([])
  expect(
    [
      'hoverStayTime',
      'userSelect',
      'selectable',
      'scrollIntoView',
      'lazyLoad',
      'password',
      'sendMessageTitle',
    ]
      .map(inTemplate)
      .every((name) => unset.test(name)),
  ).toBe(true)
  expect(
    ['hoverClass', 'mode', 'scrollLeft', 'refresherEnabled', 'maxlength', 'autoHeight', 'openType']
      .map(inTemplate)
      .some((name) => unset.test(name)),
  ).toBe(false)
})

// A schema brings its library along: 16 KB in the package that every phone waits for. What a phone needs of the contract's words stands in lists.ts.
test('no page loads the schemas of the contract', () => {
  const light = ['lists', 'answer', 'consentVersion', 'functionOf']
  const loading = sources.flatMap((file) =>
    [...text(file).matchAll(/^import (?!type\b)\{([^}]*)\} from '@domain\/contract\/(\w+)'/gm)]
      .filter(([, names = '']) => names.split(',').some((name) => !/^\s*(type\b.*)?$/.test(name)))
      .flatMap(([, , from = '']) => (light.includes(from) ? [] : [`${file} ${from}`])),
  )
  expect(loading).toEqual([])
})
