import { View } from '@tarojs/components'
import { roleLabels } from '@domain/access/roleLabels'
import type { ResponseOf } from '@domain/contract/actions'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { open } from '@/platform/navigate'

type Place = ResponseOf<'identity.work'>['places'][number]

/** Where a branch, group or unit stands, and planning for it. What is none of these (a community, a village, the county) stands in a list of its own. */
export function Places({ places }: { places: Place[] }) {
  return (
    <>
      {places.map((place) =>
        place.branchId ? (
          <View key={`${place.role}-${place.organisation.id}`}>
            <Section title={place.organisation.name} right={roleLabels[place.role]} />
            <Doors place={place} branchId={place.branchId} />
          </View>
        ) : place.role === 'unit_officer' ? (
          <View key={`${place.role}-${place.organisation.id}`}>
            <Section title={place.organisation.name} right={roleLabels[place.role]} />
            <UnitDoors unitId={place.organisation.id} />
          </View>
        ) : null,
      )}
    </>
  )
}

/** Of a unit its 中心组 alone: nothing of the branches below. */
function UnitDoors({ unitId }: { unitId: string }) {
  return (
    <Card className="work-list">
      <Cell
        id={`unit-${unitId}`}
        leading={<Icon name="book" tone="ink2" size={24} />}
        title="中心组"
        sub="学习、应到实到"
        chevron
        onTap={() => open('unit', { unitId })}
      />
      <Divider inset={52} />
      <Cell
        id={`plan-${unitId}`}
        leading={<Icon name="plus" tone="ink2" size={24} />}
        title="安排学习"
        chevron
        onTap={() => open('plan', { branchId: unitId })}
      />
      <Divider inset={52} />
      <Cell
        id={`grants-${unitId}`}
        leading={<Icon name="shield" tone="ink2" size={24} />}
        title="授权"
        sub="另请一位学习秘书"
        chevron
        onTap={() => open('grants', { id: unitId })}
      />
    </Card>
  )
}

function Doors({ place, branchId }: { place: Place; branchId: string }) {
  const { memberCount, missingMembers = 0 } = place
  return (
    <Card className="work-list">
      <Cell
        id={`progress-${place.organisation.id}`}
        leading={<Icon name="list" tone="ink2" size={24} />}
        title={place.role === 'group_leader' ? '本组进度' : '支部进度'}
        sub={memberCount === undefined ? undefined : `${memberCount} 名党员`}
        right={
          missingMembers > 0 ? (
            <View className="work-missing">{`本月还差 ${missingMembers} 人`}</View>
          ) : (
            <View className="work-done">本月都完成了</View>
          )
        }
        chevron
        onTap={() => open('branch', { branchId })}
      />
      <Divider inset={52} />
      <Cell
        id={`plan-${place.organisation.id}`}
        leading={<Icon name="plus" tone="ink2" size={24} />}
        title="安排活动"
        chevron
        onTap={() => open('plan', { branchId })}
      />
      <Divider inset={52} />
      <Cell
        id={`tell-${place.organisation.id}`}
        leading={<Icon name="phone" tone="ink2" size={24} />}
        title="请当面或电话告诉"
        sub="微信收不到提醒的同志"
        chevron
        onTap={() => open('tell', { branchId })}
      />
      {place.role === 'group_leader' ? null : (
        <>
          <Divider inset={52} />
          <Cell
            id={`roster-${place.organisation.id}`}
            leading={<Icon name="users" tone="ink2" size={24} />}
            title="党员名册"
            sub="增减党员、转接、邀请绑定"
            chevron
            onTap={() => open('roster', { branchId })}
          />
          <Divider inset={52} />
          <Cell
            id={`organisation-${place.organisation.id}`}
            leading={<Icon name="bld" tone="ink2" size={24} />}
            title="支部组织"
            sub="支委会、党小组、改选"
            chevron
            onTap={() => open('organisation', { id: branchId })}
          />
          <Divider inset={52} />
          <Cell
            id={`dues-${place.organisation.id}`}
            leading={<Icon name="card" tone="ink2" size={24} />}
            title="党费"
            sub="按月记缴没缴"
            chevron
            onTap={() => open('dues', { branchId })}
          />
        </>
      )}
    </Card>
  )
}
