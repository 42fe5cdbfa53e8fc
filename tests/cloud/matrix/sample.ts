import { newNonce } from '../world'
import { identities } from './actors'
import type { About, Sample } from './expected'

export const nonce = () => ({ nonce: newNonce() })
export const branch: About = { branch: 'branch1' }
export const group: About = { ...branch, group: 'group1' }
export const unit: About = { unit: 'unit1' }
export const county: About = { place: 'county' }
export const community: About = { place: 'community1' }
/** Of a branch, and of whoever runs the meeting at whose door it was asked. */
export const atDoor: About = { ...branch, host: 'branch1' }

export const sample = (
  about: About,
  data: object | (() => object) = {},
  more: Partial<Sample> = {},
): Sample => ({
  about,
  request: typeof data === 'function' ? (data as () => object) : () => data,
  ...more,
})

export const requestOf = (openId: string): string =>
  identities.find(({ _id }) => _id === openId)?.requestId ?? ''
