import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { mintActivityCode } from '../../domain/checkin/code'
import { contractVersion } from '../../domain/contract/answer'
import { type County, openCounty } from '../../scripts/lib/openCounty'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { readSecrets, secretsIn, tellingLines, textsBelow } from '../journeys/secrets'
import { seededFolder } from '../seededFolder'
import { type HostOptions, WeappHost } from './host'
import { unhurried } from '../unhurried'

export interface World extends County {
  host: WeappHost
  /** The demo branch's meeting of the demo moment. */
  meetingId: string
  /** Another phone's call; the data of its answer, which must be a yes. */
  ask: <T>(openid: string, action: string, data: object) => Promise<T>
  /** Fails when the store holds an ID number, a full phone number or a birth date of the register, or a log one of these or a member's name. */
  close: () => Promise<void>
}

/** What a phone brings along from earlier, or is in: made when the local cloud stands. */
type Earlier = (county: County) => HostOptions | Promise<HostOptions>

/** The mini-program on one identity's phone, over the demo branch on a local cloud. WEAPP_DIST names another build. */
export async function openWorld(openid: string, earlier: Earlier = () => ({})): Promise<World> {
  const dataDir = await seededFolder('weapp-', demoMoment)
  const options = {
    port: 0,
    dataDir,
    at: demoMoment,
    seed: 'branch',
    help: false,
    settings: unhurried,
  } as const
  const logged: string[] = []
  const county = await openCounty(options, (line) => logged.push(line))
  const { emulator } = county
  const [meeting] = emulator.database
    .find('activities', { state: 'published' })
    .filter(({ startsAt }) => Math.abs(Number(startsAt) - demoMoment) < 3_600_000)
  if (!meeting) throw new Error('the demo branch has no meeting at the demo moment')
  const host = new WeappHost({
    dist: process.env.WEAPP_DIST ?? 'dist/weapp',
    cloud: { url: emulator.url, openid },
    ...(await earlier(county)),
  })
  return {
    ...county,
    host,
    meetingId: String(meeting._id),
    ask: async <T>(as: string, action: string, data: object) => {
      const { result } = await emulator.invoke('api', { action, contractVersion, data }, { openid: as })
      const answer = result as { ok: boolean; data: T }
      if (!answer.ok) throw new Error(`${action} as ${as}: ${JSON.stringify(answer)}`)
      return answer.data
    },
    close: async () => {
      const names = emulator.database.find('members').map(({ name }) => String(name))
      await emulator.close()
      const secrets = await readSecrets()
      const stored = textsBelow(dataDir).flatMap((text) => secretsIn(text, secrets))
      rmSync(dataDir, { recursive: true, force: true })
      assert.deepEqual(tellingLines(logged, names, secrets), [], 'a log tells what must not be told')
      assert.deepEqual(stored, [], 'the store holds what must not be kept')
    },
  }
}

/** Opens the meeting as its secretary; yields what stands on the secretary's screen. */
export async function openMeeting({ ask, emulator, meetingId }: World): Promise<() => string> {
  await ask('demo-secretary', 'activity.setState', { activityId: meetingId, to: 'open' })
  const { codeKey } = await ask<{ codeKey: string }>('demo-secretary', 'activity.board', {
    activityId: meetingId,
  })
  return () => mintActivityCode({ activityId: meetingId, codeKey, now: emulator.clock.now() })
}
