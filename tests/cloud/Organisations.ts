import type { OrganisationChange } from '@domain/contract/organisation'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { newNonce, type World } from './world'

export const county = 'openid-county'
export const TODAY = '2026-09-22'

interface Asked {
  who?: string
  on?: string
  nonce?: string
}

export const rename = (organisationId: string, name: string) =>
  ({ what: 'edit', organisationId, name }) as const

/** Changes of the tree of a local cloud, and what is stored of it. */
export class Organisations {
  constructor(private readonly world: World) {}

  rows<T>(name: string, query: object = {}): T[] {
    return this.world.emulator.database.find(name, query) as unknown as T[]
  }

  one(_id: string): Organisation {
    const [row] = this.rows<Organisation>('organisations', { _id })
    if (!row) throw new Error(`no organisation ${_id}`)
    return row
  }

  change(asked: OrganisationChange, { who = county, on = TODAY, nonce = newNonce() }: Asked = {}) {
    return this.world.call(who, 'organisation.change', { on, nonce, change: asked })
  }

  async changed(asked: OrganisationChange, options: Asked = {}): Promise<string> {
    const answer = await this.change(asked, options)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.data.organisationId
  }

  async refused(asked: OrganisationChange, options: Asked = {}): Promise<string> {
    const answer = await this.change(asked, options)
    return answer.ok ? 'ok' : answer.reason
  }

  /** Members who today belong to no branch, to several, or to one that is no more. */
  lost(): string[] {
    const isThere = ({ branchId }: { branchId: string }) => (this.one(branchId).validTo ?? TODAY) >= TODAY
    return this.rows<Member>('members')
      .filter(({ memberships }) => {
        const here = memberships.filter(({ from, to }) => from <= TODAY && (to === undefined || to >= TODAY))
        return here.length !== 1 || !here.every(isThere)
      })
      .map(({ _id }) => _id)
  }
}
