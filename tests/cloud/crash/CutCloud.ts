import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { readDuties, readRegister } from '@cloud/lib/entry/cached'
import type { dispatch } from '@cloud/lib/entry/dispatch'
import type { readSavedYears } from '@cloud/lib/entry/readWorkdays'
import type { nightly } from '@cloud/lib/nightly/nightly'
import type { paperUseCases } from '@cloud/lib/papers/paperUseCases'
import type { importUseCases } from '@cloud/lib/importUseCases'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import type { Identity } from '@cloud/lib/store/collections/identities'
import type { useCases } from '@cloud/lib/useCases'
import type { Action, ResponseOf } from '@domain/contract/actions'
import { contractVersion, type Outcome } from '@domain/contract/answer'
import { consentVersion } from '@domain/contract/privacy'
import { startEmulator } from '../../../emulator/index'
import type { Document, Emulator } from '../../../emulator/types'
import { MOMENT } from '../people'
import { Wire } from '../Wire'
import { unhurried } from '../../unhurried'

interface Cloud {
  dispatch: typeof dispatch
  useCases: typeof useCases
  importUseCases: typeof importUseCases
  paperUseCases: typeof paperUseCases
  nightly: typeof nightly
  readRegister: typeof readRegister
  readDuties: typeof readDuties
  readSavedYears: typeof readSavedYears
}

/** Who looked, and turns of a day: no part of what a use case does. */
const beside = ['views', 'attempts']
/** Random, or of the call that was first. */
const random =
  /^(requestId|codeKey|tokenHash|alias|doorCode|posterId|giver|holder|until|updatedAt|audited|keyHash|newId)$/

const isWrite = ({ action, collectionName = '' }: { action: string; collectionName?: string }) =>
  /insert|modify|remove/.test(action) && !beside.includes(collectionName)

export type Contents = Record<string, Document[]>

/** The same for every run, as text: without what is random. Ids of audit rows are made of instants, too. */
function plain(name: string, doc: Document): string {
  const isOwnId = name === 'audit' || doc.kind === 'export'
  return JSON.stringify(
    { ...doc, ...(isOwnId && { _id: '*', of: '*', fileId: '*' }) },
    (key, value: unknown) => (random.test(key) ? undefined : value),
  )
}

/** The functions in this process, through the real SDK, over a local cloud: each write can be the last one. */
export class CutCloud {
  private constructor(
    readonly emulator: Emulator,
    readonly wire: Wire,
    private readonly cloud: Cloud,
    private readonly dataDir: string,
  ) {}

