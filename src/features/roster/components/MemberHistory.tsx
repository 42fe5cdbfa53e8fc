import { View } from '@tarojs/components'
import type { RosterMember } from '@domain/contract/roster'
import { formatYearDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { postLabel } from '../logic/rosterWords'

const spanText = ({ from, to }: { from: string; to?: string | undefined }) =>
  to ? `${formatYearDay(from)}至${formatYearDay(to)}` : `${formatYearDay(from)}起`

/** Where the member belongs and belonged, and the posts held; both are changed elsewhere. */
export function MemberHistory({ member }: { member: RosterMember }) {
  const lines = [
    ...member.posts.map((post) => ({
      title: postLabel(post.post),
      where: post.organisation.name,
      span: spanText(post),
    })),
    ...(member.otherPosts ? [{ title: member.otherPosts, where: '', span: '其他组织的职务，只作文字' }] : []),
    ...[...member.memberships].reverse().map((each) => ({
      title: each.branch.name,
      where: '',
      span: spanText(each),
    })),
  ]
  return (
    <View id="member-history">
      <Section title="职务和组织关系" right="职务在“组织”里改选" />
      <Card className="roster-list">
        {lines.map(({ title, where, span }, index) => (
          <View key={`${title}${span}`}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell title={title} sub={<View className="num">{where ? `${where}，${span}` : span}</View>} />
          </View>
        ))}
      </Card>
    </View>
  )
}
