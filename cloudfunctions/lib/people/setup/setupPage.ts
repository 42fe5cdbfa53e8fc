import { done, refuse } from '@domain/contract/answer'
import type { HeadState, SetupPage } from '@domain/contract/setup'
import { isEnd, latestOf } from '@domain/duty/changeRule'
import { isActiveOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import { updateAudited } from '../../entry/audit/audited'
import { aboutCounty, rootOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { SETUP, type StoredSetup } from '../../store/collections/settings'
import { findById } from '../../store/find'
import { hasRegistered } from '../../store/hasRegistered'
import { insertOnce } from '../../store/insertOnce'
import { readVersions } from '../../store/readVersions'
import { countMembers } from '../organisation/countMembers'
import { readBranchHeads } from './branchHeads'

const readSetup = async (): Promise<StoredSetup | null> =>
  (await findById('settings', SETUP)) as StoredSetup | null

/** Rules that bind somebody, or will: all but those that have been ended. */
const countRules = async (): Promise<number> =>
  latestOf(await readVersions()).filter((rule) => !isEnd(rule)).length

function countHeads(states: readonly HeadState[]): SetupPage['heads'] {
  const heads = { bound: 0, invited: 0, open: 0, nobody: 0 }
  for (const state of states) heads[state] += 1
  return heads
}

async function countPeople(branchIds: readonly string[], { today }: Context): Promise<number> {
  const counts = await countMembers(branchIds, today)
  return branchIds.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
}

/** 首次启用: what stands in the county, by numbers alone. */
export const setupPage = useCase('setup.page', aboutCounty, async (_request, context) => {
  const { tree, today } = context
  const [setup, rules, heads, hasHeld] = await Promise.all([
    readSetup(),
    countRules(),
    readBranchHeads(context),
    hasRegistered(),
  ])
  const units = [...tree.values()].filter((node) => node.type === 'unit' && isActiveOn(node, today))
  const root = rootOf(tree)
  return done({
    ...(setup && { since: dayOf(setup.at) }),
    rules,
    units: units.length,
    branches: heads.length,
    members: await countPeople(
      heads.map(({ branch }) => branch.id),
      context,
    ),
    rightsSeen: setup?.rightsSeenAt !== undefined,
    heads: countHeads(heads.map(({ state }) => state)),
    hasHeld,
    root: { id: root?._id ?? '', name: root?.name ?? '' },
  })
})

/** Says once that the rights which the register gives have been looked through; who said so first stands in the audit. */
export const seeRights = useCase('setup.seeRights', aboutCounty, async ({ nonce }, { caller, now }) => {
  const fresh: Omit<StoredSetup, 'updatedAt'> = { _id: SETUP, kind: 'setup', at: now }
  await insertOnce('settings', fresh)
  const telling = {
    what: 'setup' as const,
    by: nameForRecords(caller),
    at: now,
    result: 'rights',
    key: nonce,
  }
  const where = { _id: SETUP, rightsSeenAt: null }
  await updateAudited(telling, 'settings', where, { rightsSeenAt: now })
  const setup = await readSetup()
  return setup?.rightsSeenAt === undefined ? refuse('try_again') : done({ seen: true as const })
})
