import { mayDo } from '@domain/access/mayDo'
import { weightOf } from '@domain/access/oneself'
import { byNumber, cardState } from '@domain/checkin/doorCard'
import { householdCode } from '@domain/checkin/staticCode'
import type { CardChange } from '@domain/contract/card'
import { done, refuse } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import { dayOf } from '@domain/time/day'
import { audited, mark } from '../entry/audit/audited'
import { inTreeOrder } from '../entry/inTreeOrder'
import { aboutCounty, aboutPlace, beneath, named } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { codePrefix } from '../ground/codePrefix'
import { randomId } from '../ground/idFrom'
import type { Household } from '../store/collections/households'
import { find, findById } from '../store/find'
import { readLastScans } from '../store/readLastScans'
import { updateWhere } from '../store/updateWhere'

const A_YEAR = 366 * 86_400_000

/** A village whose cards are given out: by its contact, and by the work committee also where it stands beside the county's tree. */
export function aboutVillage(id: string, context: Context): Found<Organisation> | null {
  const found = aboutPlace(id, ['village'], context)
  return found && { ...found, about: { ...found.about, ...beneath(found.loaded.parentId, context.tree) } }
}

/** The villages whose cards somebody gives out. */
function villagesOf(context: Context): Organisation[] {
  const { tree, today: day, caller } = context
  const mayGive = ({ _id }: Organisation) => {
    const found = aboutVillage(_id, context)
    return found !== null && mayDo('household.cards', caller, { day, ...found.about }, tree)
  }
  return [...tree.values()].filter(mayGive).sort(inTreeOrder(tree))
}

/** The households of a village by their numbers. */
export const readHouseholdsOf = async (villageId: string): Promise<Household[]> =>
  (await find('households', { villageId }, { limit: 20_000 })).sort(byNumber)

/**
 * Whether a household is the caller's own, today or from some day on: whoever gives out its card could scan it at home, and the card at the door is
 * what stands for having been there.
 */
export const isOwnCard = ({ _id }: Household, { caller, today }: Context): boolean => {
  const { member } = caller
  const linked = member?.households.some(
    ({ householdId, to }) => householdId === _id && (to === undefined || to >= today),
  )
  return (
    member !== undefined &&
    linked === true &&
    weightOf({ what: 'card' }, caller, { memberId: member._id }) === 'refused'
  )
}

type About = Found<Organisation | null>

/** A village; where none is named, the first one, or the county while it has none. */
function aboutCards({ villageId }: { villageId?: string | undefined }, context: Context): About | null {
  const id = villageId ?? villagesOf(context)[0]?._id
  return id === undefined ? aboutCounty(null, context) : aboutVillage(id, context)
}

export const listCards = useCase('household.cards', aboutCards, async (_request, context, village) => {
  const { now } = context
  const [households, scans] = village
    ? await Promise.all([readHouseholdsOf(village._id), readLastScans(village._id, now - A_YEAR)])
    : [[], new Map<string, number>()]
  return done({
    village: village && named(village),
    villages: villagesOf(context).map(named),
    codePrefix: codePrefix(),
    cards: households.map((household) => {
      const { _id, number, doorCode, renewedAt } = household
      const scannedAt = scans.get(_id)
      const state = cardState(household, scannedAt)
      const own = isOwnCard(household, context)
      return {
        householdId: _id,
        number,
        state,
        ...(own ? { own } : state !== 'stopped' && { code: householdCode(doorCode) }),
        ...(renewedAt !== undefined && { renewed: true }),
        ...(scannedAt !== undefined && { scannedOn: dayOf(scannedAt) }),
      }
    }),
  })
})

/** Also a stopped card has a code: one that nobody has ever seen. */
const changeTo = (to: CardChange, now: number) => ({
  doorCode: randomId(12),
  printedAt: undefined,
  ...(to === 'renewed' ? { renewedAt: now, stoppedAt: undefined } : { stoppedAt: now }),
})

/** 换一张, 停用. One write; a resend finds it done by its mark and changes the code no second time. */
export const setCard = useCase(
  'household.setCard',
  async ({ householdId }, context): Promise<Found<Household> | null> => {
    const household = await findById('households', householdId)
    const found = household && aboutVillage(household.villageId, context)
    return found && { ...found, loaded: household }
  },
  async ({ to, nonce }, context, household) => {
    if (isOwnCard(household, context)) return refuse('card_own')
    const { _id, villageId, doorCode, audited: marks = [] } = household
    const telling = {
      what: 'card' as const,
      by: nameForRecords(context.caller),
      at: context.now,
      placeId: villageId,
      result: to,
      to: { householdId: _id },
      key: nonce,
    }
    const stands = await audited(
      telling,
      { name: 'households', ids: [_id] },
      async (id) =>
        !marks.includes(id) &&
        updateWhere('households', { _id, doorCode }, { ...changeTo(to, context.now), ...mark(id) }),
    )
    return stands ? done({ householdId: _id }) : refuse('try_again')
  },
)
