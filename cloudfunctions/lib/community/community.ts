import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { acceptReports } from './acceptReports'
import { claimDeed, moveDeed } from './claimDeed'
import { changeService } from './changeService'
import { communityPage, listResidents } from './communityPage'
import { confirmDeeds, confirmService, confirmVisits } from './confirmFacts'
import { denyVisit, giveBackDeed } from './denyFacts'
import { listCards, setCard } from './doorCards'
import { correctService, missedServices } from './correctService'
import { enterService } from './enterService'
import { findResidents } from './findResidents'
import { joinService } from './joinService'
import { listDeeds } from './listDeeds'
import { needsOfPlace, offeredNeeds } from './listNeeds'
import { openDoor } from './openDoor'
import { leaveCommunity, ownCommunities, reportIn, withdrawReport } from './ownCommunities'
import { ownHouseholds } from './ownHouseholds'
import { pastOf, pastVisits } from './pastOf'
import { pendingDeeds, pendingVisits } from './pendingDeeds'
import { pictureOfCode } from './pictureOfCode'
import { prepareService } from './prepareService'
import { acceptProposal, declineProposal } from './answerProposal'
import { proposalsOfBranch, proposalsOfCommunity } from './listProposals'
import { proposeService, withdrawProposal } from './proposeService'
import { publishService } from './publishService'
import { backfillVisit, recordVisit } from './recordVisit'
import { registeredBelow, registeredInBranch } from './registeredIn'
import { listServed } from './servedIn'
import { serviceBoard } from './serviceBoard'
import { sevenOnesOf } from './sevenOnes'
import { takeNeed } from './takeNeed'
import { withdrawNeed, writeNeed } from './writeNeed'

/** Service in a community, visits to a household and 实事; and the printed codes that lead to them. */
export const community = {
  'service.prepare': prepareService,
  'service.publish': publishService,
  'service.change': changeService,
  'service.join': joinService,
  'service.board': serviceBoard,
  'service.confirm': confirmService,
  'service.residents': findResidents,
  'service.enter': enterService,
  'service.missed': missedServices,
  'service.correct': correctService,
  'service.sevenOnes': sevenOnesOf,
  'community.mine': ownCommunities,
  'community.report': reportIn,
  'community.withdraw': withdrawReport,
  'community.leave': leaveCommunity,
  'community.page': communityPage,
  'community.accept': acceptReports,
  'community.residents': listResidents,
  'community.ofBranch': registeredInBranch,
  'community.below': registeredBelow,
  'community.served': listServed,
  'community.past': pastOf,
  'household.open': openDoor,
  'household.mine': ownHouseholds,
  'household.visit': recordVisit,
  'household.backfill': backfillVisit,
  'household.pending': pendingVisits,
  'household.confirm': confirmVisits,
  'household.past': pastVisits,
  'household.deny': denyVisit,
  'household.cards': listCards,
  'household.setCard': setCard,
  'code.picture': pictureOfCode,
  'deed.list': listDeeds,
  'deed.claim': claimDeed,
  'deed.move': moveDeed,
  'deed.pending': pendingDeeds,
  'deed.confirm': confirmDeeds,
  'deed.giveBack': giveBackDeed,
  'need.offered': offeredNeeds,
  'need.take': takeNeed,
  'need.page': needsOfPlace,
  'need.write': writeNeed,
  'need.withdraw': withdrawNeed,
  'proposal.ofBranch': proposalsOfBranch,
  'proposal.write': proposeService,
  'proposal.withdraw': withdrawProposal,
  'proposal.ofCommunity': proposalsOfCommunity,
  'proposal.accept': acceptProposal,
  'proposal.decline': declineProposal,
} satisfies Partial<UseCasesOf<ApiAction>>
