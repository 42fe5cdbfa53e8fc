import type { Page } from 'playwright-core'
import type { World } from './world'

/** As on a real register: 买买提江·阿不都热合曼江. The surname stays, so that two people are two. */
const personOf = (name: string): string =>
  `${name.slice(0, 1)}买提江·阿不都热合曼${name.slice(-1)}`.slice(0, 12)

const filler = '农业农村水利林业草原局机关离退休干部联合'
/** Twenty-four characters that begin and end as the name did. */
const placeOf = (name: string): string => {
  const end = name.slice(-3)
  const start = name.slice(0, -3)
  return `${start}${filler}`.slice(0, Math.max(start.length, 21)) + end
}

/** Every member of the demo and every organisation (but groups), with a name as long as they come. */
function longNames({ emulator: { database } }: World): Map<string, string> {
  const people = database.find('members').map(({ name }) => String(name))
  const places = database
    .find('organisations')
    .filter(({ type }) => type !== 'group' && type !== 'work_committee')
  return new Map([
    ...people.map((name) => [name, personOf(name)] as const),
    ...places.map(({ name }) => [String(name), placeOf(String(name))] as const),
  ])
}

/** Whatever the cloud answers this phone holds the long names, in every document that it opens from now on. */
export async function tellLongNames(world: World, page: Page): Promise<void> {
  const longestFirst = [...longNames(world)].sort(([one], [other]) => other.length - one.length)
  // Inside the page: a browser whose requests are intercepted from outside keeps no file of the page from one document to the next.
  await page.context().addInitScript((pairs) => {
    const { fetch } = window
    const names = new Map(pairs)
    const known = new RegExp([...names.keys()].join('|'), 'g')
    window.fetch = async (...asked) => {
      const response = await fetch(...asked)
      if (!response.url.includes('/client/')) return response
      const text = await response.text()
      return new Response(
        text.replace(known, (name) => names.get(name) ?? name),
        response,
      )
    }
  }, longestFirst)
}
