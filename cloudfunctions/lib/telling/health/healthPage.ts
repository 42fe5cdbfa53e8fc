import { contractVersion, done } from '@domain/contract/answer'
import { type Template, template } from '@domain/contract/reminder'
import { awaitedYears } from '../../entry/readWorkdays'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { there } from '../../store/conditions'
import { count, find } from '../../store/find'
import { readMigrated } from '../../store/migrations/migrate'
import { readFared } from './readFared'
import { readRunning } from './readRunning'

/** Messages that people have agreed to receive and that are not sent yet, of each template. */
async function creditsLeft(): Promise<{ template: Template; left: number }[]> {
  const rows = await find('credits', {}, { limit: 20_000, fields: template.options })
  return template.options.map((one) => ({
    template: one,
    left: rows.reduce((sum, row) => sum + (row[one] ?? 0), 0),
  }))
}

/** 运行情况: whether the county's own work goes on by itself, for the work committee. It names nobody. */
export const healthPage = useCase('committee.health', aboutCounty, async (_request, { now }) => {
  const [running, calendarMissing, credits, fared, files, migrated] = await Promise.all([
    readRunning(),
    awaitedYears(now),
    creditsLeft(),
    readFared(now),
    count('imports', { kind: 'head', fileId: there() }),
    readMigrated(),
  ])
  const runs = running.runs.map(({ job, at, ms, ok }) => ({ job, at, ms, ok }))
  const build = process.env.BUILD ?? ''
  return done({ contractVersion, migrated, build, ...running, runs, calendarMissing, credits, fared, files })
})
