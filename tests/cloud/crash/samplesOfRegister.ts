import { hashOf } from '@cloud/lib/people/identity/invitation'
import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Action } from '@domain/contract/actions'
import { MOMENT, openIdOf } from '../people'
import { aMemberForm } from '../registers'
import type { CutCloud } from './CutCloud'
import { earlier, nonce, type Prepared, type Sample, sample } from './sample'
import { ownChanges, settleOwnChange } from './samplesOfOwn'
import { county, knownNumber, neighbour, secretary, staff, stranger } from './seed'

const m11 = { branchId: 'branch1', name: '郭同志', phoneTail: '1011' }
const TODAY = '2026-09-22'

/** A stranger asks to speak for m11, whom nobody speaks for. */
async function asked(cloud: CutCloud): Promise<{ requestId: string }> {
  await cloud.get(stranger, 'identity.request', m11)
  return { requestId: cloud.find<Identity>('identities', { _id: stranger })[0]?.requestId ?? '' }
}

const invited = async (cloud: CutCloud): Promise<{ token: string; id: string }> => {
  const { token, invitationId } = await cloud.get(secretary, 'binding.invite', {
    memberId: 'm11',
    nonce: earlier,
  })
  return { token, id: invitationId }
}

const officerInvited = async (cloud: CutCloud): Promise<{ token: string; id: string }> => {
  const request = { organisationId: 'unit1', role: 'unit_officer', name: '某人', nonce: earlier }
  const { token, invitationId } = await cloud.get(county, 'binding.inviteStaff', request)
  return { token, id: invitationId }
}

/** A 机关党委 with branch3 below it. */
const withPartyCommittee = async (cloud: CutCloud): Promise<{ unitId: string }> => {
  const change = { what: 'found', type: 'unit', parentId: 'county', name: '县教育局机关党委' }
  const { organisationId } = await cloud.get(county, 'organisation.change', {
    on: TODAY,
    nonce: earlier,
    change,
  })
  const moving = { what: 'move', organisationId: 'branch3', parentId: organisationId }
  await cloud.get(county, 'organisation.change', { on: TODAY, nonce: `${earlier}2`, change: moving })
  return { unitId: organisationId }
}

const given = async (cloud: CutCloud): Promise<{ grantId: string }> =>
  cloud.get(county, 'grants.give', {
    organisationId: 'unit1',
    role: 'unit_officer',
    memberId: 'm5',
    from: TODAY,
    nonce: earlier,
  })

const v1Gone = (cloud: CutCloud) =>
  cloud.get(secretary, 'roster.leave', { memberId: 'v1', on: '2026-09-21', why: 'moved_away' })

const transferAsked = async (cloud: CutCloud) => {
  await cloud.get(secretary, 'roster.transfer', { memberId: 'm5', toBranchId: 'branch2', nonce: earlier })
  return {}
}

/** One more, one with another post and household community, one as before. */
const file = [
  '姓名,联系电话,所在党支部,所在党小组,人员类别,党内职务',
  '新同志,13800009001,农业农村局党支部,第一党小组,预备党员,',
  '李同志,13800008888,农业农村局党支部,第一党小组,正式党员,',
  '何同志,13800001006,农业农村局党支部,第三党小组,正式党员,',
].join('\r\n')

/** Sent to where the cloud wants it. */
const uploadedFor = (of: string) => async (cloud: CutCloud) => {
  const { cloudPath } = await cloud.get(county, 'import.begin', { nonce: of, ending: 'csv' })
  return { fileId: await cloud.upload(county, file, cloudPath) }
}

const read = async (cloud: CutCloud) => {
  const { fileId } = await uploadedFor(earlier)(cloud)
  const request = { fileId, fileName: '名册.csv', nonce: earlier }
  return { importId: (await cloud.get(county, 'import.read', request)).importId }
}

/** The file is opened, its rows are not judged yet. */
async function halfRead(cloud: CutCloud) {
  const { fileId } = await uploadedFor(earlier)(cloud)
  cloud.wire.heal()
  cloud.wire.dieAfter(4)
  const request = { fileId, fileName: '名册.csv', nonce: earlier }
  await cloud.call(county, 'import.read', request).catch(() => undefined)
  cloud.forget()
  const [head] = cloud.find<{ _id: string }>('imports', { kind: 'head', state: 'reading' })
  return { importId: head?._id }
}

async function questioned(cloud: CutCloud) {
  const { importId } = await read(cloud)
  const { rows } = await cloud.get(county, 'import.preview', { importId, from: 0 })
  const asked = rows.find(({ options }) => options.length > 0)
  return { importId, sheet: asked?.sheet, line: asked?.line, key: asked?.options[0]?.key }
}

