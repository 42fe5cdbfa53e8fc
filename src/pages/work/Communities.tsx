import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { formatClock, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DateTile } from '@/components/DateTile/DateTile'
import { Divider } from '@/components/Divider/Divider'
import { type Door, Doors } from '@/components/Doors/Doors'
import { Dotted } from '@/components/Dotted/Dotted'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { open } from '@/navigation/navigate'
import { servicesOf, type WorkService } from './servicesOf'

type Community = ResponseOf<'identity.work'>['communities'][number]

interface Props {
  communities: Community[]
  late: NonNullable<ResponseOf<'identity.work'>['late']>
}

/** What a community's staff runs: the service of today, those to come and those that wait, and 实事. */
export function Communities({ communities, late }: Props) {
  return (
    <>
      {communities.map((each) => (
        // Whoever is asked for the second word has it under 待办: one row for one service.
        <One
          key={each.community.id}
          {...each}
          services={each.services.filter(({ id }) => !late.some(({ activityId }) => activityId === id))}
        />
      ))}
    </>
  )
}

function One({ community, services, pendingDeeds, reports, proposals }: Community) {
  const { first, asking, quiet } = servicesOf(services, dayOf(now()))
  return (
    <View id={`community-${community.id}`}>
      {first ? <First service={first} /> : null}
      {asking.length > 0 ? (
        <>
          <Section title="等您看一眼" right={`${asking.length} 场`} />
          <List services={asking} />
        </>
      ) : null}
      <Section title={community.name} right="社区工作人员" />
      <Card className="work-list">
        <Doors doors={doorsOf({ community, pendingDeeds, reports, proposals })} />
      </Card>
      {quiet.length > 0 ? (
        <>
          <Section title="社区服务" right={`${quiet.length} 场`} />
          <List services={quiet} />
        </>
      ) : null}
    </View>
  )
}

/** 需求, of a community or a village. */
export const needsDoor = (placeId: string): Door => ({
  ...{ id: `needs-${placeId}`, icon: 'list', title: '群众需求', sub: '写一条，请党员认领' },
  onTap: () => open('needs', { placeId }),
})

type Wants = Pick<Community, 'community' | 'pendingDeeds' | 'reports' | 'proposals'>

/** What the staff may do; what branches propose is first while it waits for an answer. */
function doorsOf({ community: { id }, pendingDeeds, reports, proposals }: Wants): Door[] {
  const proposed: Door = {
    ...{ id: `proposals-${id}`, icon: 'heart', title: '支部提议' },
    right: proposals > 0 ? <Tag tone="info">{`待答复 ${proposals} 次`}</Tag> : <View>没有待答复的</View>,
    onTap: () => open('proposals', { communityId: id }),
  }
  return [
    ...(proposals > 0 ? [proposed] : []),
    {
      ...{ id: `publish-${id}`, icon: 'plus', title: '发布服务', sub: '可照上次再发' },
      onTap: () => open('publishService', { communityId: id }),
    },
    {
      ...{ id: `reports-${id}`, icon: 'users', title: '报到接收' },
      right: <Waiting count={reports} measure="人" />,
      onTap: () => open('reports', { communityId: id }),
    },
    {
      ...{ id: `deeds-${id}`, icon: 'deed', title: '实事确认' },
      right: <Waiting count={pendingDeeds} measure="件" />,
      onTap: () => open('placeDeeds', { placeId: id }),
    },
    needsDoor(id),
    ...(proposals > 0 ? [] : [proposed]),
    {
      ...{ id: `letters-${id}`, icon: 'doc', title: '反馈函', sub: '按季度，给党员所在单位' },
      onTap: () => open('letters', { communityId: id }),
    },
    {
      ...{ id: `past-${id}`, icon: 'cal', title: '往期服务', sub: '按月、按年看' },
      onTap: () => open('pastServices', { communityId: id }),
    },
  ]
}

/** What waits for this person's word; nothing waits: said quietly. */
export function Waiting({ count, measure }: { count: number; measure: string }) {
  if (count === 0) return <View>没有待确认的</View>
  return <Tag tone="info">{`待确认 ${count} ${measure}`}</Tag>
}

function First({ service }: { service: WorkService }) {
  const { id, title, startsAt, place, state, enrolled, confirmed, pending } = service
  const running = state === 'open'
  return (
    <Card className="work-first" id={`service-${id}`}>
      <View className="work-first-head">
        <View className="work-first-title">{title}</View>
        {running ? <Tag tone="done">正在登记</Tag> : <Tag tone="red">今天</Tag>}
      </View>
      <View className="work-first-sub">
        <Dotted parts={[formatClock(startsAt), place]} />
      </View>
      <View className="work-first-count">
        <Dotted
          parts={[`报名 ${enrolled}`, running && `已确认 ${confirmed}`, pending > 0 && `待确认 ${pending}`]}
        />
      </View>
      <Button id="show-code" icon="qr" onTap={() => open('service', { id })}>
        出示现场码
      </Button>
    </Card>
  )
}

function List({ services }: { services: WorkService[] }) {
  return (
    <Card className="work-list">
      {services.map((service, index) => (
        <View key={service.id}>
          {index > 0 ? <Divider inset={84} /> : null}
          <Cell
            id={`service-${service.id}`}
            leading={<DateTile at={service.startsAt} now={now()} />}
            title={service.title}
            sub={
              <>
                <Dotted parts={partsOf(service)} />
                <Asked service={service} />
              </>
            }
            chevron
            onTap={() => open('service', { id: service.id })}
          />
        </View>
      ))}
    </Card>
  )
}

const lateTags = {
  waiting: <Tag tone="mute">等确认</Tag>,
  doubted: <Tag tone="miss">有出入，请核对</Tag>,
}

/** What it wants of the staff. */
function Asked({ service: { todo, pending, late } }: { service: WorkService }) {
  if (late) return <View className="work-asked">{lateTags[late]}</View>
  if (!todo && pending === 0) return null
  return (
    <View className="work-asked">
      {todo ? <Tag tone="miss">举行了吗</Tag> : <Tag tone="info">{`待确认 ${pending}`}</Tag>}
    </View>
  )
}

/** 周六 9:00 · 报名 20, and once it is over 已确认 11. */
const partsOf = ({ startsAt, state, enrolled, confirmed, late }: WorkService) => [
  `${formatWeekday(startsAt)} ${formatClock(startsAt)}`,
  state === 'closed' || state === 'recorded'
    ? `${late ? '已记上' : '已确认'} ${confirmed}`
    : `报名 ${enrolled}`,
]
