import { View } from '@tarojs/components'
import type { RosterMember } from '@domain/contract/roster'
import { Card } from '@/components/Card/Card'
import { Doors, type Door } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'

export type MemberAct = 'year' | 'talk' | 'invite' | 'release' | 'transfer' | 'take-back' | 'leave'

interface Props {
  /** One's own page: another takes one off the register. */
  own: boolean
  member: RosterMember
  onAct: (act: MemberAct) => void
}

type Look = Omit<Door, 'id' | 'onTap'>
const looks: Record<Exclude<MemberAct, 'take-back'>, Look> = {
  year: { icon: 'table', title: '这一年的记录', sub: '会议、服务、走访、谈话，逐月看' },
  talk: { icon: 'talk', title: '记一次谈心谈话', sub: '只记哪天、谁和谁' },
  release: { icon: 'undo', title: '解除微信绑定', sub: '本人换了微信时用，记录都在' },
  invite: { icon: 'qr', title: '邀请本人绑定微信', sub: '当面出示邀请码，七天有效' },
  transfer: { icon: 'users', title: '组织关系转接', sub: '转到县内别的支部，对方接收后生效' },
  leave: { icon: 'minus', title: '离开名册', sub: '转出本县等，此前的记录照旧' },
}

/** What is done with a member besides changing the form, and the way to what stands of them. */
export function MemberDoors({ own, member: { bound, leavingTo, mayTalk, mayReadYear }, onAct }: Props) {
  const door = (act: MemberAct, look: Look): Door => ({
    ...look,
    id: `member-${act}`,
    onTap: () => onAct(act),
  })
  const takeBack = (name: string): Look => ({
    icon: 'users',
    title: '收回转接',
    sub: `等${name}接收，接收前仍由本支部负责；以组织关系办理结果为准`,
  })
  return (
    <View id="member-doors">
      <Section title="办理" />
      <Card className="roster-list">
        <Doors
          doors={[
            ...(mayReadYear ? [door('year', looks.year)] : []),
            ...(mayTalk ? [door('talk', looks.talk)] : []),
            bound ? door('release', looks.release) : door('invite', looks.invite),
            leavingTo ? door('take-back', takeBack(leavingTo.name)) : door('transfer', looks.transfer),
            ...(own ? [] : [door('leave', looks.leave)]),
          ]}
        />
      </Card>
    </View>
  )
}
