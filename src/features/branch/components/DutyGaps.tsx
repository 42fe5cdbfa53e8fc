import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { DutyLine } from '@domain/contract/progress'
import { gapNow } from '@domain/progress/gapNow'
import { formatDay } from '@domain/time/format'
import { isOver } from '@domain/time/period'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { classes } from '@/components/classes'
import { LinkText } from '@/components/LinkText/LinkText'
import { Icon } from '@/components/Icon/Icon'
import { Ring } from '@/components/Ring/Ring'
import { type BranchDuty, byKind, foldedText, missingText, splitDuties } from '../logic/branchDuties'
import './DutyGaps.css'

interface Props {
  duties: readonly BranchDuty[]
  /** 支部, 中心组 */
  whose: string
  /** 本季度还有 9 天; nothing where the time is over. */
  aside?: string | undefined
  /** Whether the page's own period still runs: of one that is over nothing is arranged, though its quarter may still run. */
  running: boolean
  mayPlan: boolean
  onWhy: (line: DutyLine) => void
  onPlan: (duty: BranchDuty) => void
  /** Held, and not entered yet. */
  onHeld?: (duty: BranchDuty) => void
}

/** What the branch or the unit as a whole still misses, with dates; what is done or arranged is folded away. Before its last week nothing presses. */
export function DutyGaps({ duties, whose, aside, running, mayPlan, onWhy, onPlan, onHeld }: Props) {
  const [unfolded, setUnfolded] = useState(false)
  const now = useNow(60_000)
  if (duties.length === 0) return null
  const split = splitDuties(duties)
  const own = running ? split.missing : split.missing.filter(({ line }) => isOver(line.period, now))
  const pressing = own.filter(({ line }) => gapNow(line, now) === 'pressing').length
  const count = pressing > 0 ? pressing : own.length
  // Where nothing has a number there is nothing to fold the rest behind.
  const bare = split.missing.length + split.planned.length + split.done.length === 0
  return (
    <Card className="gaps" id="branch-gaps">
      <View className="gaps-head">
        {count > 0 ? (
          <View className="gaps-title">
            {`${whose}${!running ? '暂无记录' : pressing > 0 ? '还差' : '待安排'}`}
            <View className={classes('gaps-count', pressing > 0 && 'c-ochre')}>{count}</View>项
          </View>
        ) : (
          <View className="gaps-title">{nothingMissing(split, whose, running)}</View>
        )}
        {aside ? <View className="gaps-left">{aside}</View> : null}
      </View>
      {byKind(split.missing, duties).map(({ duty, heading }, index) => (
        <View key={keyOf(duty)}>
          {heading ? <View className="gaps-kind">{heading}</View> : index > 0 ? <Divider inset={84} /> : null}
          <Row
            duty={duty}
            text={missingText(duty, now)}
            calm={gapNow(duty.line, now) !== 'pressing'}
            onWhy={onWhy}
            plan={
              mayPlan && duty.line.kind ? (
                <View className="gaps-ways">
                  {running ? (
                    <Button kind="sunk" small id={`plan-${duty.line.dutyId}`} onTap={() => onPlan(duty)}>
                      去安排
                    </Button>
                  ) : null}
                  {onHeld ? (
                    <LinkText id={`held-${duty.line.dutyId}`} onTap={() => onHeld(duty)}>
                      开过了，补录
                    </LinkText>
                  ) : null}
                </View>
              ) : null
            }
          />
        </View>
      ))}
      {split.folded.length > 0 && !bare ? (
        <>
          <Divider inset={16} />
          <View className="gaps-fold" id="branch-folded" onClick={() => setUnfolded(!unfolded)}>
            <View className="gaps-fold-text">{foldedText(split)}</View>
            <Icon name={unfolded ? 'up' : 'down'} tone="ink3" size={20} />
          </View>
        </>
      ) : null}
      {unfolded || bare
        ? split.folded.map((duty) => (
            <View key={keyOf(duty)}>
              <Divider inset={84} />
              <Row duty={duty} text={stateText(duty)} onWhy={onWhy} />
            </View>
          ))
        : null}
    </Card>
  )
}

/** What is in the calendar or waits for a word is not done yet. */
function nothingMissing(
  { planned, done }: ReturnType<typeof splitDuties>,
  whose: string,
  running: boolean,
): string {
  if (planned.length + done.length === 0) return '定期开展，不设次数'
  // Beside a month that is over stands a quarter that may still have something planned.
  if (!running) return `${whose}没有空缺`
  return planned.length > 0 ? `${whose}的都安排了` : `${whose}的都完成了`
}

const keyOf = ({ line }: BranchDuty) => `${line.dutyId}-${line.period.key}`

function stateText({ line }: BranchDuty): string {
  switch (line.state) {
    case 'done':
      return '已完成'
    case 'planned':
      return line.next ? `已安排：${line.next.title}` : '已安排'
    case 'waiting':
      return '待确认'
    case 'not_owed':
      return '不要求'
    case 'recorded':
      return line.done > 0 ? `已有 ${line.done} ${line.measure}` : '暂无记录'
    case 'missing':
    case 'not_held':
      return ''
  }
}

interface RowProps {
  duty: BranchDuty
  text: string
  /** Its last week is still ahead. */
  calm?: boolean
  plan?: ReactNode
  onWhy: (line: DutyLine) => void
}
function Row({ duty: { line }, text, calm = false, plan, onWhy }: RowProps) {
  const need = line.needed === null ? '' : `，需 ${line.needed} ${line.measure}`
  return (
    <View className="gaps-row">
      <View className="gaps-tap" id={`duty-${line.dutyId}`} hoverClass="pressed" onClick={() => onWhy(line)}>
        <Ring
          done={line.done}
          needed={line.needed}
          state={line.state}
          calm={calm}
          size={56}
          label={`${line.label}，已 ${line.done} ${line.measure}${need}`}
        />
        <View className="gaps-text">
          <View className="gaps-name">
            {line.label}
            <View className="gaps-until">{untilOf(line)}</View>
          </View>
          <View className="gaps-sub">{text}</View>
        </View>
      </View>
      {plan}
    </View>
  )
}

/** 9月30日止 */
const untilOf = ({ state, period }: DutyLine): string =>
  state === 'missing' ? `${formatDay(period.to)}止` : ''
