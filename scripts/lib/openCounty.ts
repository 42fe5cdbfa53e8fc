import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import type { Templates } from '@domain/contract/templates'
import { startEmulator } from '../../emulator/index'
import type { Emulator, EmulatorOptions, MessageTemplate } from '../../emulator/types'
import { demoPhoneKey } from '../seed/demoPhoneKey'
import { demoIdentities, type DemoIdentity } from '../seed/identities'
import { demoMoment } from '../seed/demoMoment'
import { type SeedSize, type StartOptions, UsageError } from './startOptions'

const usualPort = 8686

/** Stand for the templates the owner of a real environment picks: their ids, and which keyword is which. */
const demoTemplates = {
  meeting: { id: 'demo-template-meeting', title: 'thing1', time: 'time2', place: 'thing3' },
  month_gap: {
    id: 'demo-template-month-gap',
    title: 'thing1',
    list: 'thing2',
    hint: 'thing3',
    until: 'date4',
  },
  waiting: { id: 'demo-template-waiting', title: 'thing1', list: 'thing2', hint: 'thing3', since: 'date4' },
} satisfies Templates

/** As WeChat's library would call them. */
const messageTemplates: MessageTemplate[] = [
  {
    id: demoTemplates.meeting.id,
    title: '会议提醒',
    keywords: { thing1: '会议', time2: '时间', thing3: '地点' },
  },
  {
    id: demoTemplates.month_gap.id,
    title: '本月提醒',
    keywords: { thing1: '提醒', thing2: '事项', thing3: '说明', date4: '截止' },
  },
  {
    id: demoTemplates.waiting.id,
    title: '待确认提醒',
    keywords: { thing1: '提醒', thing2: '事项', thing3: '说明', date4: '最早' },
  },
]

export interface County {
  emulator: Emulator
  seed: SeedSize
}

const noteOf = (dataDir: string) => path.join(dataDir, 'seed.json')

/** What `npm run local -- reset` goes back to. */
export const seededSnapshot = 'seeded'

/** Marks a data folder as seeded to its end. */
export function noteSeed(dataDir: string, seed: SeedSize): void {
  writeFileSync(noteOf(dataDir), `${JSON.stringify({ seed })}\n`)
}

/** What a data folder was seeded with; written last, so that a seeding cut short is seen. */
export function seededWith(dataDir: string): SeedSize | undefined {
  const file = noteOf(dataDir)
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { seed: SeedSize }).seed
}

const isTaken = (error: unknown) => (error as { code?: string }).code === 'EADDRINUSE'

async function listen(options: StartOptions, start: (port: number) => Promise<Emulator>): Promise<Emulator> {
  const last = options.port ?? usualPort + 20
  for (let port = options.port ?? usualPort; ; port++) {
    try {
      return await start(port)
    } catch (error) {
      if (error instanceof Error && error.message.includes('in use')) throw new UsageError(error.message)
      if (!isTaken(error)) throw error
      if (port >= last) throw new UsageError(`port ${port} is taken: choose another with --port`)
    }
  }
}

function check(options: StartOptions): SeedSize {
  const before = seededWith(options.dataDir)
  const { seed, dataDir } = options
  if (before && seed && seed !== before) {
    throw new UsageError(
      `${dataDir} holds "${before}": delete it or name another folder with --data to seed "${seed}"`,
    )
  }
  return before ?? seed ?? 'county'
}

/**
 * Starts the local cloud over the built functions and the h5 page; a new data folder is seeded first. Timers run by themselves only where
 * somebody looks on: a bench or a journey runs them when it wants to.
 */
export async function openCounty(
  options: StartOptions & {
    timers?: boolean
    identities?: readonly DemoIdentity[]
    settings?: EmulatorOptions['settings']
  },
  log: (line: string) => void,
): Promise<County> {
  const { dataDir } = options
  const seed = check(options)
  const isSeeded = seededWith(dataDir) !== undefined
  const at = options.at ?? (isSeeded ? undefined : demoMoment)
  mkdirSync(dataDir, { recursive: true })
  const emulator = await listen(options, (port) =>
    startEmulator({
      port,
      dataDir,
      functionsDir: path.resolve('dist/cloudfunctions'),
      staticDir: path.resolve('dist/h5'),
      envId: 'demo-county',
      collections: declarations,
      identities: [...(options.identities ?? (seed === 'none' ? [] : demoIdentities))],
      templates: seed === 'none' ? [] : messageTemplates,
      timers: options.timers ?? false,
      settings: {
        env: { TEMPLATES: JSON.stringify(demoTemplates), PHONE_KEY: demoPhoneKey },
        // As `deploy apply` sets it.
        storageRule: 'PRIVATE',
        ...options.settings,
      },
      ...(at === undefined ? {} : { at }),
    }),
  )
  if (isSeeded) return { emulator, seed }
  if (!emulator.isNew) {
    await emulator.close()
    throw new UsageError(`${dataDir} was not seeded to its end: delete it and start again`)
  }
  await seedNew(emulator, seed, dataDir, log)
  // The county's page is not empty until the timer comes round.
  if (options.timers && seed !== 'none') await emulator.runTimer('rollup')
  if (options.timers) emulator.takeSnapshot(seededSnapshot)
  return { emulator, seed }
}

async function seedNew(
  emulator: Emulator,
  seed: SeedSize,
  dataDir: string,
  log: (line: string) => void,
): Promise<void> {
  try {
    if (seed !== 'none') {
      // Reads the register: of no use to who opens what is seeded.
      const { seedCounty } = await import('../seed/seed')
      await seedCounty(emulator, { size: seed, now: emulator.clock.now(), log })
    }
  } catch (error) {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
  noteSeed(dataDir, seed)
}
