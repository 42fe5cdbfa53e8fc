import type { Action } from '@domain/contract/actions'
import { secretary } from '../world'
import { county, type Field, nonce, only, type Try } from './elsewhereTries'

const rosterForm = (overrides: object = {}) => ({
  ...{
    name: '改名',
    phoneTail: '0001',
    standing: 'full',
    householdIds: [],
    contactBranchIds: [],
    ...overrides,
  },
})
const change = (by: string, asked: object, other: Try['other'], more: () => object): Try => ({
  by,
  request: () => ({ on: '2026-09-22', change: asked, ...more() }),
  other,
})
const merging = { what: 'merge', organisationId: 'group1', fromIds: ['group-of-2'] }
const splitting = {
  what: 'split',
  organisationId: 'branch1',
  name: '新支部',
  memberIds: ['n1'],
  branchType: 'organ',
}
const changing = (more: () => object): Record<string, Field> => ({
  'change.parentId': 'judged',
  'change.organisationId': 'judged',
  'change.fromIds': change(secretary, merging, ['organisations', 'group-of-2'], more),
  'change.memberIds': change(county, splitting, ['members', 'n1'], more),
})
const decide: Try = {
  by: secretary,
  request: () => ({ requestId: 'request-elsewhere', requestIds: ['request-elsewhere'], approve: true }),
  other: ['identities', 'phone-elsewhere'],
}
/** Binding, register, organisations, rights. */
export const elsewhereOfRegister: Partial<Record<Action, Record<string, Field>>> = {
  'identity.decide': {
    requestId: { ...decide, request: only({ requestId: 'request-elsewhere', approve: true }) },
  },
  // Asks: the branch named says who is its member, and nobody is bound without it or the whole number.
  'identity.request': { branchId: 'names' },
  'binding.byPhone': { branchId: 'names' },
  // A branch that answers for itself, and one of a county there is none of.
  'setup.invite': {
    branchIds: {
      by: county,
      request: () => ({ branchIds: ['branch1', 'branch-of-nobody'], ...nonce() }),
      other: ['members', 'm1'],
    },
  },
  'binding.decideMany': {
    requestIds: { ...decide, request: only({ requestIds: ['request-elsewhere'], approve: true }) },
  },
  'binding.withdraw': {
    invitationId: {
      by: secretary,
      request: only({ invitationId: 'invitation-elsewhere' }),
      other: ['invitations', 'invitation-elsewhere'],
    },
  },
  'roster.save': {
    branchId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ branchId: 'branch1', memberId: 'n2', form: rosterForm(), ...nonce() }),
      other: ['members', 'n2'],
    },
    'form.groupId': {
      by: secretary,
      request: () => ({
        branchId: 'branch1',
        memberId: 'm4',
        form: rosterForm({ groupId: 'group-of-2' }),
        ...nonce(),
      }),
      other: ['members', 'm4'],
    },
    // Where a member lives, whom one visits, where a county leader goes: the county's, of no branch.
    'form.communityId': 'names',
    'form.householdIds': 'names',
    'form.contactBranchIds': 'names',
  },
  // Asks the other branch, whose yes it takes.
  'roster.transfer': { memberId: 'judged', toBranchId: 'names' },
  'roster.accept': {
    branchId: 'judged',
    memberId: {
      by: secretary,
      request: only({ branchId: 'branch1', memberId: 'n2', accept: true }),
      other: ['members', 'n2'],
    },
    groupId: {
      by: secretary,
      request: only({ branchId: 'branch1', memberId: 'n2', groupId: 'group-of-2', accept: true }),
      other: ['members', 'n2'],
    },
  },
  'roster.handOver': {
    memberId: 'judged',
    householdId: {
      by: secretary,
      request: () => ({ memberId: 'm4', householdId: 'household-elsewhere', toMemberId: 'm5', ...nonce() }),
      other: ['members', 'm5'],
    },
    toMemberId: {
      by: secretary,
      request: () => ({ memberId: 'm4', householdId: 'household-elsewhere', toMemberId: 'n2', ...nonce() }),
      other: ['members', 'n2'],
    },
  },
  'roster.settleCorrection': {
    correctionId: {
      by: secretary,
      request: only({ correctionId: 'correction-elsewhere', agree: true }),
      other: ['corrections', 'correction-elsewhere'],
    },
  },
  'roster.setExemption': {
    memberId: 'judged',
    exemptionId: {
      by: secretary,
      request: () => ({
        memberId: 'm4',
        exemptionId: 'of-another',
        category: 'health',
        from: '2026-09-22',
        agree: true,
        ...nonce(),
      }),
      other: ['members', 'm4'],
    },
    dutyIds: 'names',
  },
  'organisation.change': changing(nonce),
  'organisation.previewChange': changing(() => ({})),
  'organisation.cancelChange': {
    changeId: {
      by: secretary,
      request: only({ changeId: 'change-elsewhere' }),
      other: ['organisationChanges', 'change-elsewhere'],
    },
  },
  'organisation.elect': {
    branchId: 'judged',
    'posts.memberId': {
      by: secretary,
      request: () => ({
        branchId: 'branch1',
        kind: 'by_election',
        on: '2026-09-22',
        posts: [{ memberId: 'n2', post: 'secretary' }],
        ...nonce(),
      }),
      other: ['members', 'n2'],
    },
  },
  'organisation.leader': {
    groupId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ groupId: 'group1', memberId: 'n2', ...nonce() }),
      other: ['members', 'n2'],
    },
  },
  // A right at what is judged, whoever comes to hold it.
  'grants.give': { organisationId: 'judged', memberId: 'names' },
  'grants.revoke': {
    organisationId: 'judged',
    grantId: {
      by: county,
      request: only({ organisationId: 'community1', grantId: 'of-another-place' }),
      other: ['identities', county],
    },
  },
}
