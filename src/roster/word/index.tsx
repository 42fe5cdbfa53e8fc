import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ResponseOf } from '@domain/contract/actions'
import { formatClock, formatDay } from '@domain/time/format'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { CheckDock, CheckList } from '@/components/CheckList/CheckList'
import { type Ticked, useTicked } from '@/components/CheckList/useTicked'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import {
  enoughWords,
  generalSentence,
  goesText,
  type Missing,
  personalSentence,
  waysOf,
} from '@/features/reminder/logic/branchWord'
import { byPersonText } from '@/features/reminder/logic/whoGets'
import { copyText } from '@/platform/copyText'
import { becauseWords } from '@/words/becauseWords'
import './index.css'

type Preview = ResponseOf<'reminder.word'>

const nobody: Pick<Preview, 'people' | 'tellers'> = { people: [], tellers: [] }

/** 看看怎么告知: who misses something, how each gets to know, and the sentence; one button says it, once a day, in the name of the branch. */
export default page(function WordPage() {
  const { branchId = '', only } = useRouter().params
  const query = useCloudQuery('reminder.word', { branchId })
  const { runOnce, busy } = useCloudAction('reminder.say')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const preview = query.data && { ...query.data, people: shownOf(query.data.people, only) }
  const { byWeChat, byPerson } = waysOf(preview ?? nobody)
  const owed = [...byWeChat, ...byPerson.flatMap(({ people }) => people)]
  const ticked = useTicked(
    owed.map(({ id }) => id),
    owed.filter(({ cadre }) => cadre && only === undefined).map(({ id }) => id),
  )
  const say = async () => {
    const outcome = await runOnce({ branchId, memberIds: ticked.ids })
    setRefusal(outcome.ok ? undefined : outcome)
  }
  const mayBeSaid = owed.length > 0 && preview?.saidAt === undefined
  return (
    <Page
      id="word"
      title="看看怎么告知"
      left="back"
      onPullDown={query.refetch}
      dock={
        mayBeSaid ? (
          <CheckDock
            ticked={ticked}
            busy={busy}
            label={(count) => `告知 ${count} 人`}
            onConfirm={() => void say()}
          />
        ) : undefined
      }
    >
      <RefusalNote refusal={refusal} onRead={() => setRefusal(undefined)} />
      <Loaded query={query} skeleton="list">
        {() => (preview ? <Body preview={preview} ticked={ticked} isOne={only !== undefined} /> : null)}
      </Loaded>
    </Page>
  )
})

/** Opened from one person's number it is about that one. */
const shownOf = (people: Missing[], only: string | undefined): Missing[] =>
  only === undefined ? people : people.filter(({ id }) => id === only)

interface BodyProps {
  preview: Preview
  ticked: Ticked
  isOne: boolean
}

function Body({ preview, ticked, isOne }: BodyProps) {
  const { branch, people, further = 0, saidAt, opensAt, goesAt } = preview
  const { byWeChat, byPerson, enough } = waysOf(preview)
  const [one] = people
  return (
    <>
      <View className="word-head">
        <View className="word-branch">{branch.name}</View>
        <View className="word-sub">一天一次，署名党支部，不公开名单</View>
      </View>
      {saidAt === undefined ? null : (
        <Note
          tone="done"
          icon="check"
        >{`今天 ${formatClock(saidAt)} 已经告知，${goesText(goesAt, now())}。`}</Note>
      )}
      {opensAt === undefined ? null : (
        <Note tone="info" icon="info">
          {`${formatDay(opensAt)}起才说还差什么，到时小程序会自动提醒，每人每月最多两条。`}
        </Note>
      )}
      <Sentence text={isOne && one ? personalSentence(one, branch.name) : generalSentence(branch.name)} />
      {byWeChat.length > 0 ? (
        <View id="word-wechat">
          <Section
            title={`${byWeChat.length} 人收微信`}
            right={saidAt === undefined ? goesText(goesAt, now()) : ''}
          />
          <CheckList id="word-wechat-list" rows={byWeChat.map(rowOf)} ticked={ticked} />
        </View>
      ) : null}
      {byPerson.length > 0 ? (
        <View id="word-person">
          <Section title={byPersonText(byPerson)} />
          {byPerson.map(({ key, teller, of, people: told }) => (
            <Fragment key={key}>
              <View className="word-teller">{teller === '' ? of : `${teller}，${of}`}</View>
              <CheckList
                id={`word-person-${key}`}
                rows={told.map((row) => ({ ...rowOf(row), note: becauseWords[row.because] }))}
                ticked={ticked}
              />
            </Fragment>
          ))}
        </View>
      ) : null}
      {enough.length > 0 ? <Enough people={enough} /> : null}
      {further > 0 ? <View className="word-further">{`还有 ${further} 人，明天接着告知`}</View> : null}
    </>
  )
}

const rowOf = ({ id, name, text }: Missing) => ({ id, name, sub: text })

/** Ready to be read out, or posted where all may read it. */
function Sentence({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <Card className="word-words">
      <View className="word-words-head">
        <View className="word-sub">可以这样说</View>
        <LinkText id="copy-word" icon="copy" onTap={() => void copyText(text).then(setCopied)}>
          {copied ? '已复制' : '复制'}
        </LinkText>
      </View>
      <View>{text}</View>
    </Card>
  )
}

function Enough({ people }: { people: readonly Missing[] }) {
  return (
    <View id="word-enough">
      <Section title={`${people.length} 人不再重复`} right="免得打扰" />
      <Card className="word-enough">
        {people.map(({ id, name, enough }, index) => (
          <View key={id}>
            {index > 0 ? <Divider inset={16} /> : null}
            <View className="word-row">
              <View className="word-name">{name}</View>
              <View className="word-sub">{enough ? enoughWords[enough] : ''}</View>
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}
