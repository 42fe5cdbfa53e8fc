import jsQR from 'jsqr'
import { convertToHtml, extractRawText } from 'mammoth'
import { PNG } from 'pngjs'
import type { Household } from '@cloud/lib/store/collections/households'
import { householdCode } from '@domain/checkin/staticCode'
import { contractVersion } from '@domain/contract/answer'
import { aBranch } from '@domain/testing/builders'
import { identities, members, openIdOf, organisations } from './people'
import { contact, doors, otherContact, worldWithPlaces } from './places'
import { textInFile } from './textInFile'
import { newNonce, World } from './world'

const county = 'openid-county'
const linked = openIdOf('v1')

let world: World
const inOwnWorld = () => {
  beforeAll(async () => {
    world = await worldWithPlaces()
    // Stands under nobody, as villages of a county's register do.
    const beside = aBranch({ _id: 'beside', type: 'village', name: '树外村', parentId: null })
    world.emulator.database.insertMany('organisations', [beside as unknown as Record<string, unknown>])
  })
  afterAll(() => world.stop())
}

const cardsAs = (who: string, villageId?: string) =>
  world.get(who, 'household.cards', villageId === undefined ? {} : { villageId })
const set = (who: string, householdId: string, to: 'renewed' | 'stopped', nonce = newNonce()) =>
  world.reason(who, 'household.setCard', { householdId, to, nonce })
const stored = (_id: string) => world.emulator.database.find('households', { _id })[0] as unknown as Household
const audits = () => world.emulator.database.find('audit', { what: 'card' })
/** Village 1 gets more households, 10 号 and on. */
const addHouseholds = (many: number, from = 0) =>
  world.emulator.database.insertMany(
    'households',
    Array.from({ length: many }, (_, n) => n + from).map((i) => ({
      ...{ _id: `more${i}`, number: `${i + 10} 号`, villageId: 'village1', memberIds: [] },
      doorCode: `door-of-more-${String(i).padStart(4, '0')}`,
    })),
  )

describe('the cards of a village', () => {
  inOwnWorld()

  test('are numbers, states and codes; no name, nobody linked, nothing typed', async () => {
    const page = await cardsAs(contact)
    expect(page).toEqual({
      village: { id: 'village1', name: '青山村' },
      villages: [{ id: 'village1', name: '青山村' }],
      codePrefix: '',
      cards: [
        { householdId: 'h1', number: '07 号', state: 'unprinted', code: doors.h1 },
        { householdId: 'h2', number: '08 号', state: 'unprinted', code: doors.h2 },
      ],
    })
  })

  test('the work committee chooses among all villages; a contact has the own one, and nobody else any', async () => {
    expect((await cardsAs(county)).villages.map(({ id }) => id).sort()).toEqual([
      'beside',
      'village1',
      'village2',
    ])
    expect((await cardsAs(county, 'beside')).village?.name).toBe('树外村')
    expect((await cardsAs(county, 'village2')).cards).toEqual([])
    expect(await world.reason(otherContact, 'household.cards', { villageId: 'village1' })).toBe('forbidden')
    expect(await world.reason(linked, 'household.cards', {})).toBe('forbidden')
    expect(await set(otherContact, 'h1', 'stopped')).toBe('forbidden')
    expect(await set(linked, 'h1', 'renewed')).toBe('forbidden')
    expect(await set(contact, 'nowhere', 'renewed')).toBe('forbidden')
  })

  test('a card that was scanned hangs at its door, until it is replaced', async () => {
    const request = { code: doors.h1, purposes: ['heart'], occurredAt: world.now(), nonce: newNonce() }
    await world.get(linked, 'household.visit', request)
    const first = async () => (await cardsAs(contact)).cards[0]
    expect(await first()).toMatchObject({ state: 'in_use', scannedOn: '2026-09-22' })
    await set(contact, 'h1', 'renewed')
    expect(await first()).toMatchObject({ state: 'unprinted', renewed: true, scannedOn: '2026-09-22' })
  })
})

test('a county without a village says so, and is no refusal', async () => {
  const people = {
    organisations: organisations.filter(({ type }) => type !== 'village'),
    members,
    identities,
  }
  world = await World.start({ people })
  try {
    expect(await cardsAs(county)).toMatchObject({ village: null, villages: [], cards: [] })
  } finally {
    await world.stop()
  }
})

