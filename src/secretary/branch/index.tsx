import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BranchProgress } from '@domain/contract/progress'
import { isPressing } from '@domain/time/isPressing'
import { useInParts } from '@/cloud/useInParts'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { monthOf } from '@/components/MonthPicker/months'
import { Page } from '@/components/Page/Page'
import { PeriodSwitch } from '@/components/PeriodSwitch/PeriodSwitch'
import { DutyGaps } from '@/features/branch/components/DutyGaps'
import { EarlyNotes } from '@/features/branch/components/EarlyNotes'
import { MemberMatrix } from '@/features/branch/components/MemberMatrix'
import { SevenOnesCard } from '@/features/branch/components/SevenOnesCard'
import { asideOf, isOver, whenOf } from '@/features/branch/logic/branchDuties'
import { emptyCell, withGaps } from '@/features/branch/logic/matrix'
import { BranchPapers } from '@/features/papers/components/BranchPapers'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { useBranchPapers } from '@/features/papers/hooks/useBranchPapers'
import { isLong, YearCell } from '@/features/progress/components/YearCell'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'
import './index.css'

const nowhere: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** 支部进度: the branch's gaps first, then every member in the order of the register. A month, or a quarter, half-year or year. */
export default page(function BranchPage() {
  const { branchId = '', period: asked } = useRouter().params
  // The phone's own clock may be far off until the first answer corrects it.
  const running = monthOf(useNow(60_000))
  const [chosen, setPeriod] = useState(asked)
  const key = chosen ?? running
  const [why, setWhy] = useState<WhyOf>()
  const [groupId, setGroupId] = useState<string>()
  const isRunningMonth = key === running
  const branch = useInParts('progress.branch', {
    branchId,
    from: 0,
    ...(!isRunningMonth && { periodKey: key }),
  })
  const progress = branch.data
  const known = useLast(progress)
  const papers = useBranchPapers(branchId)
  const gaps = progress ? withGaps(progress.rows).length : 0
  const member = why && progress?.rows.find(({ memberId }) => memberId === why.subjectId)

  const empty = why && progress?.mayPlan ? emptyCell(progress, why) : undefined
  // What the branch, its committee or a group holds stands in the book; of a member the sheet says it.
  const held = why && progress?.mayPlan && !member ? kindOf(progress, why) : undefined
  const toBook = (filter: string) => open('book', { branchId, filter, year: why?.periodKey.slice(0, 4) })
  const toHeld = (kind?: string, host?: string) =>
    open('held', { branchId, kind, host, on: progress && isOver(progress) ? progress.period.to : undefined })
  const toTalk = (memberId: string) => open('talks', { branchId, memberId })
  const tell = (only?: string) => {
    setWhy(undefined)
    // A group leader speaks for nobody but oneself.
    if (known?.scope === 'group') open('tell', { branchId })
    else open('word', { branchId, only })
  }
  return (
    <Page
      id="branch"
      title={known?.scope === 'group' ? '本组进度' : '支部进度'}
      left="back"
      onPullDown={branch.refetch}
      dock={
        progress && isRunningMonth && gaps > 0 ? (
          <TellDock missing={gaps} progress={progress} onTap={() => tell()} />
        ) : undefined
      }
      overlay={
        <>
          <WhySheet
            {...(why ?? nowhere)}
            open={!!why}
            onClose={() => setWhy(undefined)}
            {...(empty
              ? { ways: <HeldWay onTap={() => toHeld(empty.kind)} /> }
              : held && { ways: <BookWay onTap={() => toBook(held)} /> })}
            {...(member && isRunningMonth ? { onTell: () => tell(member.memberId) } : {})}
          />
          <FileSheet file={papers.file} onClose={papers.close} />
        </>
      }
    >
      {known ? (
        <PeriodSwitch periods={known.periods} value={key} onChange={setPeriod}>
          <Whose progress={known} />
        </PeriodSwitch>
      ) : null}
      <Loaded query={branch} skeleton="list">
        {(data) => (
          <>
            <DutyGaps
              whose={isLong(key) ? '支部年度' : '支部'}
              duties={data.duties}
              aside={asideOf(data)}
              running={!isOver(data)}
              mayPlan={data.mayPlan}
              onWhy={(line) =>
                setWhy({ dutyId: line.dutyId, periodKey: line.period.key, subjectId: line.subjectId })
              }
              onHeld={({ line, missingNames: [host] }) => toHeld(line.kind, host)}
              onPlan={(duty) => open('plan', { branchId, kind: duty.line.kind, host: duty.missingNames[0] })}
            />
            <YearCell title="支部这一年" subjectId={branchId} period={key} />
            {data.early ? <EarlyNotes notes={data.early} onTalk={data.mayTalk ? toTalk : undefined} /> : null}
            <MemberMatrix
              progress={data}
              when={whenOf(data)}
              groupId={groupId}
              onGroup={setGroupId}
              onMember={(subjectId) =>
                open('span', { subjectId, whose: 'member', period: isLong(key) ? key : undefined })
              }
              onCell={(subjectId, dutyId) => setWhy({ dutyId, periodKey: data.period.key, subjectId })}
            />
            {data.mayPlan && data.scope === 'branch' ? (
              <BranchPapers branchId={branchId} period={data.period} papers={papers} />
            ) : null}
            <MoreButton id="more-rows" more={branch.more} />
            {isRunningMonth && data.mayPlan && data.scope === 'branch' ? (
              <SevenOnesCard branchId={branchId} />
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  )
})

const kindOf = ({ duties }: BranchProgress, { dutyId }: WhyOf): string | undefined =>
  duties.find(({ line }) => line.dutyId === dutyId)?.line.kind

/** From a number of the branch's: the meetings it is made of, and what they still lack. */
const BookWay = ({ onTap }: { onTap: () => void }) => (
  <Button kind="outline" id="why-book" icon="book" grow onTap={onTap}>
    看台账里的这几场
  </Button>
)

/** From an empty cell: it was held, on paper. */
const HeldWay = ({ onTap }: { onTap: () => void }) => (
  <Button kind="outline" id="why-held" grow onTap={onTap}>
    开过了，补录一场会
  </Button>
)

/** 县农业农村局党支部 · 26 人 */
function Whose({ progress: { branch, scope, rows, memberCount } }: { progress: BranchProgress }) {
  return (
    <View>
      {branch.name}
      <Text className="sep" />
      {scope === 'group' ? `本组 ${rows.length} 人` : `${memberCount} 人`}
    </View>
  )
}

interface DockProps {
  missing: number
  progress: Pick<BranchProgress, 'rows' | 'period' | 'scope'>
  onTap: () => void
}

function TellDock({ missing, progress: { rows, period, scope }, onTap }: DockProps) {
  const pressing = isPressing(period, useNow(60_000))
  return (
    <>
      <View className="branch-dock" id="gap-count">
        <View className="branch-dock-title">
          {pressing ? `还差的 ${missing} 人` : `本月已完成 ${rows.length - missing} 人`}
        </View>
        <View className="branch-dock-sub">
          {scope === 'group' ? '请当面或电话告诉' : '先看再发，署名党支部'}
        </View>
      </View>
      <Button id="tell" onTap={onTap}>
        看看怎么告知
      </Button>
    </>
  )
}
