import type { Action } from '@domain/contract/actions'
import { aService, staff } from '../places'
import { secretary } from '../world'
import { type Field, nonce, only } from './elsewhereTries'

const foreign: [string, string] = ['activities', 'foreign-proposal']

/** Services a branch proposes: of another branch, to another community. */
export const elsewhereOfProposals: Partial<Record<Action, Record<string, Field>>> = {
  'proposal.write': {
    branchId: 'judged',
    'form.communityId': {
      by: secretary,
      request: () => ({ branchId: 'branch1', form: aService({ communityId: 'village1' }), ...nonce() }),
      other: ['organisations', 'village1'],
    },
  },
  'proposal.withdraw': {
    branchId: 'judged',
    activityId: {
      by: secretary,
      request: only({ branchId: 'branch1', activityId: 'foreign-proposal' }),
      other: foreign,
    },
  },
  'proposal.accept': {
    communityId: 'judged',
    activityId: {
      by: staff,
      request: only({ communityId: 'community1', activityId: 'foreign-proposal' }),
      other: foreign,
    },
  },
  'proposal.decline': {
    communityId: 'judged',
    activityId: {
      by: staff,
      request: only({ communityId: 'community1', activityId: 'foreign-proposal', reason: 'not_now' }),
      other: foreign,
    },
  },
}
