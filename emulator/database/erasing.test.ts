import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Journal } from './Journal'

const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'erasing-'))

const holds = (dir: string, text: string): string[] =>
  fs.readdirSync(dir).filter((file) => fs.readFileSync(path.join(dir, file)).includes(text))

/** Bodies of many lengths, so that pages are split, filled and merged while rows are replaced. */
const body = (name: string, i: number) => JSON.stringify({ _id: i, name, text: 'x'.repeat((i * 37) % 900) })

it('what was overwritten or removed is in no file of the folder any more once it is closed', () => {
  const dir = folder()
  const secret = 'SECRET-NAME'
  const write = (work: (journal: Journal) => void) => {
    const journal = new Journal(dir)
    journal.batch(() => work(journal))
    journal.close()
  }
  write((journal) => {
    for (let i = 0; i < 4000; i += 1)
      journal.put({ ordinal: i, collection: 'members', body: body(i % 7 === 0 ? secret : 'kept', i) })
  })
  expect(holds(dir, secret)).toEqual(['cloud.base', 'cloud.db'])
  write((journal) => {
    for (let i = 0; i < 4000; i += 7) {
      if (i % 2 === 0) journal.remove(i)
      else journal.put({ ordinal: i, collection: 'members', body: body('gone', i * 3) })
    }
  })
  expect(holds(dir, secret)).toEqual([])
  const journal = new Journal(dir)
  expect([...journal.rows()]).toHaveLength(4000 - 286)
  journal.close()
  fs.rmSync(dir, { recursive: true })
})
