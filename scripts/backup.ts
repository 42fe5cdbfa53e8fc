import path from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf } from '@domain/time/day'
import { command } from './backup/command'
import { newKey, readKey } from './backup/key'
import { noteBackup } from './backup/noteBackup'
import { keyFileOf, whereUsage, withPlace } from './backup/openPlace'
import { takeBackup } from './backup/takeBackup'

const usage = `npm run backup -- --county deploy/本县.json --key 钥匙文件 [选项]
  把全部集合和文件读出来，加密后放进一个文件夹；断了再运行同一条，会接着做
选项：
${whereUsage}
  --key FILE        钥匙文件，也可以用环境变量 BACKUP_KEY_FILE
  --out DIR         放在哪里（.local/backups/日期）
  --new-key FILE    生成本县的钥匙（只做一次）`

const options = {
  county: { type: 'string' },
  secrets: { type: 'string' },
  local: { type: 'string' },
  named: { type: 'string' },
  key: { type: 'string' },
  out: { type: 'string' },
  'new-key': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

command('备份', async () => {
  const { values } = parseArgs({ options })
  if (values.help === true) {
    console.log(usage)
    return
  }
  if (values['new-key'] !== undefined) {
    await newKey(values['new-key'])
    console.log(
      `钥匙已写入 ${values['new-key']}。把 AGE-SECRET-KEY-1 那一行抄两份分开保管：丢了它，所有备份都打不开。`,
    )
    return
  }
  const { recipient } = await readKey(keyFileOf(values.key))
  const folder = values.out ?? path.join('.local', 'backups', dayOf(Date.now()))
  const log = (line: string) => console.log(line)
  const { collections, files } = await withPlace(values, async (place) => {
    const manifest = await takeBackup({ place, folder, recipient, now: Date.now, log })
    if (!(await noteBackup(place))) log('云函数没有记下这次备份（可能还是旧版本），备份本身不受影响。')
    return manifest
  })
  const rows = collections.reduce((sum, one) => sum + one.rows, 0)
  log(`\n备份完整：${collections.length} 个集合 ${rows} 行，${files.length} 个文件，在 ${folder}。`)
})
