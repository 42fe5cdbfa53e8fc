import type { Action } from '@domain/contract/actions'
import { aNeed } from '@domain/testing/builders'
import type { About, Sample } from './expected'
import { community, nonce, sample } from './sample'

type OfNeeds = Extract<Action, `need.${string}`>

const village: About = { place: 'village1' }
const places = [
  { about: community, placeId: 'community1' },
  { about: village, placeId: 'village1' },
]
const needOf = (placeId: string) => `need-of-${placeId}`

export const needsOfMatrix = places.map(({ placeId }) => aNeed({ _id: needOf(placeId), placeId }))

/** 需求 of a community and of a village. */
export const samplesOfNeeds: Record<OfNeeds, Sample | Sample[]> = {
  'need.offered': sample({}, {}, { needsMember: true }),
  // All of them are registered with the community, and none is linked with a household of the village.
  'need.take': [
    sample({}, () => ({ needId: needOf('community1'), ...nonce() }), { needsMember: true }),
    sample({}, () => ({ needId: needOf('village1'), ...nonce() }), { also: () => false }),
  ],
  'need.page': places.map(({ about, placeId }) => sample(about, { placeId })),
  'need.write': places.map(({ about, placeId }) =>
    sample(about, () => ({ placeId, title: '修灯', until: '2026-10-15', wanted: 1, ...nonce() })),
  ),
  'need.withdraw': places.map(({ about, placeId }) => sample(about, { placeId, needId: needOf(placeId) })),
}
