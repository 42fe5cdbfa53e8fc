import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dayOf } from '@domain/time/day'
import { Stop } from '../deploy/Stop'
import { csvOf } from './csv'
import { plainRow, printOfFile } from './fingerprint'
import { type Place, readRows } from './Place'
import { type Kept, yearTables } from './yearTables'

interface Archive {
  place: Place
  year: number
  folder: string
  now: number
}

export interface ArchiveManifest {
  county: string
  environment: string
  year: number
  /** Shanghai day on which it was made. */
  madeOn: string
  tables: { file: string; rows: number; sha256: string }[]
}

async function all<N extends keyof Kept>(place: Place, name: N): Promise<Kept[N]> {
  const rows: unknown[] = []
  for await (const row of readRows(place, name)) rows.push(plainRow(row))
  return rows as Kept[N]
}

const explain = ({
  county,
  year,
  madeOn,
}: ArchiveManifest) => `${county} ${year} 年先锋双岗档案（${madeOn} 整理）

组织.csv 名册.csv   按 ${year} 年 12 月 31 日的情况
活动.csv 事项.csv   这一年的会议、活动、服务、走访、登记；没有自由填写的个人文字
操作记录.csv        谁在什么时候改了什么，只有编号，没有填写的文字
manifest.json       每个文件的行数和 SHA-256；核对：sha256sum 文件名

只报数字的支部不写姓名，写“一名党员”。已删除的同志没有姓名，编号和次数保留。
表格是 UTF-8 编码的 CSV，用任何表格软件都能打开。
`

/**
 * A closed year as tables anybody can read in ten years, with a manifest of their hashes. Refuses a year that is not over, and a folder that
 * holds something already.
 */
export async function archiveYear({ place, year, folder, now }: Archive): Promise<ArchiveManifest> {
  const today = dayOf(now)
  if (today <= `${year}-12-31`) throw new Stop(`${year} 年还没有过完：过完以后再整理。`)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Stop(`${folder} 里已有内容：换一个文件夹，或先移走。`)
  const kept: Kept = {
    organisations: await all(place, 'organisations'),
    members: await all(place, 'members'),
    activities: await all(place, 'activities'),
    facts: await all(place, 'facts'),
    audit: await all(place, 'audit'),
  }
  mkdirSync(folder, { recursive: true })
  const tables = yearTables(kept, year).map(({ file, head, lines }) => {
    const content = Buffer.from(csvOf(head, lines))
    writeFileSync(path.join(folder, file), content)
    return { file, rows: lines.length, sha256: printOfFile(content) }
  })
  const { county, envId: environment } = place
  const manifest: ArchiveManifest = { county, environment, year, madeOn: today, tables }
  writeFileSync(path.join(folder, '说明.txt'), explain(manifest))
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}
