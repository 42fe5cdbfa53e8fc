import path from 'node:path'
import { parseArgs } from 'node:util'
import { archiveYear } from './backup/archiveYear'
import { command } from './backup/command'
import { whereUsage, withPlace } from './backup/openPlace'

const usage = `npm run archive -- --year 2026 --county deploy/本县.json [选项]
  把过完的一年整理成表格（CSV）和清单，交县里档案部门保存
选项：
${whereUsage}
  --out DIR         放在哪里（.local/archive/年份）`

const options = {
  year: { type: 'string' },
  county: { type: 'string' },
  secrets: { type: 'string' },
  local: { type: 'string' },
  named: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

command('整理档案', async () => {
  const { values } = parseArgs({ options })
  const year = Number(values.year)
  if (values.help === true || !Number.isInteger(year)) {
    console.log(usage)
    return
  }
  const folder = values.out ?? path.join('.local', 'archive', String(year))
  const { tables } = await withPlace(values, (place) => archiveYear({ place, year, folder, now: Date.now() }))
  for (const { file, rows } of tables) console.log(`✓ ${file} ${rows} 行`)
  console.log(`\n${year} 年档案在 ${folder}。里面有姓名，没有加密：刻盘交档案部门后，从这台电脑上删掉。`)
})
