import type { RosterMember } from '@domain/contract/roster'
import { useCloudAction } from '@/cloud/useCloudAction'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** What is done with one question and no form. */
export function useMemberActs(member: RosterMember | undefined) {
  const release = useCloudAction('binding.release')
  const transfer = useCloudAction('roster.transfer')
  const leave = useCloudAction('roster.leave')
  return {
    busy: leave.busy,
    /** A leaving taken back: the reason is not looked at. */
    comeBack: async () => {
      if (member) await orTell(leave.run({ memberId: member.memberId, on: null, why: 'moved_away' }))
    },
    release: async () => {
      if (!member) return
      const yes = await askFirst({
        title: `解除${member.form.name}的微信绑定`,
        text: '解除后，原来的微信不能再登记，授予的权限也一并收回；记录都在。之后可以重新邀请。',
        yes: '解除',
      })
      if (yes) await orTell(release.run({ memberId: member.memberId }))
    },
    takeBack: async () => {
      if (!member) return
      const yes = await askFirst({
        title: '收回转接',
        text: `${member.form.name}仍在本支部，对方不再看到这次转接。`,
        yes: '收回',
      })
      if (yes) await orTell(transfer.runOnce({ memberId: member.memberId, toBranchId: null }))
    },
  }
}
