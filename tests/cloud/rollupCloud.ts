import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import collections from '@cloud/collections.json'
import type { rollup, RollupReport } from '@cloud/lib/rollup/rollup'
import type { StoredRollup } from '@cloud/lib/rollup/storedRollup'
import type { insertOnce } from '@cloud/lib/wx/insertOnce'
import type { updateWhere } from '@cloud/lib/wx/updateWhere'
import type { Activity } from '@domain/activity/activity'
import { defaultDuties } from '@domain/duty/defaultDuties'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { dayOf } from '@domain/period/day'
import type { Fact } from '@domain/progress/fact'
import { rollupBranch } from '@domain/progress/rollupBranch'
import { rollupUnit } from '@domain/progress/rollupUnit'
import { rollupPeriods } from '@domain/progress/rollupPeriods'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { members, MOMENT, organisations } from './people'

type Rows = Record<string, unknown>[]
interface Cloud {
  rollup: typeof rollup
  insertOnce: typeof insertOnce
  updateWhere: typeof updateWhere
}

/** An answer nobody asks for again: the run ends there, as when its process is killed. */
const dead = JSON.stringify({ code: 'DATABASE_REQUEST_FAILED', message: 'the line is dead' })

/** Stands between the SDK and the cloud: counts what passes and lets nothing through any more when told so. */
class Wire {
  passed: string[] = []
  private left = Infinity
  private isAnswerLost = false

  constructor(private readonly to: string) {}

  /** After so many requests the line is dead; the last one may still arrive, only its answer is lost. */
  dieAfter(requests: number, { answerLost }: { answerLost: boolean }): void {
    this.left = requests
    this.isAnswerLost = answerLost
  }

  heal(): void {
    this.left = Infinity
    this.passed = []
  }

  listener: http.RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      this.left -= 1
      const isLast = this.left === -1
      if (this.left < 0 && !(isLast && this.isAnswerLost)) return void response.end(dead)
      this.passed.push((JSON.parse(body.toString()) as { collectionName?: string }).collectionName ?? '')
      const url = new URL(request.url ?? '/', this.to)
      const onward = http.request(url, { method: 'POST', headers: request.headers }, (answer) => {
        if (isLast) return void answer.resume().on('end', () => response.end(dead))
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      onward.end(body)
    })
  }
}

/** The roll-up in this process, through the real SDK, over a local cloud without functions: it can be cut off at any call. */
export class RollupCloud {
  private constructor(
    readonly emulator: Emulator,
    readonly wire: Wire,
    private readonly cloud: Cloud,
    private readonly server: http.Server,
    private readonly dataDir: string,
  ) {}

  static async start(): Promise<RollupCloud> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rollup-'))
    const envId = 'demo-rollup'
    const emulator = await startEmulator({
      port: 0,
      dataDir,
      functionsDir: dataDir,
      envId,
      collections,
      at: MOMENT,
    })
    const rows = { organisations, members, duties: defaultDuties }
    for (const [name, list] of Object.entries(rows))
      emulator.database.insertMany(name, list as unknown as Rows)
    const wire = new Wire(emulator.url)
    const server = http.createServer(wire.listener)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'x',
      TENCENTCLOUD_SECRETKEY: 'x',
      TENCENTCLOUD_SESSIONTOKEN: 'x',
      SCF_NAMESPACE: envId,
      TCB_ENV: envId,
      WX_CONTEXT_KEYS: '',
      TCB_CONTEXT_KEYS: '',
    })
    // The SDK reads the environment while it is loaded.
    const cloud: Cloud = {
      ...(await import('@cloud/lib/rollup/rollup')),
      ...(await import('@cloud/lib/wx/insertOnce')),
      ...(await import('@cloud/lib/wx/updateWhere')),
    }
    return new RollupCloud(emulator, wire, cloud, server, dataDir)
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
    await this.emulator.close()
    fs.rmSync(this.dataDir, { recursive: true, force: true })
  }

  get insertOnce() {
    return this.cloud.insertOnce
  }
  get updateWhere() {
    return this.cloud.updateWhere
  }

  now = (): number => this.emulator.clock.now()

  run(limits?: { budgetMs: number; page: number }): Promise<RollupReport> {
    return this.cloud.rollup(this.now, limits)
  }

  find<T>(name: string, query: object = {}): T[] {
    return this.emulator.database.find(name, query) as T[]
  }

  /** What the documents say, without when and by which run it was written. */
  numbers(): Record<string, Pick<StoredRollup, 'branches' | 'members'>> {
    const rows = this.find<StoredRollup>('rollups').sort((a, b) => (a._id < b._id ? -1 : 1))
    return Object.fromEntries(
      rows.map(({ _id, branches, members: heads }) => [_id, { branches, members: heads }]),
    )
  }

  /** The same from everything there is, by the evaluator alone: no reading by branch, no watermark, no page. */
  recomputed(): ReturnType<RollupCloud['numbers']> {
    const tree = this.find<Organisation>('organisations')
    const input = {
      members: this.find<Member>('members'),
      duties: this.find<Duty>('duties'),
      facts: this.find<Fact>('facts'),
      activities: this.find<Activity>('activities'),
      now: this.now(),
    }
    const documents = rollupPeriods(dayOf(this.now())).map((period) => {
      const rows = tree
        .filter(({ type }) => type === 'branch' || type === 'unit')
        .flatMap((node) => {
          const groups = tree.filter(({ type, parentId }) => type === 'group' && parentId === node._id)
          const numbers =
            node.type === 'unit'
              ? rollupUnit({ ...input, unit: node, period })
              : rollupBranch({ ...input, branch: node, groups, period })
          return numbers ? [[node._id, numbers] as const] : []
        })
      const branches = Object.fromEntries(rows.map(([id, { duties }]) => [id, duties]))
      return [
        period.key,
        { branches, members: Object.fromEntries(rows.map(([id, one]) => [id, one.members])) },
      ]
    })
    return Object.fromEntries(documents) as ReturnType<RollupCloud['numbers']>
  }
}
