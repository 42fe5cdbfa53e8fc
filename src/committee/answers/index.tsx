import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FeedbackList } from '@domain/contract/feedback'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { LongText } from '@/components/LongText/LongText'
import { Page } from '@/components/Page/Page'
import { Seg } from '@/components/Seg/Seg'
import { Sheet } from '@/components/Sheet/Sheet'
import { FeedbackCard } from '@/features/feedback/components/FeedbackCard'
import { kindLabels } from '@/features/feedback/logic/feedbackWords'
import { orTell } from '@/words/orTell'

type Item = FeedbackList['items'][number]
type State = Item['state']

const LONGEST = 200

function AnswerSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const [text, setText] = useState(item.answer ?? '')
  const { run, busy } = useCloudAction('feedback.answer')
  const send = async () => {
    if (await orTell(run({ id: item.id, answer: text.trim() }))) onClose()
  }
  return (
    <Sheet
      open
      id="answer-sheet"
      title="答复"
      onClose={onClose}
      footer={
        <Button
          id="answer-send"
          grow
          busy={busy}
          disabledBecause={text.trim() ? undefined : '先写答复'}
          onTap={() => void send()}
        >
          发出答复
        </Button>
      }
    >
      <View className="t-body mb12">{item.text}</View>
      <LongText
        id="answer-text"
        value={text}
        maxlength={LONGEST}
        placeholder="已经怎么办了，或者为什么这样"
        onChange={setText}
      />
    </Sheet>
  )
}

const titles: Record<State, string> = { open: '没有待答复的', answered: '还没有答复过的' }

/** 投诉建议 as the work committee answers it: what is due first stands first. */
export default page(function AnswersPage() {
  const list = useCloudQuery('feedback.list', {})
  const [shown, setShown] = useState<State>('open')
  const [chosen, setChosen] = useState<Item>()
  return (
    <Page
      id="answers"
      title="投诉建议"
      onPullDown={() => list.refetch()}
      overlay={chosen && <AnswerSheet item={chosen} onClose={() => setChosen(undefined)} />}
    >
      <Loaded query={list} skeleton="list">
        {({ items }) => {
          const open = items.filter(({ state }) => state === 'open').length
          const listed = items.filter(({ state }) => state === shown)
          return (
            <>
              <View className="mb12">
                <Seg
                  items={[
                    { key: 'open', label: open > 0 ? `待答复 ${open}` : '待答复' },
                    { key: 'answered', label: '已答复' },
                  ]}
                  value={shown}
                  onChange={setShown}
                />
              </View>
              {listed.map((item) => (
                <FeedbackCard
                  key={item.id}
                  item={item}
                  from={`${kindLabels[item.kind]}，${item.from ?? '没有留姓名'}`}
                >
                  <View className="mt12">
                    <Button kind="sunk" small id={`answer-${item.id}`} onTap={() => setChosen(item)}>
                      {item.state === 'open' ? '答复' : '改答复'}
                    </Button>
                  </View>
                </FeedbackCard>
              ))}
              {listed.length === 0 && (
                <Empty image="none" icon="msg" title={titles[shown]} id="no-feedback" />
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
})
