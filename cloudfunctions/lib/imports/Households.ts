import type { HouseholdCode } from '@domain/registry/entry'
import type { Places } from '@domain/registry/places'
import type { Household } from '../identity/household'
import { randomId } from '../randomId'
import { adding, oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { updateAll } from '../wx/updateWhere'

/** Of the villages of one page. */
const MOST = 20_000
const fields = ['number', 'villageId', 'registerCode'] as const
type Known = Pick<Household, '_id' | (typeof fields)[number]>

const key = (villageId: string, code: string) => `${villageId} ${code.replace(/\s/g, '')}`

/** The households a page of a register names, those there are and those it founds. */
export class Households {
  private readonly byKey = new Map<string, string>()
  private readonly labels = new Map<string, string>()
  /** How many a village has, for the next one's number. */
  private readonly counts = new Map<string, number>()
  private readonly coming = new Map<string, { code: string; villageId: string }>()
  /** One at a time, so that no number is given twice. */
  private founding: Promise<unknown> = Promise.resolve()

  private constructor(private readonly places: Places) {}

  /** `linkedIds`: households whose labels are asked for besides. */
  static async read(
    codes: readonly HouseholdCode[],
    linkedIds: readonly string[],
    places: Places,
  ): Promise<Households> {
    const households = new Households(places)
    const villages = [...new Set(codes.flatMap(({ village }) => places.village(village) ?? []))]
    const read = (where: Record<string, unknown>) => find('households', where, { limit: MOST, fields })
    const [near, linked] = await Promise.all([
      villages.length > 0 ? read({ villageId: oneOf(villages) }) : [],
      linkedIds.length > 0 ? read({ _id: oneOf([...new Set(linkedIds)]) }) : [],
    ])
    for (const household of linked) households.label(household)
    for (const household of near) households.know(household)
    return households
  }

  private label({ _id, number, villageId, registerCode }: Known): void {
    const village = this.places.tree.get(villageId)?.name ?? ''
    this.labels.set(_id, `${registerCode ?? number.replace(/\s/g, '')}/${village}`)
  }

  private know(household: Known): void {
    const { _id, number, villageId, registerCode } = household
    this.label(household)
    this.counts.set(villageId, (this.counts.get(villageId) ?? 0) + 1)
    this.byKey.set(key(villageId, number), _id)
    if (registerCode !== undefined) this.byKey.set(key(villageId, registerCode), _id)
  }

  /** Of a household known, or a stand-in for the one `link` will found. */
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

  /** Founds those that stand-ins stand for and links all with the member; the ids they have now. */
  async link(memberId: string, householdIds: readonly string[]): Promise<string[]> {
    const ids: string[] = []
    for (const id of householdIds) ids.push(await this.inTurn(() => this.found(id)))
    if (ids.length > 0) await updateAll('households', { _id: oneOf(ids) }, { memberIds: adding(memberId) })
    return ids
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.founding.then(work, work)
    this.founding = turn.catch(() => undefined)
    return turn
  }

  private async found(id: string): Promise<string> {
    const to = this.coming.get(id)
    if (!to) return id
    const known = this.byKey.get(key(to.villageId, to.code))
    if (known !== undefined) return known
    // 07号 is the number on the door; anything else the county's own.
    const isNumber = to.code.endsWith('号')
    const next = String((this.counts.get(to.villageId) ?? 0) + 1).padStart(2, '0')
    const household = {
      _id: randomId(12),
      number: isNumber ? to.code.replace(/号$/, ' 号') : `${next} 号`,
      villageId: to.villageId,
      memberIds: [],
      doorCode: randomId(12),
      ...(!isNumber && { registerCode: to.code }),
    }
    await insertOnce('households', household)
    this.know(household)
    return household._id
  }
}
