import { done } from '@domain/contract/answer'
import { communityIdsOn } from '@domain/org/communities'
import { membershipOn } from '@domain/org/membershipOn'
import { limit } from '../entry/limit'
import { aboutPlace } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { find } from '../store/find'
import { nameFields } from '../store/readPeople'

/** Namesakes shown at most. */
const SHOWN = 20

const fields = [...nameFields, 'order', 'communities'] as const

/**
 * Who registered with this community, by the whole name: to write someone on the list, never to browse. A beginning finds nobody, and a day
 * has so many turns.
 */
export const findResidents = useCase(
  'service.residents',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ name }, { caller, now, today, tree, names }, community) => {
    if ([...name].length < 2) return done({ residents: [] })
    const tooMany = await limit({ openId: caller.openId, kind: 'resident' }, now)
    if (tooMany) return tooMany
    const rows = await find(
      'members',
      { 'communities.communityId': community._id, name },
      { limit: 1000, fields },
    )
    const found = rows
      .flatMap((member) => {
        const branchId = membershipOn(member, today)?.branchId
        const branch = branchId === undefined ? undefined : tree.get(branchId)
        // Of some branches no name leaves: these register themselves.
        const isHere = communityIdsOn(member, today).includes(community._id)
        return !branch || !isHere || !names.sees(member) ? [] : [{ member, branchName: branch.name }]
      })
      .sort((a, b) => a.member.order - b.member.order)
    return done({
      residents: found.slice(0, SHOWN).map(({ member, branchName }) => ({
        memberId: member._id,
        name: names.of(member),
        branchName,
      })),
    })
  },
)
