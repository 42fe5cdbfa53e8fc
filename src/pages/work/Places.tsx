import { View } from '@tarojs/components'
import { roleLabels } from '@domain/access/roleLabels'
import type { ResponseOf } from '@domain/contract/actions'
import { isPressing } from '@domain/time/isPressing'
import { periodOf } from '@domain/time/period'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { type Door, Doors } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'
import { open } from '@/navigation/navigate'

type Place = ResponseOf<'identity.work'>['places'][number]

/** Where a branch, group or unit stands, and planning for it. What is none of these (a community, a village, the county) stands in a list of its own. */
export function Places({ places, county }: { places: Place[]; county: boolean }) {
  return (
    <>
      {places.map((place) =>
        place.role === 'inspector' ? (
          county ? null : (
            <Inspected key={`inspector-${place.organisation.id}`} place={place} />
          )
        ) : place.branchId ? (
          <View key={`${place.role}-${place.organisation.id}`}>
            <Section title={place.organisation.name} right={roleLabels[place.role]} />
            <BranchDoors place={place} branchId={place.branchId} />
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

/** Whoever inspects one unit or branch reads its closed months; of the whole county the county's own doors say more. */
function Inspected({ place: { organisation, branchId } }: { place: Place }) {
  const onTap = () => (branchId ? open('month', { branchId }) : open('below', { unitId: organisation.id }))
  return (
    <>
      <Section title={organisation.name} right={roleLabels.inspector} />
      <Card className="work-list">
        <Doors doors={[{ id: `inspect-${organisation.id}`, icon: 'eye', title: '截止月份的情况', onTap }]} />
      </Card>
    </>
  )
}

/** Of a unit its 中心组 alone: nothing of the branches below. */
function UnitDoors({ unitId }: { unitId: string }) {
  const doors: Door[] = [
    {
      id: `unit-${unitId}`,
      icon: 'book',
      title: '中心组',
      sub: '学习、应到实到',
      onTap: () => open('unit', { unitId }),
    },
    {
      id: `plan-${unitId}`,
      icon: 'plus',
      title: '安排学习',
      onTap: () => open('plan', { branchId: unitId }),
    },
    {
      id: `grants-${unitId}`,
      icon: 'shield',
      title: '授权',
      sub: '另请一位学习秘书',
      onTap: () => open('grants', { id: unitId }),
    },
  ]
  return (
    <Card className="work-list">
      <Doors doors={doors} />
    </Card>
  )
}

/** Until the month's last week how many have done everything, then how many have not. */
function Missing({ count, of }: { count: number; of: number }) {
  const now = useNow(60_000)
  return isPressing(periodOf('month', now), now) ? (
    <View className="work-missing">{`本月还差 ${count} 人`}</View>
  ) : (
    <View className="work-so-far">{`本月已完成 ${of - count} 人`}</View>
  )
}

/** What those who run the branch have besides: a group leader has none of it. */
const runnerDoors = (id: string, branchId: string): Door[] => [
  {
    id: `book-${id}`,
    icon: 'book',
    title: '支部台账',
    sub: '一年的会、还缺什么、文书',
    onTap: () => open('book', { branchId }),
  },
  {
    id: `roster-${id}`,
    icon: 'users',
    title: '党员名册',
    sub: '增减党员、转接、邀请绑定',
    onTap: () => open('roster', { branchId }),
  },
  {
    id: `organisation-${id}`,
    icon: 'bld',
    title: '支部组织',
    sub: '支委会、党小组、改选',
    onTap: () => open('organisation', { id: branchId }),
  },
  {
    id: `dues-${id}`,
    icon: 'card',
    title: '党费',
    sub: '按月记交没交',
    onTap: () => open('dues', { branchId }),
  },
]

function BranchDoors({ place, branchId }: { place: Place; branchId: string }) {
  const { memberCount, missingMembers = 0, role, organisation } = place
  const { id } = organisation
  const doors: Door[] = [
    {
      id: `progress-${id}`,
      icon: 'list',
      title: role === 'group_leader' ? '本组进度' : '支部进度',
      sub: memberCount === undefined ? undefined : `${memberCount} 名党员`,
      right:
        missingMembers > 0 ? (
          <Missing count={missingMembers} of={memberCount ?? missingMembers} />
        ) : (
          <View className="work-done">本月都完成了</View>
        ),
      onTap: () => open('branch', { branchId }),
    },
    { id: `plan-${id}`, icon: 'plus', title: '安排活动', onTap: () => open('plan', { branchId }) },
    {
      id: `held-${id}`,
      icon: 'edit',
      title: '补录一场会',
      sub: '开过的、没用手机的',
      onTap: () => open('held', { branchId }),
    },
    {
      id: `tell-${id}`,
      icon: 'phone',
      title: '请当面或电话告诉',
      sub: '微信收不到提醒的同志',
      onTap: () => open('tell', { branchId }),
    },
    ...(role === 'group_leader' ? [] : runnerDoors(id, branchId)),
  ]
  return (
    <Card className="work-list">
      <Doors doors={doors} />
    </Card>
  )
}
