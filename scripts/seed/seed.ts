import { startOf } from '@cloud/lib/store/startOf'
import { buildCounty, type CountySize } from './buildCounty'
import { consentsOf } from './consents'
import { creditsOf } from './credits'
import { historyOf } from './history'
import { lastReminders } from './lastReminders'
import { needsOf } from './needs'
import { readRoster } from './readRoster'

/** What the seed needs of a local cloud. */
export interface SeedTarget {
  database: { insertMany(collection: string, docs: Record<string, unknown>[]): void }
}

export interface SeedOptions {
  size: CountySize
  /** The demo moment (ms); nothing later has happened. */
  now: number
  /** Where the line with the seconds goes; the terminal unless given. */
  log?: (line: string) => void
}

/** Every document of the demo county, by collection; the same options give the same bytes. */
export async function demoDocuments({ size, now }: SeedOptions): Promise<Record<string, object[]>> {
  const county = buildCounty(await readRoster(), size, now)
  const { activities, facts } = historyOf(county, now)
  const credits = creditsOf(county.identities, now)
  const consents = consentsOf(county.identities, now)
  const reminders = lastReminders(county, credits, now)
  const needs = needsOf(county.organisations, now)
  return { ...county, ...startOf(now), activities, facts, needs, credits, consents, reminders }
}

/** Fills an empty local cloud with the demo county and says how long that took. */
export async function seedCounty(target: SeedTarget, options: SeedOptions): Promise<void> {
  const started = performance.now()
  const documents = await demoDocuments(options)
  for (const [collection, rows] of Object.entries(documents)) {
    if (rows.length > 0) target.database.insertMany(collection, rows as Record<string, unknown>[])
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const { members = [], facts = [] } = documents
  const log = options.log ?? console.log
  log(`demo data: ${members.length} members, ${facts.length} facts in ${seconds} s`)
}
