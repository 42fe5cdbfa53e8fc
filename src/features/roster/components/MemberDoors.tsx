import { View } from '@tarojs/components'
import type { RosterMember } from '@domain/contract/roster'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'

export type MemberAct = 'invite' | 'release' | 'transfer' | 'take-back' | 'leave'

interface Props {
  member: RosterMember
  onAct: (act: MemberAct) => void
}

/** What is done with a member besides changing the form. */
export function MemberDoors({ member: { bound, leavingTo }, onAct }: Props) {
  return (
    <View id="member-doors">
      <Section title="办理" />
      <Card className="roster-list">
        {bound ? (
          <Cell
            id="member-release"
            leading={<Icon name="undo" tone="ink2" size={24} />}
            title="解除微信绑定"
            sub="本人换了微信时用，记录都在"
            chevron
            onTap={() => onAct('release')}
          />
        ) : (
          <Cell
            id="member-invite"
            leading={<Icon name="qr" tone="ink2" size={24} />}
            title="邀请本人绑定微信"
            sub="当面出示邀请码，七天有效"
            chevron
            onTap={() => onAct('invite')}
          />
        )}
        <Divider inset={52} />
        <Cell
          id={leavingTo ? 'member-take-back' : 'member-transfer'}
          leading={<Icon name="users" tone="ink2" size={24} />}
          title={leavingTo ? '收回转接' : '组织关系转接'}
          sub={
            leavingTo ? `等${leavingTo.name}接收，接收前仍由本支部负责` : '转到县内别的支部，对方接收后生效'
          }
          chevron
          onTap={() => onAct(leavingTo ? 'take-back' : 'transfer')}
        />
        <Divider inset={52} />
        <Cell
          id="member-leave"
          leading={<Icon name="minus" tone="ink2" size={24} />}
          title="离开名册"
          sub="转出本县等，此前的记录照旧"
          chevron
          onTap={() => onAct('leave')}
        />
      </Card>
    </View>
  )
}