const changed = (change: object) => sample(county, { on: TODAY, nonce, change })
const onPage = 'the page of the import asks on until it is through; what is done is known row by row'
const whoSpeaks = 'an identity that speaks for nobody yet; it goes with the month'
const whoTakes = 'the token stays this phone’s until it is taken to the end or the invitation ends'

const firstToken = { token: 'the-first-token-of-a-county', name: '首任管理员', nonce }
/** A county that nobody runs any more, and the token by which somebody will. */
async function nobodyRuns(cloud: CutCloud): Promise<Prepared> {
  for (const openId of [county, 'openid-county-2']) await cloud.get(openId, 'binding.unbind', { nonce })
  cloud.insert('invitations', {
    _id: 'first',
    tokenHash: hashOf(firstToken.token),
    state: 'open',
    first: true,
    organisationId: '',
    name: '某县县直机关工委',
    role: 'committee',
    giver: '',
    by: 'outside',
    at: MOMENT,
    until: MOMENT + 86_400_000,
  })
  return {}
}

/** Branches of which nobody who runs them has a WeChat. */
async function unled(cloud: CutCloud): Promise<Prepared> {
  for (const openId of ['m1', 'm2', 'n1'].map(openIdOf))
    await cloud.get(openId, 'binding.unbind', { nonce: earlier })
  return {}
}

