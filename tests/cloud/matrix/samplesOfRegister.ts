import type { Action } from '@domain/contract/actions'
import { consentVersion } from '@domain/contract/privacy'
import type { Actor } from './actors'
import type { About, Sample } from './expected'
import { typeOf } from './nodes'
import { atDoor, branch, community, county, group, nonce, requestOf, sample, unit } from './sample'

type OfRegister = Exclude<
  Extract<
    Action,
    `${'binding' | 'setup' | 'roster' | 'organisation' | 'import' | 'grants' | 'privacy' | 'feedback'}.${string}`
  >,
  // Of kept lists: samplesOfLists.
  'import.beginRows' | 'import.rows'
>

const own: About = { member: 'own' }
const memberForm = {
  name: '改名',
  phoneTail: '0001',
  standing: 'full',
  householdIds: [],
  contactBranchIds: [],
}
const anOfficer = { organisationId: 'unit1', role: 'unit_officer' }
const noToken = 'no-such-token-0123456789'
const onceUponATime = '2020-01-01'

/** Of the unit's rights an officer gives the one of that very unit (mayGrant). */
const givesAtUnit1 = ({ holds }: Actor) => holds?.role !== 'unit_officer' || holds.node === 'unit1'

/** What one runs oneself: branches one by one, or the county. */
const held = ({ holds }: Actor): About => {
  const node = holds?.node
  if (node === undefined) return {}
  return typeOf(node) === 'branch' ? { branch: node } : { place: node }
}

