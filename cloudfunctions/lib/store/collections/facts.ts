import type { Fact } from '@domain/fact/fact'
import { collection } from './collection'

export const facts = collection<Fact>({
  bytes: 1_250,
  indexes: [
    { name: 'activity', keys: ['activityId'] },
    { name: 'member', keys: ['memberId', 'occurredOn'] },
    { name: 'need', keys: ['needId'] },
    // Of a talk the other one.
    { name: 'partner', keys: ['detail.withMemberId', 'occurredOn'] },
    { name: 'branch', keys: ['branchId', 'occurredOn', '_id'] },
    { name: 'witness', keys: ['witnessId'] },
    { name: 'place', keys: ['hostId', 'kind', 'occurredAt'] },
    { name: 'awaited', keys: ['hostId', 'kind', 'confirmed'] },
    { name: 'kind', keys: ['branchId', 'kind', 'occurredOn'] },
    { name: 'entered', keys: ['by', 'recordedAt'] },
    { name: 'updated', keys: ['updatedAt'] },
  ],
})
