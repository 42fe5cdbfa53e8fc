import { rolesOf } from '@domain/access/rolesOf'
import { done } from '@domain/contract/answer'
import { isActiveOn } from '@domain/org/membershipOn'
import type { OrganisationType } from '@domain/org/organisation'
import { aboutNothing } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { count } from '../wx/find'
import { readWitnessRequests } from '../wx/readWitnessRequests'
import { branchesRun } from './branchesRun'
import { meetingsOf } from './meetingsOf'
import { placesOf } from './placesOf'
import { readBindRequests } from './readBindRequests'

/** What the county has, for those who look over all of it. */
async function countyOf({ caller, today, tree }: Context) {
  if (!rolesOf(caller, today).some(({ role }) => role === 'committee')) return {}
  const nodes = [...tree.values()].filter((node) => isActiveOn(node, today))
  const countNodes = (type: OrganisationType) => nodes.filter((node) => node.type === type).length
  const county = {
    branches: countNodes('branch'),
    members: await count('members', {}),
    communities: countNodes('community'),
    villages: countNodes('village'),
  }
  return { county }
}

/** 工作: what this person runs, and what waits for this person now. */
export const work = useCase('identity.work', aboutNothing, async (_request, context) => {
  const { member } = context.caller
  const branchIds = branchesRun(context)
  const [places, meetings, bindRequests, witness, county] = await Promise.all([
    placesOf(context),
    meetingsOf(context),
    branchIds.length > 0 ? readBindRequests(branchIds) : [],
    member ? readWitnessRequests(member._id) : [],
    countyOf(context),
  ])
  return done({ places, meetings, bindRequests, witness, ...county })
})
