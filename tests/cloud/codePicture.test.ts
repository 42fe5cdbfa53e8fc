import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { newToken } from '@cloud/lib/people/identity/invitation'
import { householdCode, invitationCode, posterCode, SCENE_LONGEST } from '@domain/checkin/staticCode'
import { openIdOf } from './people'
import { secretary, World } from './world'

const getUnlimited = { api: 'wxacode.getUnlimited', openid: secretary }
const poster = posterCode('abcdefgh12345678')

/** What a phone reads in the picture. */
function readIn(picture: string): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture, 'base64'))
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

describe('without a filed domain', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start()
  })
  afterAll(() => world.stop())
  const ask = (code: string, who = secretary) => world.get(who, 'code.picture', { code })

  test('WeChat draws posters, door codes and invitations, and the picture reads as the code', async () => {
    for (const code of [poster, householdCode('door-of-h1-00001'), invitationCode(newToken())]) {
      expect(code.length).toBeLessThanOrEqual(SCENE_LONGEST)
      const { picture = '' } = await ask(code)
      expect(readIn(picture)).toBe(code)
      expect(picture.length).toBeLessThan(100_000)
    }
  })

  test('what changes by itself, somebody else’s code and a text too long for WeChat get none', async () => {
    const reason = (code: string) => world.reason(secretary, 'code.picture', { code })
    expect(await reason('1.a1.2s3f.ABCDEFGHIJKLMN')).toBe('invalid_request')
    expect(await reason('M1.alias.2s3f.ABCDEFGHIJKLMN')).toBe('invalid_request')
    expect(await reason('https://x.gov.cn/c?t=P1.a')).toBe('invalid_request')
    // An invitation of the release before: one character more than WeChat takes.
    expect(await ask(invitationCode('a'.repeat(SCENE_LONGEST - 2)))).toEqual({})
  })

  test('a code nobody has given out is drawn like any other, and nothing is looked up', async () => {
    await ask(poster)
    const known = world.lastInvocation().calls.map(({ action }) => action)
    expect(readIn((await ask(posterCode('never-given-0001'))).picture ?? '')).toBe('P1.never-given-0001')
    expect(world.lastInvocation().calls.map(({ action }) => action)).toEqual(known)
  })

  test.each(['lost', 41030] as const)(
    'when WeChat says %s there is no picture and no failure',
    async (how) => {
      world.emulator.failOpenApi(getUnlimited, how)
      expect(await ask(poster)).toEqual({})
      world.emulator.failOpenApi(getUnlimited, null)
    },
  )

  test('each has a thousand a day', async () => {
    const who = openIdOf('m4')
    await ask(poster, who)
    const day = '2026-09-15'
    const [row] = world.emulator.database.find('attempts', { openId: who, kind: 'picture' })
    const rows = Array.from({ length: 999 }, (_, n) => ({ ...row, _id: `${who}_${day}_picture_${n + 1}` }))
    world.emulator.database.insertMany('attempts', rows)
    expect(await world.reason(who, 'code.picture', { code: poster })).toBe('too_many_attempts')
  })

  test('a stranger is asked to bind first', async () => {
    expect(await world.reason('stranger-1', 'code.picture', { code: poster })).toBe('unbound')
  })
})

describe('with a filed domain', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start({ env: { CODE_PREFIX: 'https://x.gov.cn/c?t=' } })
  })
  afterAll(() => world.stop())

  test('nothing is asked of WeChat: the plain code of the link is enough', async () => {
    world.emulator.failOpenApi(getUnlimited, 40001)
    expect(await world.get(secretary, 'code.picture', { code: poster })).toEqual({})
    expect(world.lastInvocation().lines.join('\n')).not.toContain('getUnlimited')
  })
})
