import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { decideBindRequest, decideBindRequests } from './binding/decideBindRequests'
import { firstAdmin } from './binding/firstAdmin'
import { inviteMember, inviteStaff, withdrawInvitation } from './binding/inviteMember'
import { releaseBinding, unbindSelf } from './binding/releaseBinding'
import { bindByPhone, requestBinding } from './binding/requestBinding'
import { branchChoices, lookAtInvitation, takeInvitation } from './binding/takeInvitation'
import { whoAmI } from './binding/whoAmI'
import { enterTalk } from './entered/enterTalk'
import { talkPage } from './entered/talkPage'
import { tickMembers } from './entered/tickMembers'
import { ticksOf } from './entered/ticksOf'
import { giveGrant, revokeGrant } from './grants/giveGrant'
import { listGrants } from './grants/listGrants'
import { changeOrganisations } from './organisation/changeOrganisations'
import { electCommittee } from './organisation/electCommittee'
import { nameLeader } from './organisation/nameLeader'
import { oneOrganisation } from './organisation/oneOrganisation'
import { organisationTree } from './organisation/organisationTree'
import { cancelChange } from './organisation/planFor'
import { previewChange } from './organisation/previewChange'
import { askCorrection } from './privacy/askCorrection'
import { askDeletion, decideDeletion, listDeletions } from './privacy/decideDeletion'
import { exportMine, exportPart } from './privacy/exportMine'
import { giveConsent } from './privacy/giveConsent'
import { privacyCentre } from './privacy/privacyCentre'
import { acceptArrival, askForTransfer } from './register/acceptArrival'
import { askExemption, myExemptions } from './register/askExemption'
import { endMembership } from './register/endMembership'
import { handOverHousehold } from './register/handOver'
import { listRoster } from './register/listRoster'
import { memberSheet } from './register/memberSheet'
import { registerChoices } from './register/registerChoices'
import { saveMember } from './register/saveMember'
import { setExemption } from './register/setExemption'
import { settleCorrection } from './register/settleCorrection'
import { branchHeads } from './setup/branchHeads'
import { inviteHeads } from './setup/inviteHeads'
import { seeRights, setupPage } from './setup/setupPage'

/** Who is who, and who may what: organisation, register, binding, rights given, what a branch enters of its members, and one's own rights over what is kept. */
export const people = {
  'identity.me': whoAmI,
  'identity.branches': branchChoices,
  'identity.request': requestBinding,
  'identity.decide': decideBindRequest,
  'privacy.consent': giveConsent,
  'privacy.centre': privacyCentre,
  'privacy.export': exportMine,
  'privacy.exportPart': exportPart,
  'privacy.correct': askCorrection,
  'privacy.askDeletion': askDeletion,
  'privacy.deletions': listDeletions,
  'privacy.decideDeletion': decideDeletion,
  'binding.invite': inviteMember,
  'binding.inviteStaff': inviteStaff,
  'binding.withdraw': withdrawInvitation,
  'binding.look': lookAtInvitation,
  'binding.take': takeInvitation,
  'binding.byPhone': bindByPhone,
  'binding.decideMany': decideBindRequests,
  'binding.unbind': unbindSelf,
  'binding.release': releaseBinding,
  'binding.firstAdmin': firstAdmin,
  'setup.page': setupPage,
  'setup.seeRights': seeRights,
  'setup.heads': branchHeads,
  'setup.invite': inviteHeads,
  'grants.list': listGrants,
  'grants.give': giveGrant,
  'grants.revoke': revokeGrant,
  'roster.list': listRoster,
  'roster.member': memberSheet,
  'roster.choices': registerChoices,
  'roster.save': saveMember,
  'roster.transfer': askForTransfer,
  'roster.accept': acceptArrival,
  'roster.handOver': handOverHousehold,
  'roster.leave': endMembership,
  'roster.settleCorrection': settleCorrection,
  'roster.myExemptions': myExemptions,
  'roster.askExemption': askExemption,
  'roster.setExemption': setExemption,
  'deed.ticks': ticksOf,
  'deed.tick': tickMembers,
  'talk.page': talkPage,
  'talk.enter': enterTalk,
  'organisation.tree': organisationTree,
  'organisation.one': oneOrganisation,
  'organisation.previewChange': previewChange,
  'organisation.change': changeOrganisations,
  'organisation.cancelChange': cancelChange,
  'organisation.elect': electCommittee,
  'organisation.leader': nameLeader,
} satisfies Partial<UseCasesOf<ApiAction>>
