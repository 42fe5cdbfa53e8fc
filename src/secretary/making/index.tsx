import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { LongPaper } from '@domain/contract/paper'
import { patrolYears, yearsName } from '@domain/papers/patrolYears'
import { shortPeriodLabel } from '@domain/time/format'
import { periodByKey, periodOf } from '@domain/time/period'
import { now } from '@/cloud/clock'
import { isUnreached } from '@/cloud/unreached'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Doors } from '@/components/Doors/Doors'
import { page } from '@/components/FreshStart/FreshStart'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Refused } from '@/components/Refused/Refused'
import { MakingCard } from '@/features/papers/components/MakingCard'
import { MakingSteps } from '@/features/papers/components/MakingSteps'
import { PaperWays } from '@/features/papers/components/PaperWays'
import { useLongPaper } from '@/features/papers/hooks/useLongPaper'
import { type LongPaperMaking, piecesOf } from '@/features/papers/logic/longPapers'
import { makingWords } from '@/features/papers/logic/makingWords'
import { open } from '@/navigation/navigate'
import { wordsFor } from '@/words/refusals'

const longPapers: readonly LongPaper[] = ['handbook', 'bundle', 'patrol']

/** A key that is none, as of an address typed by hand, is this year's. */
const periodFor = (key: string) => {
  try {
    return periodByKey(key)
  } catch {
    return periodOf('year', now())
  }
}

/** What takes long: a year's book, or the papers of a period in one file. It is made part by part, and one may leave meanwhile. */
export default page(function MakingPage() {
  const { branchId = '', period: asked = '', until, paper: which } = useRouter().params
  const paper = longPapers.find((one) => one === which) ?? 'bundle'
  const period = periodFor(asked)
  const years = paper === 'patrol' ? patrolYears(period.key, periodFor(until ?? asked).key) : null
  const { making, again, resume, stop } = useLongPaper({
    ...{ branchId, periodKey: period.key, paper },
    ...(until !== undefined && { until: periodFor(until).key }),
  })
  const { state, parts, refusal } = making
  const isRefused = refusal !== undefined && !isUnreached(refusal.reason) && refusal.reason !== 'book_changed'
  if (isRefused && parts.length === 0)
    return (
      <Page id="making" title={makingWords[paper].title} left="back">
        <View className="loaded-refused">
          <Refused refusal={refusal} />
        </View>
      </Page>
    )
  return (
    <Page
      id="making"
      title={makingWords[paper].title}
      left="back"
      dock={
        state === 'done' ? (
          <PaperWays fileName={parts[0]?.fileName ?? ''} pieces={() => piecesOf(parts)} />
        ) : (
          <Going {...{ state, resume, stop }} />
        )
      }
    >
      <MakingCard paper={paper} when={years ? yearsName(years) : shortPeriodLabel(period)} making={making} />
      {state === 'done' ? (
        <DoneCard making={making} onAgain={again} onBook={() => open('book', { branchId })} />
      ) : (
        <MakingSteps paper={paper} making={making} />
      )}
      <View className="making-note">
        {refusal ? (
          <Note tone="miss" icon="off" id="making-refusal">
            {[wordsFor(refusal).title, wordsFor(refusal).next].join('。')}
          </Note>
        ) : state === 'done' ? null : (
          <Note tone="mute" icon="info">
            可以先去别的页面，做好了回到这里拿。小程序关掉了，就要从头再做。
          </Note>
        )}
      </View>
      <Unwritten making={making} branchId={branchId} year={period.from.slice(0, 4)} />
      <NoSecrets />
    </Page>
  )
})

interface GoingProps {
  state: LongPaperMaking['state']
  resume: () => void
  stop: () => void
}

const Going = ({ state, resume, stop }: GoingProps) =>
  state === 'stopped' ? (
    <Button id="try-again" grow onTap={resume}>
      接着做
    </Button>
  ) : (
    <Button kind="outline" id="making-stop" grow onTap={stop}>
      先停下
    </Button>
  )

interface DoneProps {
  making: LongPaperMaking
  onAgain: () => void
  onBook: () => void
}

function DoneCard({ making: { parts }, onAgain, onBook }: DoneProps) {
  return (
    <>
      <Card>
        <View className="making-file">
          <View className="t-cap c2">文件名</View>
          <View className="paper-name" id="paper-name">
            {parts[0]?.fileName}
          </View>
        </View>
        <Divider inset={16} />
        <Doors
          doors={[
            {
              ...{ id: 'making-part', icon: 'doc', title: '只要其中一部分' },
              ...{ sub: '回台账，按月、按季另做', onTap: onBook },
            },
            {
              ...{ id: 'making-again', icon: 'undo', title: '重新做一次' },
              ...{ sub: '有改动的，再做就是新的', onTap: onAgain },
            },
          ]}
        />
      </Card>
      <View className="making-note">
        <Note tone="mute" icon="info">
          里面有姓名，只发给该看的人。云端不留这份文件。
        </Note>
      </View>
    </>
  )
}

/** What has no pages, and where it is written to the end. */
function Unwritten({ making, branchId, year }: { making: LongPaperMaking; branchId: string; year: string }) {
  const { unwritten = 0 } = making.parts[0] ?? {}
  if (unwritten === 0) return null
  return (
    <View className="making-note">
      <Note
        tone="miss"
        icon="info"
        id="making-unwritten"
        action={{
          ...{ label: '看看是哪几场', id: 'making-lacking' },
          onTap: () => open('book', { branchId, year, filter: 'lacking' }),
        }}
      >
        {`有 ${unwritten} 场还没有成册，不在里面。成册以后重新做一次。`}
      </Note>
    </View>
  )
}
