import { parseArgs } from 'node:util'
import { command } from './backup/command'
import { identityOf, readKey } from './backup/key'
import { keyFileOf, whereUsage, withPlace } from './backup/openPlace'
import { restoreBackup } from './backup/restoreBackup'
import { noteSeed, seededWith } from './lib/openCounty'

const usage = `npm run restore -- --from 备份文件夹 --county deploy/本县.json --key 钥匙文件 [选项]
  先把备份完整核对一遍，再写进环境，最后读回来核对；断了再运行同一条，会接着做
选项：
  --from DIR        备份文件夹
${whereUsage}
  --key FILE        钥匙文件（有 AGE-SECRET-KEY-1 那一行的），也可以用环境变量 BACKUP_KEY_FILE
  --replace         环境里已有别的数据时，用备份替换它们`

const options = {
  from: { type: 'string' },
  county: { type: 'string' },
  secrets: { type: 'string' },
  local: { type: 'string' },
  named: { type: 'string' },
  key: { type: 'string' },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

command('恢复', async () => {
  const { values } = parseArgs({ options })
  const { from: folder, replace } = values
  if (values.help === true || folder === undefined) {
    console.log(usage)
    return
  }
  const identity = identityOf(await readKey(keyFileOf(values.key)))
  const log = (line: string) => console.log(line)
  await withPlace(values, (place) => restoreBackup({ place, folder, identity, replace, log }))
  // For npm start it is a county that somebody else has seeded.
  if (values.local !== undefined && seededWith(values.local) === undefined) noteSeed(values.local, 'county')
  log('\n已恢复，逐个集合核对一致。连云的环境请再运行一次 npm run deploy -- apply 和 check。')
})
