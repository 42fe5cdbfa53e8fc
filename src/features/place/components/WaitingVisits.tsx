import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { CheckList, type CheckRow } from '@/components/CheckList/CheckList'
import type { Ticked } from '@/components/CheckList/useTicked'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'

type Pending = ResponseOf<'household.pending'>
export type WaitingVisit = Pending['pending'][number]

/** Of the household its number, nothing else. */
export const visitText = ({ on, number }: Pick<WaitingVisit, 'on' | 'number'>): string =>
  `${formatDay(on)}走访 ${number}`

interface Props extends Pick<Pending, 'pending' | 'denied'> {
  ticked: Ticked
  /** 没来过, or that taken back. */
  onDeny: (visit: WaitingVisit, denied: boolean) => void
}

/** Visits that wait, ticked beforehand; what the village says 没来过 of is settled as well. */
export function WaitingVisits({ pending, denied, ticked, onDeny }: Props) {
  const rows: CheckRow[] = pending.map((visit) => ({
    id: visit.factId,
    name: visit.name,
    from: visit.branchName,
    sub: visitText(visit),
    other: { label: '没来过', onTap: () => onDeny(visit, true) },
  }))
  return (
    <>
      {rows.length > 0 ? (
        <>
          <Section title={`待确认 ${rows.length} 次`} right="记不准的，点一下先留着" />
          <CheckList id="pending-visits" rows={rows} ticked={ticked} />
        </>
      ) : (
        <View className="mt12">
          <Empty
            image="house"
            title="没有待确认的走访"
            text="扫门口码的走访已经计入，不用确认"
            id="nothing-pending"
          />
        </View>
      )}
      <Denied denied={denied} onDeny={onDeny} />
    </>
  )
}

/** Said by mistake it is taken back; after a week it stands. */
function Denied({ denied, onDeny }: Pick<Props, 'denied' | 'onDeny'>) {
  if (denied.length === 0) return null
  return (
    <>
      <Section title="说过没来过的" right="点错了可以撤回" />
      <Card id="denied-visits">
        {denied.map((visit, index) => (
          <View key={visit.factId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              title={visit.name}
              sub={`${visitText(visit)}，不计入`}
              right={
                <Button kind="sunk" small id={`restore-${visit.factId}`} onTap={() => onDeny(visit, false)}>
                  撤回
                </Button>
              }
            />
          </View>
        ))}
      </Card>
    </>
  )
}
