import type { Identity } from '@cloud/lib/store/collections/identities'
import { aMember } from '@domain/testing/builders'
import { newNonce, secretary, type World } from './world'

/** People of the first branch whom nobody speaks for yet, and the phones that come to. */
export class Newcomers {
  private made = 0

  constructor(private readonly world: World) {}

  insert(name: string, row: object): void {
    this.world.emulator.database.insertMany(name, [row as Record<string, unknown>])
  }

  stored(openId: string): Identity | undefined {
    return this.world.emulator.database.find('identities', { _id: openId })[0] as unknown as
      Identity | undefined
  }

  /** 新人1, 新人2, …; yields the id. */
  add(overrides: object = {}): string {
    this.made += 1
    const n = this.made
    const [_id, phoneTail] = [`new${n}`, String(5000 + n)]
    const fresh = { _id, name: `新人${n}`, order: 300 + n, alias: `alias-${_id}`, phoneTail }
    this.insert('members', aMember({ ...fresh, ...overrides }))
    return _id
  }

  invite(memberId: string, by = secretary) {
    return this.world.get(by, 'binding.invite', { memberId, nonce: newNonce() })
  }

  take(openId: string, token: string) {
    return this.world.call(openId, 'binding.take', { token, nonce: newNonce() })
  }
}
