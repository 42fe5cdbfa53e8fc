import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import { startEmulator } from '../../emulator/index'
import { newKey, readKey } from '../../scripts/backup/key'
import { localPlace } from '../../scripts/backup/openPlace'
import { restoreBackup } from '../../scripts/backup/restoreBackup'
import { takeBackup } from '../../scripts/backup/takeBackup'
import { unhurried } from '../unhurried'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'backup-files-'))
afterAll(() => fs.rmSync(home, { recursive: true }))

test('files come along, and rows that name one name it where it lies now', async () => {
  const start = (envId: string) =>
    startEmulator({
      port: 0,
      dataDir: fs.mkdtempSync(path.join(home, envId)),
      functionsDir: home,
      envId,
      collections: declarations,
      settings: unhurried,
    })
  const [one, two] = [await start('demo-one'), await start('demo-two')]
  const [from, to] = [
    localPlace(one.url, { county: '甲县', envId: 'demo-one' }),
    localPlace(two.url, { county: '甲县', envId: 'demo-two' }),
  ]
  const content = Buffer.from('名册\u0000内容'.repeat(5000))
  await from.files.write('imports/名册 1.xlsx', content)
  const fileId = `${await from.environment.fileBase()}imports/名册 1.xlsx`
  one.database.insertMany('imports', [{ _id: 'i', kind: 'head', fileId, at: 1, updatedAt: new Date(5) }])
  const at = path.join(home, 'files')
  await newKey(path.join(home, 'county.key'))
  const { recipient, identity = '' } = await readKey(path.join(home, 'county.key'))
  const log = () => undefined
  await takeBackup({ place: from, folder: at, recipient, now: Date.now, log })
  await restoreBackup({ place: to, folder: at, identity, replace: false, log })
  expect(await to.files.list()).toEqual([{ path: 'imports/名册 1.xlsx', size: content.length }])
  expect((await to.files.read('imports/名册 1.xlsx')).equals(content)).toBe(true)
  const [row] = two.database.find('imports')
  expect(row).toEqual({
    _id: 'i',
    kind: 'head',
    fileId: `${await to.environment.fileBase()}imports/名册 1.xlsx`,
    at: 1,
    updatedAt: new Date(5),
  })
  await one.close()
  await two.close()
})
