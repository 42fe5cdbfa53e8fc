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

/** From now on whatever the cloud answers this phone holds the long names. */
export async function tellLongNames(world: World, page: Page): Promise<void> {
  const names = longNames(world)
  const longestFirst = [...names.keys()].sort((one, other) => other.length - one.length)
  const known = new RegExp(longestFirst.join('|'), 'g')
  await page.context().route(/\/client\//, async (route) => {
    const response = await route.fetch()
    const text = (await response.text()).replace(known, (name) => names.get(name) ?? name)
    await route.fulfill({ response, body: text })
  })
}