/** Binding, register, organisations, imports, rights, privacy, complaints. */
export const samplesOfRegister: Record<OfRegister, Sample | Sample[]> = {
  'binding.invite': sample(branch, () => ({ memberId: 'nobody', ...nonce() })),
  'binding.inviteStaff': [
    sample(unit, () => ({ ...anOfficer, name: '某人', ...nonce() }), { also: givesAtUnit1 }),
    sample(community, () => ({
      organisationId: 'community1',
      role: 'community_staff',
      name: '某人',
      ...nonce(),
    })),
  ],
  'setup.page': sample(county),
  'setup.seeRights': sample(county, nonce),
  'setup.heads': sample(county),
  'setup.invite': sample(branch, () => ({ branchIds: ['branch1'], ...nonce() })),
  'binding.withdraw': [
    sample(branch, { invitationId: 'invitation-of-member' }),
    sample(unit, { invitationId: 'invitation-of-officer' }, { also: givesAtUnit1 }),
  ],
  'binding.look': sample({}, { token: noToken }),
  'binding.take': sample({}, () => ({ token: noToken, ...nonce() })),
  'binding.byPhone': sample({}, { branchId: 'branch1', name: '无此人', code: 'spent' }),
  'binding.decideMany': sample(atDoor, () => ({
    requestIds: [requestOf('openid-at-door-too')],
    approve: false,
  })),
  'binding.unbind': sample({}, nonce),
  'binding.release': sample(branch, { memberId: 'released' }),
  'binding.firstAdmin': sample({}, () => ({ token: noToken, name: '某人', ...nonce() })),
  'roster.list': sample(branch, { branchId: 'branch1' }),
  'roster.member': sample(group, { memberId: 'subject' }),
  'roster.choices': sample(branch, { branchId: 'branch1' }),
  'roster.save': sample(branch, () => ({
    branchId: 'branch1',
    memberId: 'subject',
    version: 99,
    form: memberForm,
    ...nonce(),
  })),
  'roster.transfer': sample(group, () => ({ memberId: 'subject', toBranchId: 'branch1', ...nonce() })),
  'roster.accept': sample(branch, { memberId: 'neighbour', branchId: 'branch1', accept: true }),
  'roster.handOver': sample(group, () => ({
    memberId: 'subject',
    householdId: 'nobodys',
    toMemberId: 'nobody',
    ...nonce(),
  })),
  'roster.leave': sample(group, { memberId: 'subject', on: null, why: 'moved_away' }),
  'roster.settleCorrection': sample(branch, { correctionId: 'correction1', agree: false }),
  'roster.myExemptions': sample(own),
  'roster.askExemption': sample(own, () => ({
    category: 'health',
    from: '2026-09-22',
    to: '2026-09-01',
    ...nonce(),
  })),
  'roster.setExemption': sample(group, () => ({
    memberId: 'subject',
    exemptionId: 'none',
    category: 'health',
    from: '2026-09-22',
    agree: true,
    ...nonce(),
  })),
  'organisation.tree': [
    sample(branch, { underId: 'branch1' }),
    sample(unit, { underId: 'unit1' }),
    sample(county, { underId: 'county' }),
  ],
  'organisation.one': [
    sample(branch, { organisationId: 'branch1' }),
    sample(group, { organisationId: 'group1' }),
    sample(unit, { organisationId: 'unit1', forElection: true }),
    sample(county, { organisationId: 'community1' }),
  ],
  'organisation.change': [
    sample(branch, () => ({
      on: onceUponATime,
      change: { what: 'found', type: 'group', parentId: 'branch1', name: '新小组' },
      ...nonce(),
    })),
    sample({ unit: 'unit1' }, () => ({
      on: onceUponATime,
      change: { what: 'edit', organisationId: 'branch1', name: '新名字' },
      ...nonce(),
    })),
    sample(county, () => ({
      on: onceUponATime,
      change: { what: 'dissolve', organisationId: 'community1' },
      ...nonce(),
    })),
  ],
  'organisation.previewChange': [
    sample(branch, {
      on: onceUponATime,
      change: { what: 'found', type: 'group', parentId: 'branch1', name: '新小组' },
    }),
    sample(
      { unit: 'unit1' },
      {
        on: onceUponATime,
        change: { what: 'edit', organisationId: 'branch1', name: '新名字' },
      },
    ),
  ],
  'organisation.cancelChange': [
    sample(branch, { changeId: 'change-of-group' }),
    sample({ unit: 'unit1' }, { changeId: 'change-of-branch' }),
  ],
  'organisation.elect': [
    sample(branch, () => ({
      branchId: 'branch1',
      kind: 'by_election',
      on: onceUponATime,
      posts: [{ memberId: 'neighbour', post: 'secretary' }],
      ...nonce(),
    })),
    sample(unit, () => ({
      branchId: 'unit1',
      kind: 'by_election',
      on: onceUponATime,
      posts: [{ memberId: 'neighbour', post: 'unit_secretary' }],
      ...nonce(),
    })),
  ],
  'organisation.leader': sample(branch, () => ({ groupId: 'group1', memberId: 'neighbour', ...nonce() })),
  'import.begin': sample({}, () => ({ ending: 'xlsx', ...nonce() }), { aboutActor: held }),
  'import.beginList': sample(community, () => ({ communityId: 'community1', ending: 'csv', ...nonce() })),
  'import.list': sample(community, () => ({
    ...{ communityId: 'community1', fileId: 'cloud://none' },
    ...nonce(),
  })),
  'import.dropLists': sample(community, { communityId: 'community1' }),
  'import.read': sample({}, () => ({ fileId: 'cloud://none', fileName: '名册.xlsx', ...nonce() }), {
    aboutActor: held,
  }),
  'import.proceed': sample({ importer: 'committee-county' }, { importId: 'import1' }),
  'import.preview': sample({ importer: 'committee-county' }, { importId: 'import1', from: 0 }),
  'import.choose': sample(
    { importer: 'committee-county' },
    { importId: 'import1', sheet: '一', line: 3, key: 'new' },
  ),
  'import.apply': sample({ importer: 'committee-county' }, { importId: 'import1' }),
  'import.export': sample(branch, { organisationId: 'branch1' }),
  'grants.list': [sample(unit, { organisationId: 'unit1' }), sample(county, { organisationId: 'county' })],
  'grants.give': sample(unit, () => ({ ...anOfficer, memberId: 'nobody', from: '2026-09-22', ...nonce() }), {
    also: givesAtUnit1,
  }),
  'grants.revoke': sample(unit, { organisationId: 'unit1', grantId: 'none' }, { also: givesAtUnit1 }),
  'privacy.consent': sample({}, { version: consentVersion, agree: true }),
  'privacy.centre': sample({}),
  'privacy.export': sample({}),
  'privacy.exportPart': sample({}, { part: 0 }),
  'privacy.correct': sample(own, () => ({ field: 'other', text: '请核对', ...nonce() })),
  'privacy.askDeletion': sample({}, nonce),
  'privacy.deletions': sample(county),
  'privacy.decideDeletion': sample(county, { id: 'deletion1', agree: false }),
  'feedback.send': sample({}, () => ({ kind: 'other', text: '建议', anonymous: true, ...nonce() })),
  'feedback.mine': sample({}, { keys: [] }),
  'feedback.list': sample(county),
  'feedback.answer': sample(county, { id: '20260901-01', answer: '已改' }),
}
