import { seeded } from './random'
import { GoneError, type SpawnedEmulator } from './spawnEmulator'

export const ACCOUNTS = 8
const CODES = 200

/** The text of a document that was written whole; its length says nothing, its content does. */
export const bodyOf = (id: string) => `${id} `.repeat(400)

const ejson = (value: object) => JSON.stringify(value)
const isTaken = (answer: Record<string, unknown>) => String(answer.message).includes('E11000')
const isRefused = ({ code }: Record<string, unknown>) =>
  ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'].includes(String(code))

/** Writes without a pause until its emulator dies, and remembers what it was told is done. */
export class Writer {
  /** Documents whose insert was answered with yes. */
  readonly inserted = new Set<string>()
  /** Removals that were answered with yes. */
  readonly removed = new Set<string>()
  /** Removals asked for, answered or not. */
  readonly removing = new Set<string>()
  /** Who was told to hold a code. */
  readonly codes = new Map<number, string>()
  /** Answers so far, refusals among them. */
  answers = 0
  increased = 0
  isIncreasing = false
  private count = 0
  private readonly random: () => number

  constructor(readonly name: string) {
    this.random = seeded([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  }

  private below(end: number): number {
    return Math.floor(this.random() * end)
  }

  /** Ends when the emulator is gone; throws on an answer nobody expects. */
  async run(emulator: SpawnedEmulator): Promise<void> {
    for (;;) {
      const refusal = await this.step(emulator).catch((error: unknown) => {
        if (error instanceof GoneError) return 'gone'
        throw error
      })
      if (refusal === 'gone') return
      this.answers += 1
    }
  }

  private step(emulator: SpawnedEmulator): Promise<unknown> {
    const kind = this.below(5)
    if (kind === 0) return this.increase(emulator)
    if (kind === 1) return this.transfer(emulator)
    if (kind === 2) return this.takeCode(emulator)
    if (kind === 3 && this.inserted.size > 5) return this.remove(emulator)
    return this.insert(emulator)
  }

  private async ask(
    emulator: SpawnedEmulator,
    action: string,
    payload: object,
  ): Promise<Record<string, unknown>> {
    const answer = await emulator.ask(`database.${action}`, payload)
    if (answer.code !== undefined && !isTaken(answer) && !isRefused(answer))
      throw new Error(`${action}: ${JSON.stringify(answer)}`)
    return answer
  }

  private async insert(emulator: SpawnedEmulator): Promise<void> {
    const id = `${this.name}-${(this.count += 1)}`
    await this.ask(emulator, 'insertDocument', {
      collectionName: 'facts',
      data: [ejson({ _id: id, body: bodyOf(id), parts: [id, id], last: id })],
    })
    this.inserted.add(id)
  }

  private async remove(emulator: SpawnedEmulator): Promise<void> {
    const [id = ''] = this.inserted
    this.inserted.delete(id)
    this.removing.add(id)
    await this.ask(emulator, 'removeDocument', { collectionName: 'facts', query: ejson({ _id: id }) })
    this.removed.add(id)
  }

  private async increase(emulator: SpawnedEmulator): Promise<void> {
    this.isIncreasing = true
    await this.ask(emulator, 'modifyDocument', {
      collectionName: 'counters',
      query: ejson({ _id: this.name }),
      data: ejson({ $inc: { n: 1 }, $set: { same: this.increased + 1 } }),
      merge: true,
      upsert: true,
    })
    this.increased += 1
    this.isIncreasing = false
  }

  private async takeCode(emulator: SpawnedEmulator): Promise<void> {
    const code = this.below(CODES)
    const id = `${this.name}-code-${(this.count += 1)}`
    const answer = await this.ask(emulator, 'insertDocument', {
      collectionName: 'codes',
      data: [ejson({ _id: id, code })],
    })
    if (answer.code === undefined) this.codes.set(code, id)
  }

  private async transfer(emulator: SpawnedEmulator): Promise<void> {
    const { transactionId } = await this.ask(emulator, 'startTransaction', {})
    const amount = 1 + this.below(9)
    const from = this.below(ACCOUNTS)
    const to = (from + 1 + this.below(ACCOUNTS - 1)) % ACCOUNTS
    for (const [account, change] of [
      [from, -amount],
      [to, amount],
    ]) {
      const answer = await this.ask(emulator, 'modifyDocument', {
        collectionName: 'accounts',
        query: ejson({ _id: `a${account}` }),
        data: ejson({ $inc: { n: change } }),
        merge: true,
        transactionId,
      })
      if (answer.code !== undefined) return
    }
    await this.ask(emulator, 'commitTransaction', { transactionId })
  }
}