  /**
   * At the instant of the seed, everybody of it having agreed, and `further` ones: the use cases measure how long they take by the clock of this
   * process, which shows that time.
   */
  static async atItsTime(rows: Record<string, object[]>, ...further: string[]): Promise<CutCloud> {
    const real = Date.now
    const ahead = MOMENT - real()
    jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead)
    const cloud = await CutCloud.start(rows)
    cloud.agree(...cloud.find<Identity>('identities').map(({ _id }) => _id), ...further)
    return cloud
  }

  static async start(rows: Record<string, object[]>): Promise<CutCloud> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'crash-'))
    const envId = 'demo-crash'
    const functionsDir = dataDir
    const emulator = await startEmulator({
      ...{ port: 0, dataDir, functionsDir, envId },
      ...{ collections, at: MOMENT, settings: unhurried },
    })
    for (const [name, list] of Object.entries(rows)) emulator.database.insertMany(name, list as Document[])
    const wire = new Wire(emulator, isWrite)
    wire.open(envId)
    // The SDK reads the environment while it is loaded.
    const cloud: Cloud = {
      ...(await import('@cloud/lib/entry/dispatch')),
      ...(await import('@cloud/lib/useCases')),
      ...(await import('@cloud/lib/importUseCases')),
      ...(await import('@cloud/lib/papers/paperUseCases')),
      ...(await import('@cloud/lib/nightly/nightly')),
      ...(await import('@cloud/lib/entry/cached')),
      ...(await import('@cloud/lib/entry/readWorkdays')),
    }
    return new CutCloud(emulator, wire, cloud, dataDir)
  }

  async stop(): Promise<void> {
    this.wire.close()
    await this.emulator.close()
    fs.rmSync(this.dataDir, { recursive: true, force: true })
  }

  now = (): number => MOMENT

  /** One call of a phone. It throws where the line is cut, as the process would end. */
  async call<A extends Action>(openId: string, action: A, data: object): Promise<Outcome<ResponseOf<A>>> {
    const { dispatch: run, useCases: api, importUseCases: imports, paperUseCases: papers } = this.cloud
    const event = { action, contractVersion, data }
    const outcome = await run({ ...api, ...imports, ...papers }, event, openId, MOMENT)
    return outcome as Outcome<ResponseOf<A>>
  }

  async get<A extends Action>(openId: string, action: A, data: object): Promise<ResponseOf<A>> {
    const outcome = await this.call(openId, action, data)
    if (!outcome.ok) throw new Error(`${action} as ${openId}: ${JSON.stringify(outcome)}`)
    return outcome.data
  }

  /** Eleven minutes later, when no call is at work any more, or the next one; `writes`: it is cut after so many. */
  async night({ isNext = false, writes }: { isNext?: boolean; writes?: number } = {}): Promise<void> {
    this.forget()
    if (writes !== undefined) this.wire.dieAfter(writes)
    await this.cloud.nightly(MOMENT + 660_000 + (isNext ? 86_400_000 : 0))
  }

  /** Nobody holds the register any more: the call that did was cut, and its time is over. */
  async leaseRunsOut(): Promise<void> {
    await this.remove('imports', { kind: 'lease' })
  }

  /** Another process answers next: nothing is remembered. */
  forget(): void {
    this.wire.heal()
    this.cloud.readRegister.forget()
    this.cloud.readDuties.forget()
    this.cloud.readSavedYears.forget()
  }

  /** As `wx.cloud.uploadFile` does from a phone; the id of the file. */
  async upload(openId: string, text: string, cloudPath: string): Promise<string> {
    const form = new FormData()
    form.append('cloudPath', cloudPath)
    form.append('file', new Blob([text]), 'file')
    const headers = { 'x-demo-openid': openId }
    const response = await fetch(`${this.emulator.url}/client/uploadFile`, {
      method: 'POST',
      headers,
      body: form,
    })
    return ((await response.json()) as { fileID: string }).fileID
  }

  insert(name: string, ...rows: object[]): void {
    this.emulator.database.insertMany(name, rows as Document[])
  }

  find<T>(name: string, query: object = {}): T[] {
    return this.emulator.database.find(name, query) as T[]
  }

  agree(...openIds: string[]): void {
    this.insert('consents', ...openIds.map((_id) => ({ _id, version: consentVersion, at: MOMENT })))
  }

  /** Everything, as it lies there. */
  keep(): Contents {
    const { database } = this.emulator
    return Object.fromEntries(database.collections().map((name) => [name, database.find(name)]))
  }

  /** Back to what was kept; only collections that differ are written. */
  async restore(kept: Contents): Promise<void> {
    this.forget()
    const is = this.keep()
    for (const name of Object.keys(is)) {
      const rows = kept[name] ?? []
      if (isDeepStrictEqual(is[name], rows)) continue
      await this.remove(name, {})
      if (rows.length > 0) this.emulator.database.insertMany(name, rows)
    }
  }

  async remove(collectionName: string, where: object): Promise<void> {
    const query = JSON.stringify(where)
    const request = { action: 'database.removeDocument', collectionName, query, multi: true }
    const response = await fetch(`${this.emulator.url}/admin`, {
      method: 'POST',
      body: JSON.stringify(request),
    })
    const { code } = (await response.json()) as { code?: string }
    if (code !== undefined) throw new Error(`${collectionName} is not emptied: ${code}`)
  }

  /** What there is to compare, in an order of its own. */
  contents(): Contents {
    const kept = Object.entries(this.keep()).filter(([name]) => !beside.includes(name))
    return Object.fromEntries(
      kept.map(([name, docs]) => {
        const texts = docs.map((doc) => plain(name, doc)).sort()
        return [name, texts.map((text) => JSON.parse(text) as Document)]
      }),
    )
  }
}
