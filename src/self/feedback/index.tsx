import { View } from '@tarojs/components'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Chip } from '@/components/Chip/Chip'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { LongText } from '@/components/LongText/LongText'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Switch } from '@/components/Switch/Switch'
import { FeedbackCard } from '@/features/feedback/components/FeedbackCard'
import { LONGEST, useFeedback } from '@/features/feedback/hooks/useFeedback'
import { type FeedbackKind, kindLabels } from '@/features/feedback/logic/feedbackWords'
import './index.css'

/** 投诉建议: what was said, its state and its answer. */
export default page(function FeedbackPage() {
  const feedback = useFeedback()
  const { mine, kind, text, anonymous, sent } = feedback
  return (
    <Page
      id="feedback"
      title="投诉建议"
      onPullDown={() => mine.refetch()}
      dock={
        <Button
          id="feedback-send"
          grow
          busy={feedback.busy}
          disabledBecause={text.trim() ? undefined : '先写一句'}
          onTap={() => void feedback.send()}
        >
          {text.trim() ? '提交，5 个工作日内答复' : '提交'}
        </Button>
      }
    >
      <View className="feedback-kinds">
        {(Object.keys(kindLabels) as FeedbackKind[]).map((each) => (
          <Chip key={each} id={`kind-${each}`} on={each === kind} onTap={() => feedback.setKind(each)}>
            {kindLabels[each]}
          </Chip>
        ))}
      </View>
      <LongText
        id="feedback-text"
        value={text}
        maxlength={LONGEST}
        placeholder="说说哪里不对，或者希望怎么改"
        onChange={feedback.setText}
      />
      <View className="mt12">
        <Card>
          <Cell
            leading={<Icon name="lock" tone="ink2" />}
            title="不留姓名"
            sub="也会答复，只在这部手机上看得到"
            right={<Switch id="anonymous" on={anonymous} onChange={feedback.setAnonymous} label="不留姓名" />}
          />
        </Card>
      </View>
      {sent && (
        <View className="mt12">
          <Note tone="done" icon="check" id="feedback-sent">
            {`已收到，编号 ${sent.number}，${formatDay(sent.dueBy - 1)}前答复。`}
          </Note>
        </View>
      )}
      <Section title="我提过的" />
      <Loaded query={mine} skeleton="list">
        {({ items }) => (
          <View id="my-feedback">
            {items.map((item) => (
              <FeedbackCard key={item.number} item={item} />
            ))}
            {items.length === 0 && (
              <Card pad>
                <View className="t-sub c2">还没有提过。</View>
              </Card>
            )}
          </View>
        )}
      </Loaded>
    </Page>
  )
})
