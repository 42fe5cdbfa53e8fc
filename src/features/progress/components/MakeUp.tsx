import { View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import { formatDayTime } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { wordsFor } from '@/words/refusals'
import type { MakeUpDraft } from '../hooks/useMakeUp'
import { WhyLine } from './WhyLines'

/** Who confirms: somebody else who runs the branch, or the work committee above it. */
function Witnesses({ witnesses, draft }: Pick<Why, 'witnesses'> & { draft: MakeUpDraft }) {
  const { witness } = draft
  return (
    <View className="why-ask" id="make-up-witness">
      <View className="t-sub c2 mb8">请谁确认</View>
      <View className="chips">
        {witnesses.map(({ id, name }) => (
          <Chip
            key={id}
            id={`make-up-witness-${id}`}
            on={id === witness?.id}
            onTap={() => draft.chooseWitness(id)}
          >
            {name}
          </Chip>
        ))}
      </View>
      <View className="why-send">
        <Button kind="outline" id="make-up-send" grow busy={draft.busy} onTap={draft.send}>
          {`请${witness?.name ?? ''}确认`}
        </Button>
      </View>
    </View>
  )
}

/** 补学: the studies that were missed, each with one tap; by oneself a second person is asked. */
export function MakeUp({ why, draft }: { why: Why; draft: MakeUpDraft }) {
  const { mayMakeUp, witnesses, line, subjectName } = why
  const me = useCloudQuery('identity.me', {})
  const own = me.data?.state === 'bound' && me.data.memberId === line.subjectId
  // Nobody can say yes.
  const alone = own && witnesses.length === 0
  return (
    <View id="make-up">
      {mayMakeUp.map(({ activityId, title, startsAt }) => (
        <View key={activityId}>
          <WhyLine
            icon={<Icon name="book" tone="blue" size={24} />}
            title={`${formatDayTime(startsAt)} ${title}`}
            text={alone ? '支部里没有可以确认的另一位同志，请联系党支部书记' : '学了以后可以记为补学'}
            aside={
              draft.asked === activityId || alone ? null : (
                <Button
                  kind="sunk"
                  small
                  id={`make-up-${activityId}`}
                  busy={draft.busy}
                  onTap={() => draft.ask(activityId)}
                >
                  {own ? '我已补学' : `${subjectName}已补学`}
                </Button>
              )
            }
          />
          {draft.asked === activityId && <Witnesses witnesses={witnesses} draft={draft} />}
        </View>
      ))}
    </View>
  )
}

/** What came of it stays in sight when the study is no longer offered. */
export function MakeUpOutcome({ draft: { refusal, said } }: { draft: MakeUpDraft }) {
  const words = refusal && wordsFor(refusal)
  return (
    <>
      {words && (
        <Note tone="miss" icon="info" id="make-up-refused">
          <View className="b">{words.title}</View>
          <View>
            {words.text}。{words.next}。
          </View>
        </Note>
      )}
      {said !== undefined && (
        <Note tone="done" icon="check" id="make-up-said">
          {said}
        </Note>
      )}
    </>
  )
}
