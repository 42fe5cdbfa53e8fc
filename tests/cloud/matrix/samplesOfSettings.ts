import type { Action } from '@domain/contract/actions'
import { orderOf } from '@domain/papers/copyOrder'
import { factOrderOf } from '@domain/papers/factItems'
import { moved } from '@domain/papers/order'
import type { Sample } from './expected'
import { county, nonce, sample } from './sample'

/** What the work committee sets for the whole county, besides its rules and lists. */
export const samplesOfSettings = {
  'copyOrder.read': sample(county),
  'factOrder.read': sample(county),
  'factOrder.save': sample(county, () => ({ order: moved(factOrderOf(), 'visit', -1), ...nonce() })),
  'copyOrder.save': sample(county, () => ({ order: moved(orderOf(), 'when', -1), ...nonce() })),
  'joint.setting': sample(county),
  'joint.save': sample(county, () => ({ on: true, basis: '县直机关工委2026年第3号文', ...nonce() })),
  'workdays.list': sample(county),
  'workdays.save': sample(county, () => ({ year: 2027, off: ['2027-01-01'], worked: [], ...nonce() })),
} satisfies Partial<Record<Action, Sample>>
