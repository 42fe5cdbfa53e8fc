import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { BranchProgress } from '@domain/contract/progress'
import { Button } from '@/components/Button/Button'
import { Loaded } from '@/components/Loaded/Loaded'
import { MonthPicker } from '@/components/MonthPicker/MonthPicker'
import { monthLabel, monthOf } from '@/components/MonthPicker/months'
import { Page } from '@/components/Page/Page'
import { DutyGaps } from '@/features/branch/components/DutyGaps'
import { MemberMatrix } from '@/features/branch/components/MemberMatrix'
import { TellSheet } from '@/features/branch/components/TellSheet'
import { withGaps } from '@/features/branch/logic/matrix'
import { WhySheet, type WhyOf } from '@/features/progress/components/WhySheet'
import { open } from '@/platform/navigate'
import { useCloudQuery } from '@/platform/useCloudQuery'
import { useNow } from '@/platform/useNow'
import './index.css'

const nowhere: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** 支部进度: the branch's gaps first, then every member's month in the order of the register. */
export default function BranchPage() {
  const { branchId = '', month: firstMonth } = useRouter().params
  // The phone's own clock may be far off until the first answer corrects it.
  const running = monthOf(useNow(60_000))
  const [chosen, setMonth] = useState(firstMonth)
  const month = chosen ?? running
  const [why, setWhy] = useState<WhyOf>()
  const [telling, setTelling] = useState<{ only?: string }>()
  const [groupId, setGroupId] = useState<string>()
  const isRunning = month === running
  const branch = useCloudQuery('progress.branch', isRunning ? { branchId } : { branchId, month })
  const progress = branch.data
  const gaps = progress ? withGaps(progress.rows).length : 0
  const member = why && progress?.rows.find(({ memberId }) => memberId === why.subjectId)

  const tell = (only?: string) => {
    setWhy(undefined)
    setTelling(only ? { only } : {})
  }
  return (
    <Page
      id="branch"
      title={progress?.scope === 'group' ? '本组进度' : '支部进度'}
      left="back"
      onPullDown={branch.refetch}
      dock={isRunning && gaps > 0 ? <TellDock count={gaps} onTap={() => tell()} /> : undefined}
      overlay={
        <>
          <WhySheet
            {...(why ?? nowhere)}
            open={!!why}
            onClose={() => setWhy(undefined)}
            {...(member && isRunning ? { onTell: () => tell(member.memberId) } : {})}
          />
          {progress ? (
            <TellSheet
              open={!!telling}
              progress={progress}
              only={telling?.only}
              onClose={() => setTelling(undefined)}
            />
          ) : null}
        </>
      }
    >
      {progress ? <Head progress={progress} month={month} running={running} onMonth={setMonth} /> : null}
      <Loaded query={branch} skeleton="list">
        {(data) => (
          <>
            <DutyGaps
              progress={data}
              running={isRunning}
              onWhy={(line) =>
                setWhy({ dutyId: line.dutyId, periodKey: line.period.key, subjectId: line.subjectId })
              }
              onPlan={(duty) => open('plan', { branchId, kind: duty.kind, host: duty.missingNames[0] })}
            />
            <MemberMatrix
              progress={data}
              running={isRunning}
              month={monthLabel(month)}
              groupId={groupId}
              onGroup={setGroupId}
              onCell={(subjectId, dutyId) => setWhy({ dutyId, periodKey: data.period.key, subjectId })}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface HeadProps {
  progress: BranchProgress
  month: string
  running: string
  onMonth: (month: string) => void
}
function Head({ progress, month, running, onMonth }: HeadProps) {
  return (
    <View className="branch-head">
      <View className="branch-name">
        {progress.branch.name}
        <Text className="sep" />
        {progress.scope === 'group' ? `本组 ${progress.rows.length} 人` : `${progress.memberCount} 人`}
      </View>
      <MonthPicker month={month} running={running} onChange={onMonth} />
    </View>
  )
}

function TellDock({ count, onTap }: { count: number; onTap: () => void }) {
  return (
    <>
      <View className="branch-dock" id="gap-count">
        <View className="branch-dock-title">{`还差的 ${count} 人`}</View>
        <View className="branch-dock-sub">先看再发，署名党支部</View>
      </View>
      <Button id="tell" onTap={onTap}>
        看看怎么告知
      </Button>
    </>
  )
}
