import type { Member } from '@domain/org/member'
import type { HouseholdCode } from '@domain/registry/entry'
import type { Places } from '@domain/registry/places'
import { randomId } from '../../ground/idFrom'
import type { Household } from '../../store/collections/households'
import { addingAll, oneOf } from '../../store/conditions'
import { count, find } from '../../store/find'
import { insertMany } from '../../store/insertOnce'
import { updateAll } from '../../store/updateWhere'

/** Households read at most for the people of one page. */
const MOST = 20_000
const fields = ['number', 'villageId', 'registerCode', 'memberIds'] as const
type Known = Pick<Household, '_id' | (typeof fields)[number]>

/** As it stands on the door: 07 号. */
const numberOf = (code: string) => code.replace(/ ?号$/, ' 号')

const key = (villageId: string, code: string) => `${villageId} ${code.replace(/\s/g, '')}`

/** The households a page of a register names, those there are and those it founds. */
export class Households {
  private readonly byKey = new Map<string, string>()
  private readonly labels = new Map<string, string>()
  /** How many a village has, for the next one's number. */
  private readonly counts = new Map<string, number>()
  private readonly coming = new Map<string, { code: string; villageId: string }>()
  private readonly members = new Map<string, readonly string[]>()

  private constructor(private readonly places: Places) {}

  /** `linkedIds`: households whose labels are asked for besides. */
  static async read(
    codes: readonly HouseholdCode[],
    linkedIds: readonly string[],
    places: Places,
  ): Promise<Households> {
    const households = new Households(places)
    const villages = [...new Set(codes.flatMap(({ village }) => places.village(village) ?? []))]
    const isNumber = ({ code }: HouseholdCode) => code.endsWith('号')
    const numbers = codes.filter(isNumber).map(({ code }) => numberOf(code))
    const registered = codes.filter((code) => !isNumber(code)).map(({ code }) => code)
    const read = (field: '_id' | 'number' | 'registerCode', values: readonly string[], also: object = {}) =>
      values.length > 0
        ? find('households', { [field]: oneOf([...new Set(values)]), ...also }, { limit: MOST, fields })
        : []
    const here = { villageId: oneOf(villages) }
    const [linked, near, byNumber] = await Promise.all([
      read('_id', linkedIds),
      read('registerCode', registered, here),
      read('number', numbers, here),
    ])
    for (const household of linked) households.label(household)
    for (const household of [...near, ...byNumber]) households.know(household)
    return households
  }

  private label({ _id, number, villageId, registerCode, memberIds }: Known): void {
    const village = this.places.tree.get(villageId)?.name ?? ''
    this.members.set(_id, memberIds)
    this.labels.set(_id, `${registerCode ?? number.replace(/\s/g, '')}/${village}`)
  }

  private know(household: Known): void {
    const { _id, number, villageId, registerCode } = household
    this.label(household)
    this.byKey.set(key(villageId, number), _id)
    if (registerCode !== undefined) this.byKey.set(key(villageId, registerCode), _id)
  }

  /** Of a household known, or a stand-in for one that `link` will found. */
  idOf({ code, village }: HouseholdCode): string {
    const villageId = this.places.village(village) ?? ''
    const known = this.byKey.get(key(villageId, code))
    if (known !== undefined) return known
    const standIn = `new ${key(villageId, code)}`
    this.coming.set(standIn, { code, villageId })
    this.labels.set(standIn, `${code}/${village}`)
    return standIn
  }

  labelOf(householdId: string): string {
    return this.labels.get(householdId) ?? ''
  }

  /** Founds what stand-ins stand for and links every member with the households named; the ids they have now, by stand-in. */
  private async link(
    links: readonly { memberId: string; householdIds: readonly string[] }[],
  ): Promise<Map<string, string>> {
    const members = new Map<string, string[]>()
    for (const { memberId, householdIds } of links)
      for (const id of householdIds) members.set(id, [...(members.get(id) ?? []), memberId])
    await this.countVillages([...members.keys()])
    const ids = new Map<string, string>()
    const fresh: Household[] = []
    for (const [id, memberIds] of members) {
      const household = this.toFound(id, memberIds)
      if (household) fresh.push(household)
      const now = household?._id ?? this.nowOf(id)
      ids.set(id, now)
      const unlinked = household ? [] : this.unlinked(now, memberIds)
      if (unlinked.length > 0) await updateAll('households', { _id: now }, { memberIds: addingAll(unlinked) })
    }
    await insertMany('households', fresh)
    for (const household of fresh) this.know(household)
    return ids
  }

  /** The same for the members themselves, who come back with the ids. */
  async linkAll(members: readonly Member[]): Promise<Member[]> {
    const idsOf = (member: Member) => member.households.map(({ householdId }) => householdId)
    const ids = await this.link(members.map((one) => ({ memberId: one._id, householdIds: idsOf(one) })))
    return members.map((member) => ({
      ...member,
      households: member.households.map((link) => ({
        ...link,
        householdId: ids.get(link.householdId) ?? link.householdId,
      })),
    }))
  }

  private unlinked(id: string, memberIds: readonly string[]): string[] {
    const linked = this.members.get(id) ?? []
    return memberIds.filter((memberId) => !linked.includes(memberId))
  }

  /** How many households the villages have in which some are to be founded: the next one's number follows. */
  private async countVillages(ids: readonly string[]): Promise<void> {
    const villages = new Set(ids.flatMap((id) => this.coming.get(id)?.villageId ?? []))
    const uncounted = [...villages].filter((villageId) => !this.counts.has(villageId))
    const numbers = await Promise.all(uncounted.map((villageId) => count('households', { villageId })))
    uncounted.forEach((villageId, i) => this.counts.set(villageId, numbers[i] ?? 0))
  }

  /** What a stand-in stands for once it is founded; any other id itself. */
  private nowOf(id: string): string {
    const to = this.coming.get(id)
    return (to && this.byKey.get(key(to.villageId, to.code))) ?? id
  }

  private toFound(id: string, memberIds: string[]): Household | null {
    const to = this.coming.get(id)
    if (!to || this.byKey.has(key(to.villageId, to.code))) return null
    // 07号 is the number on the door; anything else the county's own.
    const isNumber = to.code.endsWith('号')
    const next = (this.counts.get(to.villageId) ?? 0) + 1
    this.counts.set(to.villageId, next)
    return {
      _id: randomId(12),
      number: isNumber ? numberOf(to.code) : `${String(next).padStart(2, '0')} 号`,
      villageId: to.villageId,
      memberIds,
      doorCode: randomId(12),
      ...(!isNumber && { registerCode: to.code }),
    }
  }
}
