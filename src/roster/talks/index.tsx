import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { ReasonSheet } from '@/features/activity/components/ReasonSheet'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { EnteredTalks } from '@/features/talks/components/EnteredTalks'
import { type Side, TalkCard } from '@/features/talks/components/TalkCard'
import { type Talk, useTalk } from '@/features/talks/hooks/useTalk'
import { dayWords, isEntered, lastWords, pairWords, type TalkPage } from '@/features/talks/logic/talkDraft'
import { type AskedTick, TickSection } from './TickSection'

/** 谈心谈话, by day and pair, and what is ticked of a branch's members: 党性分析, 思想汇报 (DUTIES rows 19–21). */
export default page(function TalksPage() {
  const { branchId = '', memberId } = useRouter().params
  const query = useCloudQuery('talk.page', { branchId })
  const { data } = query
  const talk = useTalk(branchId, data, memberId)
  const [side, setSide] = useState<Side>()
  const [asked, setAsked] = useState<AskedTick>()
  const close = () => setAsked(undefined)
  return (
    <Page
      id="talks"
      title={data && data.ticks.length === 0 ? '谈心谈话' : '谈心与党性分析'}
      left="back"
      onPullDown={query.refetch}
      dock={data?.talks && data.people.length > 1 ? <TalkDock data={data} talk={talk} /> : undefined}
      overlay={
        <>
          {side && data ? (
            <Chooser side={side} data={data} talk={talk} onClose={() => setSide(undefined)} />
          ) : null}
          {asked ? (
            <ReasonSheet
              open
              {...asked}
              choices={[]}
              busy={false}
              onClose={close}
              onChoose={() => {
                close()
                asked.does()
              }}
            />
          ) : null}
        </>
      }
    >
      <RefusalNote refusal={talk.refusal} onRead={talk.clear} />
      <Loaded query={query} skeleton="list">
        {(shown) => <Body data={shown} talk={talk} onChoose={setSide} onAsk={setAsked} />}
      </Loaded>
    </Page>
  )
})

interface BodyProps {
  data: TalkPage
  talk: Talk
  onChoose: (side: Side) => void
  onAsk: (asked: AskedTick) => void
}

function Body({ data, talk, onChoose, onAsk }: BodyProps) {
  const [groupId, setGroupId] = useState<string>()
  const { talks, ticks, people, groups, entered } = data
  if (people.length < 2 || (!talks && ticks.length === 0)) return <Nothing alone={people.length < 2} />
  const inGroup = people.filter((person) => person.groupId === groupId).map(({ memberId }) => memberId)
  return (
    <>
      {talks && (
        <>
          <Note tone="info" icon="lock">
            只记哪天、谁和谁。谈了什么不记，这里也没有地方写。
          </Note>
          <Section title="记一次谈心谈话" />
          <TalkCard data={data} talk={talk} onChoose={onChoose} />
          <EnteredTalks
            entered={entered}
            days={talk.days}
            onTakeBack={(one) =>
              onAsk({
                title: `${pairWords(one.who, one.with)}：撤回`,
                text: `${dayWords(one.on, talk.days)}的谈心谈话不再算。撤回的时间和您的姓名会留存。`,
                button: '撤回',
                does: () => void talk.takeBack(one),
              })
            }
          />
        </>
      )}
      {ticks.length > 0 && groups.length > 1 && (
        <View className="chips mt16" id="talk-groups">
          {[{ id: undefined, name: '全部' }, ...groups].map(({ id, name }) => (
            <Chip key={name} id={`in-${id ?? 'all'}`} on={id === groupId} onTap={() => setGroupId(id)}>
              {name}
            </Chip>
          ))}
        </View>
      )}
      {ticks.map((rule) => (
        <TickSection
          key={rule.dutyId}
          branchId={data.branch.id}
          rule={rule}
          only={groupId === undefined ? undefined : new Set(inGroup)}
          today={talk.days.today}
          onAsk={onAsk}
        />
      ))}
    </>
  )
}

const Nothing = ({ alone }: { alone: boolean }) => (
  <Empty
    id="no-talks"
    image="none"
    icon="talk"
    title={alone ? '名册里还没有别的同志' : '这里不用登记'}
    text={alone ? '支部名册里添加了党员，这里就可以记' : '县里没有要求支部登记谈心谈话、党性分析和思想汇报'}
  />
)

interface ChooserProps {
  side: Side
  data: TalkPage
  talk: Talk
  onClose: () => void
}

function Chooser({ side, data: { people }, talk, onClose }: ChooserProps) {
  const { memberId: other } = (side === 'first' ? talk.second : talk.first) ?? {}
  const value = talk[side]
  return (
    <ChooseSheet
      title={side === 'first' ? '谁谈的' : '和谁谈的'}
      single
      items={people
        .filter(({ memberId }) => memberId !== other)
        .map((person) => ({ id: person.memberId, name: person.name, sub: `上一次：${lastWords(person)}` }))}
      value={value ? [value.memberId] : []}
      placeholder="输入姓名里的几个字"
      onChange={([id]) => talk.change({ [side]: id })}
      onClose={onClose}
    />
  )
}

function TalkDock({ data: { entered }, talk }: { data: TalkPage; talk: Talk }) {
  const { first, second, on, days, busy } = talk
  const ready = first && second
  const again = ready && isEntered(entered, [first, second], on)
  return (
    <>
      <View className="talk-dock" id="talk-summary">
        <View className="talk-dock-title">{ready ? pairWords(first, second) : '和谁谈的'}</View>
        <View className="talk-dock-sub">
          {again ? '这一天已经记过了' : ready ? '记在双方名下，不算次数' : '点一个名字'}
        </View>
      </View>
      {ready && !again && (
        <Button id="talk-save" busy={busy} onTap={() => void talk.enter()}>
          {`记下${dayWords(on, days)}`}
        </Button>
      )}
    </>
  )
}
