import type { ResponseOf } from '@domain/contract/actions'
import { identityKey } from '../platform/session'
import { readStored, removeStored, writeStored } from '../platform/storage'

/** All that 我的码 needs. It is one's own key and does not grow old: whoever was offline for a month still has a code to show. */
export interface OwnCode {
  name: string
  branchName: string | undefined
  alias: string
  codeKey: string
}

const key = () => `own:${identityKey()}`

/** Keeps the code of the member who speaks on this phone; whoever is none, or no more, keeps none. */
export function keepOwnCode(me: ResponseOf<'identity.me'>): void {
  if (me.state !== 'bound') forgetOwnCode()
  // Before consent an answer tells nothing of the person, the key included.
  else if (me.member) {
    const { name, branch, member } = me
    const kept: OwnCode = { name, branchName: branch?.name, ...member }
    writeStored(key(), kept)
  }
}

export function ownCode(): OwnCode | undefined {
  const found = readStored<Partial<OwnCode>>(key())
  const { name, branchName, alias, codeKey } = found ?? {}
  return name && alias && codeKey ? { name, branchName, alias, codeKey } : undefined
}

export function forgetOwnCode(): void {
  removeStored(key())
}