describe('换一张 and 停用', () => {
  inOwnWorld()

  const open = (who: string, code: string) =>
    world.post(who, { action: 'household.open', contractVersion, data: { code } })
  /** The answer and every call to the database, as whoever listens to the line sees them. */
  const heard = async (who: string, code: string) => {
    const { result } = await open(who, code)
    const calls = world.lastInvocation().calls.map(({ action, collection }) => [action, collection])
    return { text: JSON.stringify({ ...result, at: 0 }), calls }
  }

  test.each([
    ['renewed', 'h1'],
    ['stopped', 'h2'],
  ] as const)(
    'the code of a card %s is a stranger’s: the same bytes and the same calls, to the linked member too',
    async (to, household) => {
      await open(linked, doors[household])
      const unknown = await heard(linked, 'H1.0000000000000000')
      expect(await set(contact, household, to)).toMatch(/^ok/)
      expect(await heard(linked, doors[household])).toEqual(unknown)
      const visit = {
        code: doors[household],
        purposes: ['heart'],
        occurredAt: world.now(),
        nonce: newNonce(),
      }
      expect(await world.reason(linked, 'household.visit', visit)).toBe('not_own_household')
    },
  )

  test('the new code is the household’s; a stopped one has none that anybody is told', async () => {
    const code = (await cardsAs(contact)).cards[0]?.code ?? ''
    expect(code).not.toBe(doors.h1)
    expect(await world.get(linked, 'household.open', { code })).toMatchObject({ household: { id: 'h1' } })
    await set(county, 'h1', 'stopped')
    expect((await cardsAs(contact)).cards[0]).toEqual({
      ...{ householdId: 'h1', number: '07 号', state: 'stopped', renewed: true },
    })
    expect(householdCode(stored('h1').doorCode)).not.toBe(code)
    await set(contact, 'h1', 'renewed')
    expect((await cardsAs(contact)).cards[0]).toMatchObject({ state: 'unprinted' })
  })

  test('tapped twice, and sent again, it is one change and one row of the audit, without the code', async () => {
    addHouseholds(1)
    const nonce = newNonce()
    const [first, second] = await Promise.all([1, 2].map(() => set(contact, 'more0', 'renewed', nonce)))
    expect([first, second]).toContain('ok: {"householdId":"more0"}')
    const { doorCode } = stored('more0')
    expect(await set(contact, 'more0', 'renewed', nonce)).toMatch(/^ok/)
    expect(stored('more0').doorCode).toBe(doorCode)
    const rows = audits().filter(({ to }) => (to as { householdId?: string }).householdId === 'more0')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ placeId: 'village1', result: 'renewed', to: { householdId: 'more0' } })
    expect(JSON.stringify(rows)).not.toContain(doorCode)
  })
})

describe('oneself', () => {
  inOwnWorld()

  /** v1, who is linked with both households, is for once the village's contact as well. */
  const both = 'openid-both'
  beforeAll(() => {
    const identity = { ...world.emulator.database.find('identities', { _id: contact })[0], memberId: 'v1' }
    world.emulator.database.insertMany('identities', [{ ...identity, _id: both }])
  })

  test('where all are the own ones there is nothing to print', async () => {
    expect(await world.reason(both, 'paper.ofVillage', { villageId: 'village1' })).toBe('no_cards')
  })

  test('whoever is linked with a household neither sees nor changes nor prints its card', async () => {
    addHouseholds(1)
    const { cards } = await cardsAs(both)
    expect(cards.map(({ own, code }) => [own, code])).toEqual([
      [true, undefined],
      [true, undefined],
      [undefined, 'H1.door-of-more-0000'],
    ])
    const before = world.emulator.database.count('audit')
    expect(await set(both, 'h1', 'renewed')).toBe('card_own')
    expect(await set(both, 'h1', 'stopped')).toBe('card_own')
    expect(world.emulator.database.count('audit')).toBe(before)
    const { content, cards: printed } = await world.get(both, 'paper.ofVillage', { villageId: 'village1' })
    expect(printed).toBe(1)
    expect(textInFile(content)).not.toMatch(/0[78] 号/)
    expect(stored('h1').printedAt).toBeUndefined()
  })
})

