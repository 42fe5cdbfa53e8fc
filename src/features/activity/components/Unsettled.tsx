import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { AbsenceReason } from '@domain/contract/words'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { formatDay } from '@domain/time/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { LinkText } from '@/components/LinkText/LinkText'
import type { RecordActions } from '../hooks/useRecord'
import { AbsenceSheet } from './AbsenceSheet'
import { LeaveAnswer } from './LeaveAnswer'
import { ReasonSheet } from './ReasonSheet'
import './Unsettled.css'

type Person = ResponseOf<'activity.record'>['unsettled'][number]

interface Props {
  unsettled: Person[]
  /** Exclusive end (ms) of the paper list: until then 补登 is one tap. */
  paperUntil: number
  /** Whose back-fill waits, and for whom: nothing more is to be settled. */
  waitsFor: ReadonlyMap<string, string>
  actions: RecordActions
}

/** The 未登记 are settled one by one: absent with a reason, or here after all. Never derived from "no scan". */
export function Unsettled({ unsettled, paperUntil, waitsFor, actions }: Props) {
  const [asked, setAsked] = useState<{ person: Person; what: 'absent' | 'paper' }>()
  const [askedAll, setAskedAll] = useState(false)
  const open = unsettled.filter(({ memberId, leave }) => !waitsFor.has(memberId) && !leave)
  const close = () => setAsked(undefined)
  const settle = async (memberId: string, reason: AbsenceReason) => {
    await actions.settle(memberId, reason)
    close()
  }
  const settleAll = async (reason: AbsenceReason) => {
    const ids = open.map(({ memberId }) => memberId)
    await actions.settleAll(ids, reason)
    setAskedAll(false)
  }
  const enter = async (memberId: string) => {
    await actions.enterPaper(memberId)
    close()
  }
  const backfill = (person: Person) => {
    if (actions.paperOpen) setAsked({ person, what: 'paper' })
    else actions.toBackfill(person.memberId)
  }
  return (
    <>
      <Card className="unsettled" id="unsettled">
        <View className="unsettled-head">
          <View className="unsettled-title">未登记的，逐人定下来</View>
          <View className="unsettled-count">{`${unsettled.length} 人`}</View>
        </View>
        {open.length > 1 ? (
          <View className="unsettled-all">
            <LinkText id="absent-all" onTap={() => setAskedAll(true)}>
              全部选缺席原因
            </LinkText>
          </View>
        ) : null}
        {answersFirst(unsettled).map((person, index) => (
          <View key={person.memberId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <View className="unsettled-one" id={`unsettled-${person.memberId}`}>
              <View className="unsettled-who">
                <Avatar name={person.name} />
                <View className="unsettled-name">{person.name}</View>
                <View className="unsettled-group">
                  {person.groupName}
                  {person.standing === 'probationary' ? (
                    <>{person.groupName ? <Text className="sep" /> : null}预备</>
                  ) : null}
                </View>
              </View>
              <Standing
                person={person}
                waitsFor={waitsFor.get(person.memberId)}
                onAbsent={() => setAsked({ person, what: 'absent' })}
                onCame={() => backfill(person)}
              />
            </View>
          </View>
        ))}
      </Card>
      <AbsenceSheet
        name={askedAll ? `这 ${open.length} 人` : undefined}
        busy={actions.busy}
        onClose={() => setAskedAll(false)}
        onChoose={(reason) => void settleAll(reason)}
      />
      <AbsenceSheet
        name={asked?.what === 'absent' ? asked.person.name : undefined}
        busy={actions.busy}
        onClose={close}
        onChoose={(reason) => asked && void settle(asked.person.memberId, reason)}
      />
      <ReasonSheet
        open={asked?.what === 'paper'}
        title={`${asked?.person.name ?? ''}：补登`}
        text={`到${formatDay(paperUntil - 1)}当天，都可按纸质名单补登，与扫码效力相同`}
        choices={[]}
        button="按纸质名单补登"
        busy={actions.busy}
        onClose={close}
        onChoose={() => asked && void enter(asked.person.memberId)}
      />
    </>
  )
}

/** Whose 请假 waits for the reader's answer stands above all others. */
const answersFirst = (unsettled: readonly Person[]): Person[] => {
  const isMine = ({ leave }: Person) => leave !== undefined && leave.asked === undefined
  return [...unsettled.filter(isMine), ...unsettled.filter((person) => !isMine(person))]
}

interface StandingProps {
  person: Person
  /** Whose word a back-fill waits for. */
  waitsFor: string | undefined
  onAbsent: () => void
  onCame: () => void
}

/** What is asked of the recorder: an answer to a 请假, or how it was; nothing where somebody else is asked. */
function Standing({ person: { memberId, leave }, waitsFor, onAbsent, onCame }: StandingProps) {
  if (waitsFor !== undefined) return <View className="unsettled-waits">{`已补登，等${waitsFor}确认`}</View>
  if (leave) {
    const said = `请假待同意（${absenceLabels[leave.reason]}）`
    return (
      <>
        <View className="unsettled-waits">
          {leave.asked === undefined ? said : `${said}，由${leave.asked || '另一位同志'}答复`}
        </View>
        {leave.asked === undefined ? <LeaveAnswer factId={leave.factId} memberId={memberId} /> : null}
      </>
    )
  }
  return (
    <View className="unsettled-choices">
      <Button kind="sunk" small grow id={`absent-${memberId}`} onTap={onAbsent}>
        缺席（选原因）
      </Button>
      <Button kind="sunk" small grow id={`came-${memberId}`} onTap={onCame}>
        补登（到了会）
      </Button>
    </View>
  )
}
