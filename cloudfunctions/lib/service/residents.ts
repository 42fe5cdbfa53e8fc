import { done } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import { aboutPlace } from '../dispatch/aboutPlace'
import { useCase } from '../dispatch/useCase'
import { find } from '../wx/find'

/** As many as one looks through; who types more of the name finds the others. */
const SHOWN = 20

const fields = ['name', 'order', 'memberships'] as const

/** Who registered with this community, by the beginning of the name: to write someone on the list, never to browse. */
export const residents = useCase(
  'service.residents',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ name }, { tree, today }, community) => {
    const rows = await find('members', { communityId: community._id }, { limit: 5000, fields })
    const found = rows
      .filter((member) => member.name.startsWith(name))
      .flatMap((member) => {
        const branchId = membershipOn(member, today)?.branchId
        const branch = branchId === undefined ? undefined : tree.get(branchId)
        // Of some branches no name leaves: these register themselves.
        return !branch || branch.countsOnly ? [] : [{ member, branchName: branch.name }]
      })
      .sort((a, b) => a.member.order - b.member.order)
    return done({
      residents: found.slice(0, SHOWN).map(({ member, branchName }) => ({
        memberId: member._id,
        name: member.name,
        branchName,
      })),
    })
  },
)
