import { done } from '@domain/contract/answer'
import { aboutCounty } from '../../entry/targets'
import { titleFor } from '../../entry/titleFor'
import { useCase } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/nameShown'

/** 待处理的删除申请, the oldest first. */
export const listDeletions = useCase('privacy.deletions', aboutCounty, async (_request, context) => {
  const { tree } = context
  const rows = await find('deletions', { state: 'open' })
  const ids = oneOf(rows.map(({ memberId }) => memberId))
  const fields = [...nameFields, 'left'] as const
  const members = rows.length === 0 ? [] : await find('members', { _id: ids }, { fields })
  const asked = rows
    .sort((a, b) => a.at - b.at)
    .flatMap(({ _id, memberId, at }) => {
      const member = members.find((one) => one._id === memberId)
      if (!member) return []
      const branchId = member.memberships[member.memberships.length - 1]?.branchId ?? ''
      const leftOn = member.left ? { leftOn: member.left.on } : {}
      return [
        {
          id: _id,
          name: titleFor(member, context),
          branchName: tree.get(branchId)?.name ?? '',
          at,
          ...leftOn,
        },
      ]
    })
  return done({ asked })
})
