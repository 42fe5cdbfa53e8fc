import { View } from '@tarojs/components'
import type { OneOrganisation } from '@domain/contract/organisation'
import { termOf } from '@domain/org/termOf'
import { formatYearDay } from '@domain/time/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { electedLabels } from '../logic/electionWords'

interface Props {
  one: OneOrganisation
  onElect: () => void
}

/** Who holds which post of the branch or unit, since when. */
export function Committee({ one: { node, committee, mayElect }, onElect }: Props) {
  const isUnit = node.type === 'unit'
  const persons = new Set(committee.map(({ memberId }) => memberId)).size
  return (
    <View id="committee">
      <Section
        title={isUnit ? termOf(node).body : '支部班子'}
        {...(persons > 0 && { right: `${persons} 人` })}
      />
      <Card className="roster-list">
        {committee.map(({ memberId, name, post, from }, index) => (
          <View key={`${memberId}${post}`}>
            {index > 0 ? <Divider inset={68} /> : null}
            <Cell
              id={`post-${post}-${memberId}`}
              leading={<Avatar name={name} />}
              title={name}
              sub={`${electedLabels[post]}，${formatYearDay(from)}起`}
            />
          </View>
        ))}
        {committee.length === 0 ? <Cell title={isUnit ? '还没有记录' : '还没有选出'} /> : null}
        {mayElect ? (
          <>
            <Divider inset={16} />
            <Cell
              id="elect"
              leading={<Icon name="edit" tone="ink2" size={24} />}
              title="改选、补选"
              chevron
              onTap={onElect}
            />
          </>
        ) : null}
      </Card>
    </View>
  )
}
