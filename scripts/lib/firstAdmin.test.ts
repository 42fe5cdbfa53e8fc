import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hashOf } from '@cloud/lib/people/identity/invitation'
import type { Emulator } from '../../emulator/types'
import { haveFirstAdmin } from './firstAdmin'

const now = Date.parse('2026-09-22T14:50:00+08:00')
const cloudWith = (identities: object[]) => {
  const inserted: object[] = []
  const database = {
    find: () => identities,
    insertMany: (_: string, rows: object[]) => inserted.push(...rows),
  }
  return { emulator: { database, clock: { now: () => now } } as unknown as Emulator, inserted }
}
const committee = (dates: object) => ({ grants: [{ role: 'committee', organisationId: 'o', ...dates }] })

test('a token is printed only while nobody runs the county', () => {
  const running = cloudWith([committee({ from: '2026-01-01' })])
  expect(haveFirstAdmin(running.emulator)).toBeUndefined()
  expect(running.inserted).toEqual([])
  for (const identities of [[], [committee({ from: '2026-01-01', to: '2026-09-21' })]]) {
    const { emulator, inserted } = cloudWith(identities)
    const token = haveFirstAdmin(emulator) ?? ''
    expect(inserted).toMatchObject([{ tokenHash: hashOf(token), first: true, until: now + 7 * 86_400_000 }])
    expect(JSON.stringify(inserted)).not.toContain(token)
  }
})

test('set-up writes one line to import and says the token to the terminal alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'first-admin-'))
  const out = path.join(folder, 'row.json')
  const args = ['tsx', 'scripts/setupAdmin.ts', '--county', '某县县直机关工委', '--out', out]
  const { status, stdout } = spawnSync('npx', args, { encoding: 'utf8' })
  const written = readFileSync(out, 'utf8')
  rmSync(folder, { recursive: true })
  expect(status).toBe(0)
  const token = /^ {3}([\w-]{28})$/m.exec(stdout)?.[1] ?? ''
  expect(written.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(written)).toMatchObject({
    tokenHash: hashOf(token),
    name: '某县县直机关工委',
    state: 'open',
  })
})