describe('printed', () => {
  inOwnWorld()

  const print = (who = contact, afterId?: string) =>
    world.get(who, 'paper.ofVillage', { villageId: 'village1', ...(afterId !== undefined && { afterId }) })
  const picturesIn = async (content: string) => {
    const { value } = await convertToHtml({ buffer: Buffer.from(content, 'base64') })
    return [...value.matchAll(/src="data:image\/png;base64,([^"]+)"/g)].map(([, data = '']) =>
      PNG.sync.read(Buffer.from(data, 'base64')),
    )
  }
  const linesIn = async (content: string) => {
    const { value } = await extractRawText({ buffer: Buffer.from(content, 'base64') })
    return value.split('\n').filter((line) => line.trim() !== '')
  }
  const decoded = ({ data, width, height }: { data: Uint8Array; width: number; height: number }) =>
    jsQR(new Uint8ClampedArray(data), width, height)?.data

  test('village, number and code, six on an A4; an odd last sheet; stopped ones not; and all is told', async () => {
    addHouseholds(6)
    await set(contact, 'h2', 'stopped')
    const { fileName, content, cards, next } = await print()
    expect(fileName).toBe('青山村-2026-09-22-便民联系卡.docx')
    expect([cards, next]).toEqual([7, undefined])
    const numbers = ['07', '10', '11', '12', '13', '14', '15']
    expect(await linesIn(content)).toEqual(
      numbers.flatMap((number) => ['便民联系卡', `青山村　${number} 号`]),
    )
    const codes = (await picturesIn(content)).map(decoded)
    expect(codes).toEqual([doors.h1, ...numbers.slice(1).map((_, i) => `H1.door-of-more-000${i}`)])
    expect(textInFile(content)).not.toMatch(/帮扶|脱贫|户主|走访同志|从前同志|1\d{10}/)
    expect(stored('h1').printedAt).toBeGreaterThan(0)
    expect(stored('h2').printedAt).toBeUndefined()
    expect(audits().map(({ result, to }) => [result, to])).toContainEqual(['printed', { cards: 7 }])
    expect((await cardsAs(contact)).cards.map(({ state }) => state)).toEqual([
      'in_use',
      'stopped',
      ...Array<string>(6).fill('in_use'),
    ])
  })

  test('more than an answer holds go on in the next file, from the card after', async () => {
    addHouseholds(293, 6)
    const seen: string[] = []
    let after: string | undefined
    do {
      const { content, next } = await print(contact, after)
      expect(content.length).toBeLessThan(900 * 1024)
      seen.push(...(await linesIn(content)).filter((line) => line.startsWith('青山村')))
      after = next
    } while (after !== undefined)
    expect(new Set(seen).size).toBe(300)
    expect(seen).toHaveLength(300)
  })

  describe('when WeChat draws none', () => {
    beforeAll(() => world.emulator.failOpenApi({ api: 'wxacode.getUnlimited', openid: contact }, 41030))

    /** As a phone sees it, four pixels a module: black no darker than `grey`, each pixel the mean of those up to `blur` mm around it. */
    const seen = (png: PNG, grey: number, blur: number) => {
      const side = png.width / 3
      const reach = Math.max(1, Math.round((blur * png.width) / 47))
      const at = (x: number, y: number) => (png.data[(y * png.width + x) * 4] === 0 ? grey : 255)
      const around = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach)
      const inside = (value: number) => Math.min(Math.max(value, 0), png.width - 1)
      const data = new Uint8Array(side * side * 4).fill(255)
      for (let y = 0; y < side; y += 1)
        for (let x = 0; x < side; x += 1) {
          const near = around.flatMap((dy) =>
            around.map((dx) => at(inside(x * 3 + 1 + dx), inside(y * 3 + 1 + dy))),
          )
          const mean = near.reduce((sum, value) => sum + value, 0) / near.length
          data.fill(Math.round(mean), (y * side + x) * 4, (y * side + x) * 4 + 3)
        }
      return { data, width: side, height: side }
    }

    test('the plain code is read off the paper: clear, at half the grey, and blurred', async () => {
      const { content } = await print()
      const [png] = await picturesIn(content)
      if (!png) throw new Error('no picture')
      // 47 mm with the rim of four modules on both sides: the code itself is 35 mm.
      const modules = png.width / 12
      expect(((modules - 8) / modules) * 47).toBeGreaterThanOrEqual(35)
      expect(decoded(png)).toBe(doors.h1)
      // Half a module around each point: with 1 mm nothing is left to be told apart.
      for (const grey of [0, 128])
        for (const blur of [0, 0.5, 0.75])
          expect([grey, blur, decoded(seen(png, grey, blur))]).toEqual([grey, blur, doors.h1])
    })
  })
})
