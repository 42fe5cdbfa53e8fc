import { View } from '@tarojs/components'
import type { Board } from '@domain/contract/activity'
import { formatDay } from '@domain/time/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Chip } from '@/components/Chip/Chip'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import type { BackfillDraft } from '../hooks/useBackfill'
import { backfillable, backfillReasons } from '../logic/backfill'
import { WitnessPicker } from './WitnessPicker'
import './Backfill.css'

interface Props {
  board: Board
  draft: BackfillDraft
}

/** 补登: until the next workday the paper list is entered as it is; later each one needs a reason and a second person. */
export function Backfill({ board, draft }: Props) {
  const people = backfillable(board)
  const paper = draft.mode === 'paper'
  return (
    <View id="backfill">
      <View className="backfill-note">
        <Note tone="info" icon="info">
          {noteOf(board, paper)}
        </Note>
      </View>
      {people.length === 0 ? (
        <Empty image="none" icon="check" title="没有漏登的" text="应到的同志都有登记或请假" />
      ) : (
        <>
          <Section title={paper ? '按纸质名单补登' : '给谁补'} right={paper ? '可选多人' : undefined} />
          <View className="backfill-chips">
            {people.map((person) => {
              const on = draft.memberIds.includes(person.memberId)
              return (
                <Chip
                  key={person.memberId}
                  id={`backfill-${person.memberId}`}
                  on={on}
                  onTap={() => draft.toggle(person.memberId)}
                >
                  {on ? <Icon name="check" tone="red" size={18} /> : null}
                  {person.onLeave ? `${person.name}（请假）` : person.name}
                </Chip>
              )
            })}
          </View>
          {paper ? null : <Witnessed draft={draft} />}
        </>
      )}
      <Done board={board} />
    </View>
  )
}

function noteOf({ state, late, paperUntil }: Board, paper: boolean): string {
  if (paper && late) return '这一场是补录的，在这里或“点名”里点齐到会的人，再由另一位同志一起确认。'
  if (paper)
    return `到${formatDay(paperUntil - 1)}当天，都可按纸质名单直接补登，与扫码效力相同。之后补登要写明原因，由另一人确认。`
  const when = state === 'recorded' ? '成册后查出漏登，也可以补，实到人数随着改。' : '会后发现漏登，可以补。'
  return `${when}补登会写明原因，由另一人确认，并一直标“补登”。`
}

function Witnessed({ draft }: Pick<Props, 'draft'>) {
  return (
    <>
      <Section title="原因" />
      <View className="backfill-chips">
        {backfillReasons.map((reason, index) => (
          <Chip
            key={reason}
            id={`backfill-reason-${index}`}
            on={draft.reason === reason}
            onTap={() => draft.setReason(reason)}
          >
            {reason}
          </Chip>
        ))}
      </View>
      <Section title="请谁确认" />
      <WitnessPicker witnesses={draft.witnesses} value={draft.witnessId} onChange={draft.setWitness} />
    </>
  )
}

/** 补登 stays visible as such. */
function Done({ board }: { board: Board }) {
  const done = board.arrivals.filter(
    (each) => (each.way === 'backfill' || each.way === 'paper') && !each.struck,
  )
  if (done.length === 0) return null
  return (
    <View id="backfilled">
      <Section title="本场补登" />
      <Card className="backfilled">
        {done.map((each, index) => (
          <View key={each.memberId}>
            {index > 0 ? <Divider inset={68} /> : null}
            <Cell
              leading={<Avatar name={each.name} />}
              title={each.name}
              sub={each.way === 'paper' ? '纸质名单' : '补登'}
              right={
                each.waitsFor ? (
                  <Tag tone="info">{`等${each.waitsFor}确认`}</Tag>
                ) : (
                  <Tag tone="done">已计入</Tag>
                )
              }
            />
          </View>
        ))}
      </Card>
    </View>
  )
}
