import { View } from '@tarojs/components'
import { roleLabels } from '@domain/access/roleLabels'
import type { ResponseOf } from '@domain/contract/actions'
import { isPressing } from '@domain/time/isPressing'
import { periodOf } from '@domain/time/period'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { type Door, Doors } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { open } from '@/navigation/navigate'

type Place = ResponseOf<'identity.work'>['places'][number]

interface Props {
  places: Place[]
  /** The whole county is read: its own doors say more than those of an inspector. */
  county: boolean
}

/** Where a branch, group or unit stands, and planning for it. What is none of these (a community, a village, the county) stands in a list of its own. */
export const Places = ({ places, county }: Props) => (
  <>
    {places.map((place) => {
      const inside = insideOf(place, county)
      return inside ? (
        <View key={`${place.role}-${place.organisation.id}`}>
          <Section title={place.organisation.name} right={roleLabels[place.role]} />
          <Card className="work-list">
            <Doors doors={inside} />
          </Card>
        </View>
      ) : null
    })}
  </>
)

function insideOf(place: Place, county: boolean): Door[] | null {
  const { role, branchId, organisation } = place
  if (role === 'inspector') return county ? null : [inspected(organisation.id, branchId)]
  if (branchId) return branchDoors(place, branchId)
  return role === 'unit_officer' ? unitDoors(organisation.id) : null
}

/** Closed months of the one unit or branch somebody inspects. */
const inspected = (id: string, branchId: string | undefined): Door => ({
  id: `inspect-${id}`,
  icon: 'eye',
  title: '截止月份的情况',
  onTap: () => (branchId ? open('month', { branchId }) : open('below', { unitId: id })),
})

/** Of a unit its 中心组 alone: nothing of the branches below. */
const unitDoors = (unitId: string): Door[] => [
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
    id: `lists-${unitId}`,
    icon: 'list',
    title: '台账与清单',
    sub: '一岗双责、工作职责',
    onTap: () => open('lists', { organisationId: unitId }),
  },
  {
    id: `grants-${unitId}`,
    icon: 'shield',
    title: '授权',
    sub: '另请一位学习秘书',
    onTap: () => open('grants', { id: unitId }),
  },
]

/** Until the month's last week how many have done everything, then how many have not. */
function Missing({ count, of }: { count: number; of: number }) {
  const now = useNow(60_000)
  return isPressing(periodOf('month', now), now) ? (
    <View className="work-missing">{`本月还差 ${count} 人`}</View>
  ) : (
    <View className="work-so-far">{`本月已完成 ${of - count} 人`}</View>
  )
}

/** 谈心谈话; with what is ticked besides, where one runs the branch. */
const talksDoor = ({ role, organisation }: Place, branchId: string): Door => ({
  id: `talks-${organisation.id}`,
  icon: 'talk',
  ...(role === 'group_leader'
    ? { title: '谈心谈话', sub: '只记哪天、谁和谁' }
    : { title: '谈心与党性分析', sub: '谈心谈话、党性分析、思想汇报' }),
  onTap: () => open('talks', { branchId }),
})

/** What those who run the branch have besides: a group leader has none of it. */
const runnerDoors = (id: string, branchId: string, asked: number): Door[] => [
  {
    id: `book-${id}`,
    icon: 'book',
    title: '支部台账',
    sub: '一年的会、还缺什么、文书',
    onTap: () => open('book', { branchId }),
  },
  {
    id: `proposed-${id}`,
    icon: 'heart',
    title: '向社区提服务',
    sub: '社区同意就发布',
    onTap: () => open('proposed', { branchId }),
  },
  {
    id: `lists-${id}`,
    icon: 'list',
    title: '台账与清单',
    sub: '整改、发展党员、先锋岗、培训这些',
    onTap: () => open('lists', { organisationId: branchId }),
  },
  {
    id: `roster-${id}`,
    icon: 'users',
    title: '党员名册',
    sub: '增减党员、转接、邀请绑定',
    right: asked > 0 ? <Tag tone="info">{`待答复 ${asked} 件`}</Tag> : undefined,
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

function branchDoors(place: Place, branchId: string): Door[] {
  const { memberCount, missingMembers = 0, asked = 0, role, organisation, entersTalks } = place
  const { id } = organisation
  return [
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
    ...(entersTalks ? [talksDoor(place, branchId)] : []),
    ...(role === 'group_leader' ? [] : runnerDoors(id, branchId, asked)),
  ]
}
