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
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
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
        {proposals > 0 && (
          <>
            <Proposals communityId={community.id} count={proposals} />
            <Divider inset={52} />
          </>
        )}
        <Cell
          id={`publish-${community.id}`}
          leading={<Icon name="plus" tone="ink2" size={24} />}
          title="发布服务"
          sub="可照上次再发"
          chevron
          onTap={() => open('publishService', { communityId: community.id })}
        />
        <Divider inset={52} />
        <Cell
          id={`reports-${community.id}`}
          leading={<Icon name="users" tone="ink2" size={24} />}
          title="报到接收"
          right={<Waiting count={reports} measure="人" />}
          chevron
          onTap={() => open('reports', { communityId: community.id })}
        />
        <Divider inset={52} />
        <Cell
          id={`deeds-${community.id}`}
          leading={<Icon name="deed" tone="ink2" size={24} />}
          title="实事确认"
          right={<Waiting count={pendingDeeds} measure="件" />}
          chevron
          onTap={() => open('placeDeeds', { placeId: community.id })}
        />
        <Divider inset={52} />
        <Needs placeId={community.id} />
        <Divider inset={52} />
        {proposals === 0 && (
          <>
            <Proposals communityId={community.id} count={0} />
            <Divider inset={52} />
          </>
        )}
        <Cell
          id={`letters-${community.id}`}
          leading={<Icon name="doc" tone="ink2" size={24} />}
          title="反馈函"
          sub="按季度，给党员所在单位"
          chevron
          onTap={() => open('letters', { communityId: community.id })}
        />
        <Divider inset={52} />
        <Cell
          id={`past-${community.id}`}
          leading={<Icon name="cal" tone="ink2" size={24} />}
          title="往期服务"
          sub="按月、按年看"
          chevron
          onTap={() => open('pastServices', { communityId: community.id })}
        />
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

/** What branches propose: first while it waits for an answer. */
const Proposals = ({ communityId, count }: { communityId: string; count: number }) => (
  <Cell
    id={`proposals-${communityId}`}
    leading={<Icon name="heart" tone="ink2" size={24} />}
    title="支部提议"
    right={count > 0 ? <Tag tone="info">{`待答复 ${count} 次`}</Tag> : <View>没有待答复的</View>}
    chevron
    onTap={() => open('proposals', { communityId })}
  />
)

/** 需求, of a community or a village. */
export const Needs = ({ placeId }: { placeId: string }) => (
  <Cell
    id={`needs-${placeId}`}
    leading={<Icon name="list" tone="ink2" size={24} />}
    title="群众需求"
    sub="写一条，请党员认领"
    chevron
    onTap={() => open('needs', { placeId })}
  />
)

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
