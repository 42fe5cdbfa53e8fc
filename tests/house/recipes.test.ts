import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { collections } from '@cloud/lib/store/collections/collections'
import { migrations } from '@cloud/lib/store/migrations/migrations'
import { actions } from '@domain/contract/actions'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { templates } from '@domain/keptLists/templates/templates'
import { routes } from '../../src/navigation/routes'
import { listsByHand, movesByHand } from '../cloud/matrix/samplesOfLists'

const guide = readFileSync('CONTRIBUTING.md', 'utf8')
const recipes = guide
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ name: text.slice(0, text.indexOf('\n')), text }))
const read = (...files: string[]): string => files.map((file) => readFileSync(file, 'utf8')).join('\n')
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file))

/** What each recipe promises, tried on everything that is there already. */
const promises: Record<string, () => void> = {
  'Add a rule': () => {
    const cases = read(...below('domain/progress/cases').filter((file) => file.endsWith('.txt')))
    const rows = read('docs/DUTIES.md')
    const ids = [...new Set(defaultDuties.map(({ id }) => id))]
    expect(ids.filter((id) => !new RegExp(`^\\[[^\\]]+\\] ${id} `, 'm').test(cases))).toEqual([])
    expect(ids.filter((id) => !rows.includes(`\`${id}\``))).toEqual([])
  },
  'Add an action': () => {
    const tables = ['accessTable', 'auditTable', 'viewTable'].map((name) => `domain/access/${name}.ts`)
    const samples = below('tests/cloud/matrix').filter((file) => /samples\w*\.ts$/.test(file))
    const faces = guide.match(/cloudfunctions\/lib\/[\w/]+\.ts/g) ?? []
    const places = {
      ...Object.fromEntries(tables.map((file) => [file, read(file)])),
      'tests/cloud/matrix/designed.ts': read('tests/cloud/matrix/designed.ts'),
      samples: read(...samples),
      faces: read(...faces),
    }
    const missing = Object.keys(actions).flatMap((action) =>
      Object.entries(places)
        .filter(([, text]) => !text.includes(`'${action}'`))
        .map(([place]) => `${action} in ${place}`),
    )
    expect(missing).toEqual([])
  },
  'Add a page': () => {
    const folders = Object.values(routes).map((address) => path.join('src', path.dirname(address)))
    const pages = below('src').filter(
      (file) => file.endsWith('index.config.ts') && !file.includes('custom-tab-bar'),
    )
    expect(pages.map((file) => path.dirname(file)).sort()).toEqual([...folders].sort())
    const listed = read('src/app.config.ts')
    for (const folder of folders) {
      expect(read(path.join(folder, 'index.tsx'))).toContain('export default page(')
      expect(listed).toContain(`${path.basename(folder)}/index`)
    }
  },
  'Add a list': () => {
    expect(templates.map(({ id }) => id).sort()).toEqual([...listsByHand].sort())
    const moves = templates.flatMap(({ id, moves: of = [] }) =>
      of.map(({ from, to }) => `${id} ${from} ${to}`),
    )
    expect(moves.sort()).toEqual([...movesByHand].sort())
    const rows = read('docs/DUTIES.md').split('\n')
    const told = templates.filter(({ row }) =>
      rows.some((line) => line.startsWith(`| ${row} |`) && line.includes('domain/keptLists/templates')),
    )
    expect(told).toHaveLength(templates.length)
  },
  'Add a collection': () => {
    const folder = 'cloudfunctions/lib/store/collections'
    expect(Object.keys(collections).filter((name) => !existsSync(path.join(folder, `${name}.ts`)))).toEqual(
      [],
    )
  },
  'Change what goes over the wire': () => {
    expect(existsSync('tests/snapshots/contract.json')).toBe(true)
    expect(existsSync('cloudfunctions/lib/entry/translations.ts')).toBe(true)
  },
  'Change what is stored': () => {
    const listed = read('cloudfunctions/lib/store/migrations/migrations.ts')
    const files = readdirSync('cloudfunctions/lib/store/migrations')
    const known = files.filter((file) => !['migration.ts', 'migrations.ts', 'migrate.ts'].includes(file))
    expect(known.filter((file) => !listed.includes(`'./${path.basename(file, '.ts')}'`))).toEqual([])
    const from = migrations.map(({ number }) => `tests/snapshots/rows${number - 1}`)
    expect(from.filter((folder) => !existsSync(path.join(folder, 'rows.jsonl.gz')))).toEqual([])
    expect(read('tests/cloud/migrations.test.ts')).toContain(from.at(-1))
  },
  'Run one journey': () => expect(existsSync('tests/journeys/meeting.test.ts')).toBe(true),
  'Look at a screen': () => expect(read('tests/journeys/pictures.ts')).toContain('.local'),
  'Draw the map': () => expect(read('package.json')).toContain('"map":'),
}

test.each(recipes)('$name', ({ name, text }) => {
  promises[name]?.()
  const scripts = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? '')
  expect(commands.filter((script) => !(script in scripts.scripts))).toEqual([])
})

test('each recipe is held to what it promises, and there is no other', () => {
  expect(recipes.map(({ name }) => name)).toEqual(Object.keys(promises))
})