export const samplesOfRegister: Partial<Record<Action, Sample[]>> = {
  'identity.request': [sample(stranger, m11)],
  'identity.decide': [
    sample(secretary, ({ requestId }) => ({ requestId, approve: true }), { prepare: asked }),
    sample(secretary, ({ requestId }) => ({ requestId, approve: false }), { prepare: asked }),
  ],
  'binding.decideMany': [
    sample(secretary, ({ requestId }) => ({ requestIds: [requestId], approve: true }), { prepare: asked }),
  ],
  'binding.invite': [
    sample(secretary, { memberId: 'm11', nonce }),
    sample(secretary, { memberId: 'm11', nonce }, { prepare: invited }),
  ],
  'binding.inviteStaff': [
    sample(county, { organisationId: 'unit1', role: 'unit_officer', name: '某人', nonce }),
  ],
  'setup.seeRights': [sample(county, { nonce })],
  'setup.invite': [
    sample(county, { branchIds: ['branch1'], nonce }, { prepare: unled }),
    sample(county, { branchIds: ['branch1', 'branch2'], nonce }, { prepare: unled }),
  ],
  // WeChat’s answer is made up by the test: here the code is the number.
  'binding.byPhone': [
    sample(stranger, { branchId: 'branch1', name: '号码同志', code: knownNumber }, { resumes: whoSpeaks }),
  ],
  'binding.withdraw': [sample(secretary, ({ id }) => ({ invitationId: id }), { prepare: invited })],
  'binding.take': [
    sample(stranger, ({ token }) => ({ token, nonce }), { prepare: invited, resumes: whoTakes }),
    sample(stranger, ({ token }) => ({ token, nonce }), { prepare: officerInvited, resumes: whoTakes }),
    sample(openIdOf('m5'), ({ token }) => ({ token, nonce }), { prepare: officerInvited, resumes: whoTakes }),
  ],
  'binding.unbind': [sample(openIdOf('m4'), { nonce }), sample(staff, { nonce })],
  'binding.release': [sample(secretary, { memberId: 'm4' })],
  'binding.firstAdmin': [
    sample(stranger, firstToken, { prepare: (cloud) => nobodyRuns(cloud), resumes: whoTakes }),
    sample(stranger, firstToken, {
      prepare: async (cloud) => {
        await nobodyRuns(cloud)
        for (const name of ['organisations', 'duties', 'settings']) await cloud.remove(name, {})
        return {}
      },
      resumes: whoTakes,
    }),
  ],
  'roster.save': [
    sample(secretary, { branchId: 'branch1', form: aMemberForm({ householdIds: ['h1', 'h2'] }), nonce }),
    sample(secretary, {
      branchId: 'branch1',
      memberId: 'v1',
      form: aMemberForm({
        name: '走访同志',
        phoneTail: '0001',
        communityId: 'community1',
        householdIds: ['h2'],
      }),
      nonce,
    }),
    ...ownChanges,
  ],
  'roster.transfer': [sample(secretary, { memberId: 'm5', toBranchId: 'branch2', nonce })],
  'roster.accept': [
    sample(neighbour, { memberId: 'm5', branchId: 'branch2', accept: true }, { prepare: transferAsked }),
    sample(neighbour, { memberId: 'm5', branchId: 'branch2', accept: false }, { prepare: transferAsked }),
  ],
  'roster.handOver': [
    sample(secretary, { memberId: 'v1', householdId: 'h1', toMemberId: 'm5', nonce }),
    // The household is there for whoever comes.
    sample(secretary, { memberId: 'v2', householdId: 'h1', toMemberId: 'm5', nonce }, { prepare: v1Gone }),
  ],
  'roster.leave': [sample(secretary, { memberId: 'v1', on: TODAY, why: 'moved_away' })],
  'roster.settleCorrection': [
    sample(secretary, ({ id }) => ({ correctionId: id, agree: true }), {
      prepare: (cloud) =>
        cloud.get(openIdOf('m4'), 'privacy.correct', { field: 'other', text: '请核对', nonce: earlier }),
    }),
    settleOwnChange,
  ],
  'roster.askExemption': [
    sample(openIdOf('m4'), { category: 'health', from: TODAY, to: '2026-12-01', nonce }),
  ],
  'roster.setExemption': [
    sample(secretary, { memberId: 'm4', category: 'health', from: TODAY, agree: true, nonce }),
  ],
  'organisation.change': [
    changed({ what: 'found', type: 'branch', parentId: 'unit1', name: '县畜牧站党支部' }),
    changed({ what: 'edit', organisationId: 'branch1', name: '新名字党支部' }),
    changed({ what: 'move', organisationId: 'branch3', parentId: 'unit1' }),
    changed({ what: 'merge', organisationId: 'branch2', fromIds: ['branch3'] }),
    changed({
      what: 'split',
      organisationId: 'branch1',
      name: '县农业局第二党支部',
      memberIds: ['m5', 'm7'],
    }),
    changed({ what: 'dissolve', organisationId: 'group3' }),
  ],
  'organisation.cancelChange': [
    sample(county, ({ changeId }) => ({ changeId }), {
      prepare: async (cloud) => {
        const change = { what: 'edit', organisationId: 'branch2', name: '以后的名字' }
        await cloud.get(county, 'organisation.change', { on: '2026-10-20', nonce: earlier, change })
        return { changeId: cloud.find<{ _id: string }>('organisationChanges', { state: 'waiting' })[0]?._id }
      },
    }),
  ],
  'organisation.elect': [
    sample(secretary, {
      branchId: 'branch1',
      kind: 'election',
      on: TODAY,
      posts: [
        { memberId: 'm2', post: 'secretary' },
        { memberId: 'm4', post: 'organisation_officer' },
        { memberId: 'm5', post: 'publicity_officer' },
      ],
      nonce,
    }),
    sample(secretary, {
      branchId: 'branch1',
      kind: 'by_election',
      on: TODAY,
      posts: [{ memberId: 'm4', post: 'organisation_officer' }],
      nonce,
    }),
    sample(
      county,
      ({ unitId }) => ({
        branchId: unitId,
        kind: 'election',
        on: TODAY,
        posts: [
          { memberId: 'p1', post: 'unit_secretary' },
          { memberId: 'p2', post: 'unit_committee_member' },
        ],
        nonce,
      }),
      { prepare: withPartyCommittee },
    ),
  ],
  'organisation.leader': [
    sample(secretary, { groupId: 'group2', memberId: 'm7', nonce }),
    sample(secretary, { groupId: 'group2', memberId: null, nonce }),
  ],
  'import.begin': [sample(county, { nonce, ending: 'csv' })],
  'import.read': [
    sample(county, ({ fileId }) => ({ fileId, fileName: '名册.csv', nonce }), {
      prepare: uploadedFor(nonce),
      before: uploadedFor(nonce),
      resumes: onPage,
    }),
  ],
  'import.proceed': [
    sample(county, ({ importId }) => ({ importId }), { prepare: halfRead, resumes: onPage }),
  ],
  'import.choose': [sample(county, (question) => question, { prepare: questioned, resumes: onPage })],
  'import.apply': [sample(county, ({ importId }) => ({ importId }), { prepare: read, resumes: onPage })],
  'import.export': [
    sample(secretary, { organisationId: 'branch1' }, { repeats: 'every export is one of its own, and told' }),
  ],
  'grants.give': [
    sample(county, { organisationId: 'unit1', role: 'unit_officer', memberId: 'm5', from: TODAY, nonce }),
  ],
  'grants.revoke': [
    sample(county, ({ grantId }) => ({ organisationId: 'unit1', grantId }), { prepare: given }),
  ],
}
