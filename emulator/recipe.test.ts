import fs from 'node:fs'
import path from 'node:path'
import { SpawnedEmulator } from './testing/spawnEmulator'
import { newDataDir } from './testing/startTestEmulator'

const readme = fs.readFileSync(path.join(__dirname, 'README.md'), 'utf8')

/** The only block of that language in the README. */
function block(language: string): string {
  const found = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))]
  expect(found).toHaveLength(1)
  return found[0]?.[1] ?? ''
}

it('does what the recipe of the README says, word by word', async () => {
  const folder = newDataDir()
  const functions = path.join(folder, 'functions')
  const collections = path.join(folder, 'collections.json')
  fs.mkdirSync(path.join(functions, 'hello'), { recursive: true })
  fs.writeFileSync(path.join(functions, 'hello', 'index.js'), block('js'))
  fs.writeFileSync(collections, block('json'))
  const [, name, value, body, address] =
    /-H '(.+?): (.+?)' -d '(.+?)' http:\/\/127\.0\.0\.1:8686(\S+)/.exec(block('sh')) ?? []

  const data = path.join(folder, 'data')
  const emulator = await SpawnedEmulator.start(data, ['--functions', functions, '--collections', collections])
  try {
    const call = { method: 'POST', headers: { [name ?? '']: value ?? '' }, body: body ?? '' }
    const answer = await (await fetch(`${emulator.url}${address}`, call)).json()
    expect(answer).toMatchObject({ result: { _id: expect.any(String) as string } })
    const query = JSON.stringify({ owner: 'someone' })
    const kept = await emulator.ask('database.getDocument', { collectionName: 'notes', query })
    expect(JSON.stringify(kept)).toContain('hi')
  } finally {
    await emulator.stop()
  }
})
