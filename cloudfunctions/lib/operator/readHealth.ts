import { contractVersion } from '@domain/contract/answer'
import type { Health } from '@domain/contract/operator'
import { template } from '@domain/contract/reminder'
import { readTemplates } from '@domain/contract/templates'
import { dayOf } from '@domain/time/day'
import { awaitedYears } from '../entry/readWorkdays'
import { hasPhoneKey } from '../people/identity/phoneHash'
import { committeeOn } from '../people/identity/unbind'
import { after } from '../store/conditions'
import { readMigrated } from '../store/migrations/migrate'
import { count } from '../store/find'
import { readRunning } from '../telling/health/readRunning'
import { readTrials } from '../telling/reminder/trial'

async function numbers(now: number) {
  const [rules, organisations, members, unsettled, openTokens, committee] = await Promise.all([
    count('duties', {}),
    count('organisations', {}),
    count('members', {}),
    count('audit', { state: 'begun' }),
    count('invitations', { first: true, state: 'open', until: after(now) }),
    committeeOn(dayOf(now)),
  ])
  return { rules, organisations, members, unsettled, openTokens, committee: committee.length }
}

/** How the environment is, for whoever runs it. Asked a few times a year: it may look at whole collections. */
export async function readHealth(now: number): Promise<Health> {
  const templates = readTemplates(process.env.TEMPLATES)
  const [counted, running, calendarMissing, trials, migrated] = await Promise.all([
    numbers(now),
    readRunning(),
    awaitedYears(now),
    readTrials(),
    readMigrated(),
  ])
  return {
    contractVersion,
    migrated,
    build: process.env.BUILD ?? '',
    now,
    ...counted,
    ...running,
    calendarMissing,
    templates: templates === null ? 'unreadable' : 'set',
    templatesSet: template.options.filter((one) => templates?.[one] !== undefined),
    hasPhoneKey: hasPhoneKey(),
    trials: trials.map(({ template: of, askedAt, outcome }) => ({ template: of, askedAt, outcome })),
  }
}
