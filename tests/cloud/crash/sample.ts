import type { CutCloud } from './CutCloud'

export type Prepared = Record<string, unknown>

export interface Sample {
  /** Whose phone. */
  as: string
  /** What is sent, also the second time; `prepared`: what `prepare` gave. */
  data: (prepared: Prepared) => object | Promise<object>
  /** What has to be there first. */
  prepare?: (cloud: CutCloud) => Promise<Prepared>
  /** Before each run: what no store keeps, as an uploaded file. */
  before?: (cloud: CutCloud) => Promise<unknown>
  /** It stays half done until the same phone sends it again, and why that is right. */
  resumes?: string
  /** Sent again it is another one, and why that is right. */
  repeats?: string
}

export const nonce = 'nonce-of-the-sample'
/** Of what was there before. */
export const earlier = 'nonce-of-before'

export const sample = (as: string, data: Sample['data'] | object, more: Partial<Sample> = {}): Sample => ({
  as,
  data: typeof data === 'function' ? (data as Sample['data']) : () => data,
  ...more,
})
