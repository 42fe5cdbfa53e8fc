import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Invitation } from '@cloud/lib/store/collections/invitations'
import type { StoredChange } from '@cloud/lib/store/collections/organisationChanges'
import type { OrganisationChange } from '@domain/contract/organisation'
import { aFact } from '@domain/testing/builders'
import { MOMENT } from '../people'
import { World } from '../world'
import { identities, members } from './actors'
import { heldInAugust, meetingId, meetings } from './meetings'
import { organisations } from './nodes'
import { listRowsOfMatrix } from './samplesOfLists'
import { needsOfMatrix } from './samplesOfNeeds'

const invitation = (_id: string, overrides: Partial<Invitation>): Omit<Invitation, 'updatedAt'> => ({
  _id,
  tokenHash: `hash-of-${_id}`,
  state: 'open',
  organisationId: 'branch1',
  name: '某人',
  giver: '',
  by: 'outside',
  at: MOMENT,
  until: MOMENT + 86_400_000,
  ...overrides,
})

/** Asked at the door of the meeting that `identity.decide` is tried at. */
const atDoor = (_id: string): Identity => ({
  _id,
  state: 'requested',
  requestId: `request-${_id}`,
  memberId: 'asking',
  branchId: 'branch1',
  activityId: meetingId('activity.board', 'branch'),
  requestedAt: 1,
  grants: [],
  updatedAt: new Date(MOMENT),
})
identities.push(atDoor('openid-at-door'), atDoor('openid-at-door-too'))

/** A change of the tree whose day has not come. */
const waiting = (_id: string, change: OrganisationChange): Omit<StoredChange, 'updatedAt'> => ({
  _id,
  change,
  on: '2026-12-01',
  by: 'outside',
  at: MOMENT,
  state: 'waiting',
})

const anImport = (_id: string, startedBy: string) => ({
  _id,
  kind: 'head',
  startedBy,
  at: MOMENT,
  fileName: '名册.xlsx',
  state: 'ready',
  rows: 0,
  pages: [],
  applied: 0,
  added: 0,
  changed: 0,
  taken: [],
  ignored: [],
  newOrganisations: [],
  firstOrder: 0,
})

/** Who and what there is; other worlds of the same actors begin with it. */
export const matrixRows: Record<string, object[]> = {
  organisations,
  members,
  identities,
  activities: [...meetings, heldInAugust],
  invitations: [
    invitation('invitation-of-member', { memberId: 'nobody' }),
    invitation('invitation-of-officer', { organisationId: 'unit1', role: 'unit_officer' }),
  ],
  facts: [
    aFact({
      _id: 'fact-to-witness',
      memberId: 'colleague',
      activityId: meetingId('checkin.witness', 'branch'),
      way: 'backfill',
      confirmed: null,
      witnessId: 'secretary-branch1',
    }),
    aFact({
      _id: 'deed-of-subject',
      kind: 'deed',
      memberId: 'subject',
      hostId: 'community1',
      way: 'self',
      confirmed: null,
      detail: { title: '修灯', beneficiary: 'community', state: 'claimed' },
    }),
  ],
  reminders: [
    {
      _id: 'gap_subject_2026-09_1',
      memberId: 'subject',
      branchId: 'branch1',
      kind: 'month_gap',
      periodKey: '2026-09',
      overdue: false,
      items: [],
      at: MOMENT,
      state: 'leader',
    },
  ],
  corrections: [
    {
      _id: 'correction1',
      memberId: 'subject',
      branchId: 'branch1',
      field: 'other',
      text: '请核对',
      at: MOMENT,
      state: 'open',
    },
  ],
  organisationChanges: [
    waiting('change-of-group', { what: 'found', type: 'group', parentId: 'branch1', name: '新小组' }),
    waiting('change-of-branch', { what: 'edit', organisationId: 'branch1', name: '新名字' }),
  ],
  deletions: [{ _id: 'deletion1', memberId: 'subject', at: MOMENT, state: 'open' }],
  feedback: [
    {
      _id: '20260901-01',
      kind: 'other',
      text: '太慢',
      at: MOMENT,
      dueBy: MOMENT,
      state: 'open',
      keyHash: 'x',
      request: 'y',
    },
  ],
  households: [
    {
      _id: 'household-with-card',
      number: '01 号',
      villageId: 'village1',
      memberIds: [],
      doorCode: 'door-with-card01',
    },
  ],
  listRows: listRowsOfMatrix,
  needs: needsOfMatrix,
  imports: [anImport('import1', 'openid-committee-county')],
}

export const startMatrixWorld = (): Promise<World> => World.start({ people: matrixRows })
