import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import { mintActivityCode } from '@domain/checkin/code'
import type { Action, ResponseOf } from '@domain/contract/actions'
import type { ActivityForm } from '@domain/contract/activity'
import { type Answer, contractVersion } from '@domain/contract/answer'
import { functionOf } from '@domain/contract/functionOf'
import { consentVersion } from '@domain/contract/privacy'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { startEmulator } from '../../emulator/index'
import type { Emulator, Invocation } from '../../emulator/types'
import { builtFunctions } from './functionsDir'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { unhurried } from '../unhurried'

type Rows = Record<string, unknown>[]

/** Words that the local WeChat refuses, or would have somebody look at. */
export const riskyWord = '违规词'
export const doubtfulWord = '存疑词'

/** A local cloud with two branches, reached as phones reach it. */
export class World {
  /** OPENIDs whose phones do not agree to the privacy text by themselves. */
  readonly asksFirst = new Set<string>()
  private readonly agreed = new Set<string>()

  private constructor(
    readonly emulator: Emulator,
    /** Where everything lies that is stored. */
    readonly dataDir: string,
    private readonly functionsDir: string,
  ) {}

  /** `env`: of the function processes; `functions`: a folder of others than those that are built, gone with this world. */
  static async start({
    functions,
    env = {},
    people = { organisations, members, identities },
  }: {
    functions?: string
    env?: Record<string, string>
    /** Who and what there is, instead of the two branches; `duties`: instead of the default ones. */
    people?: Record<string, object[]>
  } = {}): Promise<World> {
    const functionsDir = functions ?? (await builtFunctions())
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-tests-'))
    const emulator = await startEmulator({
      port: 0,
      dataDir,
      functionsDir,
      envId: 'demo-tests',
      collections,
      at: MOMENT,
      settings: {
        ...unhurried,
        storageRule: 'PRIVATE',
        env,
        content: { risky: [riskyWord], review: [doubtfulWord] },
      },
    })
    const rows: Record<string, object[]> = { duties: defaultDuties, ...people }
    for (const [name, list] of Object.entries(rows))
      if (list.length > 0) emulator.database.insertMany(name, list as unknown as Rows)
    return new World(emulator, dataDir, functionsDir)
  }

  async stop(): Promise<void> {
    await this.emulator.close()
    for (const folder of [this.functionsDir, this.dataDir])
      fs.rmSync(folder, { recursive: true, force: true })
  }

  /** Seconds that this function may take from now on, for a run that is to be killed; all others have more than their own limit says. */
  limitTime(name: string, timeout: number): void {
    const file = path.join(this.functionsDir, name, 'config.json')
    const config = JSON.parse(fs.readFileSync(file, 'utf8')) as object
    fs.writeFileSync(file, JSON.stringify({ ...config, timeout: timeout / unhurried.timeFactor }))
  }

  /** Phones agree to the privacy text before they ask for anything, unless a test says otherwise. */
  private agree(openId: string): void {
    if (openId === '' || this.asksFirst.has(openId) || this.agreed.has(openId)) return
    this.agreed.add(openId)
    const row = { _id: openId, version: consentVersion, at: MOMENT }
    if (this.emulator.database.count('consents', { _id: openId }) === 0)
      this.emulator.database.insertMany('consents', [row])
  }

  /** What the phone of `openId` gets back, whatever it sends. */
  async post(
    openId: string,
    data: unknown,
    name = 'api',
  ): Promise<{ result?: Answer<unknown>; errCode?: number; text: string }> {
    this.agree(openId)
    const text = await this.emulator.callFunction(openId, name, data)
    return { ...(JSON.parse(text) as object), text }
  }

  async call<A extends Action>(
    openId: string,
    action: A,
    data: unknown = {},
  ): Promise<Answer<ResponseOf<A>>> {
    const { result, text } = await this.post(openId, { action, contractVersion, data }, functionOf(action))
    if (!result) throw new Error(text)
    return result as Answer<ResponseOf<A>>
  }

  /** The data of an answer that must be a yes. */
  async get<A extends Action>(openId: string, action: A, data: unknown = {}): Promise<ResponseOf<A>> {
    const answer = await this.call(openId, action, data)
    if (!answer.ok) throw new Error(`${action} as ${openId}: ${JSON.stringify(answer)}`)
    return answer.data
  }

  /** The reason of an answer that must be a no. */
  async reason(openId: string, action: Action, data: unknown = {}): Promise<string> {
    const answer = await this.call(openId, action, data)
    return answer.ok ? `ok: ${JSON.stringify(answer.data)}` : answer.reason
  }

  lastInvocation(): Invocation {
    const [last] = this.emulator.invocations(1)
    if (!last) throw new Error('nothing was called')
    return last
  }

  /** Documents in the whole store but the consents: what was written shows here. */
  documents(): number {
    const { database } = this.emulator
    const names = database.collections().filter((name) => name !== 'consents')
    return names.reduce((sum, name) => sum + database.count(name), 0)
  }

  now(): number {
    return this.emulator.clock.now()
  }
}

export const secretary = openIdOf('m1')
export const officer = openIdOf('m2')
export const leader = openIdOf('m6')

let nonces = 0
export const newNonce = (): string => `nonce-${(nonces += 1)}-${Math.random().toString(36).slice(2, 10)}`

/** The whole branch's 主题党日 in ten minutes. */
export const aForm = (overrides: Partial<ActivityForm> = {}): ActivityForm => ({
  kind: 'theme_party_day',
  hostId: 'branch1',
  title: '9月主题党日',
  startsAt: MOMENT + 10 * 60_000,
  endsAt: MOMENT + 100 * 60_000,
  place: '局三楼会议室',
  chairId: 'm1',
  recorderId: 'm3',
  carries: ['study'],
  agenda: [{ text: '学习习近平总书记重要讲话精神', minutes: 30 }],
  expectedIds: members.filter(({ _id }) => _id.startsWith('m')).map(({ _id }) => _id),
  ...overrides,
})

/** Publishes and opens a meeting; minting happens on the organiser's phone, from the key of the board. */
export async function openMeeting(
  world: World,
  by: string = secretary,
  overrides: Partial<ActivityForm> = {},
) {
  const form = aForm(overrides)
  const { activityId } = await world.get(by, 'activity.save', { nonce: newNonce(), form, publish: true })
  await world.get(by, 'activity.setState', { activityId, to: 'open' })
  const { codeKey = '' } = await world.get(by, 'activity.board', { activityId })
  const code = (at: number = world.now()) => mintActivityCode({ activityId, codeKey, now: at })
  return { activityId, codeKey, code }
}

/** Scans and registers, as the result page does it. */
export async function checkIn(world: World, memberId: string, code: string, nonce: string = newNonce()) {
  const { ticket } = await world.get(openIdOf(memberId), 'checkin.open', { code })
  return world.call(openIdOf(memberId), 'checkin.register', { ticket, nonce })
}
