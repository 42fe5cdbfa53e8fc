import fc from 'fast-check'
import { times } from '../testing/longRun'
import { newDataDir } from '../testing/startTestEmulator'
import { Database } from './Database'
import { insertMany } from './insertMany'
import { Journal } from './Journal'
import { find } from './readOperations'
import { modify } from './writeOperations'

const NAMES = ['a', 'b', 'c']
const SESSIONS = 3

type Values = Record<string, number>
type Step =
  | { kind: 'read'; session: number; name: string }
  | { kind: 'write'; session: number; name: string }
  | { kind: 'commit' | 'abort'; session: number }
  | { kind: 'plain'; name: string }

const session = fc.nat(SESSIONS - 1)
const name = fc.constantFrom(...NAMES)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('read'), session, name }),
  fc.record({ kind: fc.constant('write'), session, name }),
  fc.record({ kind: fc.constantFrom('commit', 'abort'), session }),
  fc.record({ kind: fc.constant('plain'), name }),
)

/** What the rules say, on nothing but numbers. */
interface Open {
  id: string
  /** Undefined until its first operation. */
  snapshot?: Values
  own: Values
}

class World {
  committed: Values = Object.fromEntries(NAMES.map((each) => [each, 0]))
  readonly open: (Open | undefined)[] = Array.from({ length: SESSIONS }, () => undefined)
  private next = 1

  constructor(private readonly db: Database) {}

  private opened(at: number): Open {
    return (this.open[at] ??= { id: this.db.begin(), own: {} })
  }

  private holder(name: string): Open | undefined {
    return this.open.find((each) => each !== undefined && name in each.own)
  }

  private async set(name: string, value: number, transactionId?: string): Promise<string> {
    const data = { $set: { n: value } }
    const request = { query: { _id: name }, data, multi: false, merge: true, upsert: false, transactionId }
    return modify(this.db, 'cells', request).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    )
  }

  async perform(step: Step): Promise<void> {
    if (step.kind === 'plain') return this.plain(step.name)
    const transaction = this.opened(step.session)
    if (step.kind === 'read') this.read(transaction, step.name)
    else if (step.kind === 'write') await this.write(transaction, step)
    else this.end(transaction, step)
  }

  private read(transaction: Open, name: string): void {
    transaction.snapshot ??= { ...this.committed }
    const query = { query: { _id: name }, transactionId: transaction.id }
    const seen = find(this.db, 'cells', query).map(({ n }) => n)
    expect(seen).toEqual([transaction.own[name] ?? transaction.snapshot[name]])
  }

  private async write(
    transaction: Open,
    { session, name }: { session: number; name: string },
  ): Promise<void> {
    transaction.snapshot ??= { ...this.committed }
    const holder = this.holder(name)
    const isLost =
      (holder !== undefined && holder !== transaction) || transaction.snapshot[name] !== this.committed[name]
    const value = this.next++
    const answer = await this.set(name, value, transaction.id)
    expect(answer).toBe(isLost ? 'DATABASE_TRANSACTION_CONFLICT' : 'done')
    if (isLost) this.open[session] = undefined
    else transaction.own[name] = value
  }

  private end(transaction: Open, { kind, session }: { kind: 'commit' | 'abort'; session: number }): void {
    if (kind === 'commit') {
      this.db.commitTransaction(transaction.id)
      Object.assign(this.committed, transaction.own)
    } else this.db.abortTransaction(transaction.id)
    this.open[session] = undefined
    expect(() => this.db.commitTransaction(transaction.id)).toThrow('not exist')
  }

  /** One that would wait for a transaction is left out: waitingWrites.test.ts has those. */
  private async plain(name: string): Promise<void> {
    if (this.holder(name) !== undefined) return
    const value = this.next++
    expect(await this.set(name, value)).toBe('done')
    this.committed[name] = value
  }
}

const valuesOf = (db: Database): Values =>
  Object.fromEntries(find(db, 'cells', { query: {} }).map(({ _id, n }) => [String(_id), Number(n)]))

it('transactions read their snapshot, the first writer wins, and what is committed is on disk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const dataDir = newDataDir()
      const journal = new Journal(dataDir)
      const db = new Database({ journal, collections: [{ name: 'cells' }], now: () => 1000 })
      insertMany(
        db,
        'cells',
        NAMES.map((_id) => ({ _id, n: 0 })),
      )
      const world = new World(db)
      for (const each of steps) {
        await world.perform(each)
        expect(valuesOf(db)).toEqual(world.committed)
      }
      db.close()
      journal.close()
      const again = new Journal(dataDir)
      expect(valuesOf(new Database({ journal: again, collections: [], now: () => 1000 }))).toEqual(
        world.committed,
      )
      again.close()
    }),
    { numRuns: times(20, 200) },
  )
})
