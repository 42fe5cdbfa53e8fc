import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { AbsenceReason } from '@domain/contract/words'
import { formatDay, formatDayTime } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Tag } from '@/components/Tag/Tag'
import { AbsenceSheet } from '@/features/activity/components/AbsenceSheet'
import { ConfirmRecordSheet } from '@/features/activity/components/ConfirmRecordSheet'
import { LateNote } from '@/features/activity/components/LateNote'
import { RecordMore } from '@/features/activity/components/RecordMore'
import { RecordSheets } from '@/features/activity/components/RecordSheets'
import { type RecordField, RecordTable } from '@/features/activity/components/RecordTable'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { Unsettled } from '@/features/activity/components/Unsettled'
import { YearField } from '@/features/activity/components/YearField'
import { type RecordActions, useRecord } from '@/features/activity/hooks/useRecord'
import { MeetingPapers, MeetingPapersOverlay } from '@/features/papers/components/MeetingPapers'
import { type MeetingPapersOf, useMeetingPapers } from '@/features/papers/hooks/useMeetingPapers'
import { RecordDock } from './RecordDock'
import { Recordings, TakeBackSheet, VoteAt } from './Recordings'
import './index.css'

type MeetingRecord = ResponseOf<'activity.record'>
type Absent = MeetingRecord['absent'][number]

/** 会议记录: settle those 未登记 one by one, then 确认成册. */
export default page(function RecordPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('activity.record', { activityId: id })
  const record = query.data
  const board = useCloudQuery('activity.board', { activityId: id }, { enabled: record?.state === 'closed' })
  const waitsFor = new Map(
    (board.data?.arrivals ?? []).flatMap(({ memberId, way, waitsFor: by }) =>
      // One's own scan is settled as whoever has none: by another organiser's word.
      by && way !== 'scan' ? [[memberId, by] as const] : [],
    ),
  )
  const actions = useRecord(record)
  const papers = useMeetingPapers(id)
  const [changing, setChanging] = useState<Absent>()
  const [confirming, setConfirming] = useState(false)
  const [field, setField] = useState<RecordField>()
  const [voteAt, setVoteAt] = useState<number>()
  const [takingBack, setTakingBack] = useState(false)
  const confirm = async () => {
    await actions.confirm()
    setConfirming(false)
  }
  const change = async (reason: AbsenceReason) => {
    if (changing) await actions.settle(changing.memberId, reason)
    setChanging(undefined)
  }
  return (
    <Page
      id="record"
      title="会议记录"
      left="back"
      onPullDown={query.refetch}
      dock={
        record && (
          <RecordDock
            record={record}
            actions={actions}
            onAsk={() => setConfirming(true)}
            onTakeBack={() => setTakingBack(true)}
          />
        )
      }
      overlay={
        <>
          <AbsenceSheet
            name={changing?.name}
            busy={actions.busy}
            onClose={() => setChanging(undefined)}
            onChoose={(reason) => void change(reason)}
          />
          {record ? (
            <RecordSheets
              record={record}
              field={field}
              busy={actions.busy}
              onSave={actions.amend}
              onClose={() => setField(undefined)}
            />
          ) : null}
          {record && voteAt !== undefined ? (
            <VoteAt record={record} index={voteAt} actions={actions} onClose={() => setVoteAt(undefined)} />
          ) : null}
          <TakeBackSheet open={takingBack} actions={actions} onClose={() => setTakingBack(false)} />
          {record ? (
            <ConfirmRecordSheet
              open={confirming}
              record={record}
              busy={actions.busy}
              onClose={() => setConfirming(false)}
              onConfirm={() => void confirm()}
            />
          ) : null}
          {record ? <MeetingPapersOverlay record={record} papers={papers} /> : null}
        </>
      }
    >
      <Loaded query={query} skeleton="list">
        {(data) => (
          <RecordBody
            record={data}
            actions={actions}
            papers={papers}
            waitsFor={waitsFor}
            onReason={setChanging}
            onField={setField}
            onVote={setVoteAt}
          />
        )}
      </Loaded>
    </Page>
  )
})

interface BodyProps {
  record: MeetingRecord
  actions: RecordActions
  papers: MeetingPapersOf
  waitsFor: ReadonlyMap<string, string>
  onReason: (absent: Absent) => void
  onField: (field: RecordField) => void
  onVote: (index: number) => void
}
function RecordBody({ record, actions, papers, waitsFor, onReason, onField, onVote }: BodyProps) {
  const closed = record.state === 'closed'
  return (
    <>
      <Head record={record} />
      {record.late ? (
        <View className="record-late">
          <LateNote late={record.late} />
        </View>
      ) : null}
      <RefusalNote refusal={actions.refusal} onRead={actions.clear} />
      {closed && record.unsettled.length > 0 ? (
        <Unsettled
          unsettled={record.unsettled}
          paperUntil={record.paperUntil}
          waitsFor={waitsFor}
          actions={actions}
        />
      ) : null}
      {record.year && record.year.choices.length > 1 && record.state !== 'recorded' ? (
        <Card className="mb12">
          <YearField
            choices={record.year.choices}
            value={record.year.value}
            onChange={(year) => void actions.amend({ forYear: year })}
          />
        </Card>
      ) : null}
      <RecordTable
        record={record}
        {...(closed && {
          onReason,
          onField,
          onPerson: (person, memberId) => void actions.amend({ [person]: memberId }),
        })}
      />
      <RecordMore record={record} busy={actions.busy} {...(closed && { onSave: actions.amend, onVote })} />
      <MeetingPapers record={record} papers={papers} />
      <Recordings recordings={record.recordings} />
      {closed || record.state === 'recorded' ? (
        <View className="record-foot">
          成册后各栏不再改动。查出漏登的，仍可补登：写明原因、由另一人确认，实到人数随着改，一直标“补登”。
        </View>
      ) : null}
    </>
  )
}

function Head({ record }: { record: MeetingRecord }) {
  const { state, unsettled, recordedAt, closedItselfAt } = record
  const open = unsettled.length
  return (
    <View className="record-head">
      <View className="record-head-line">
        <View className="record-title">{record.title}</View>
        {state === 'closed' && open > 0 ? <Tag tone="miss">{`还有 ${open} 人未定`}</Tag> : null}
        {state === 'closed' && open === 0 ? <Tag tone="info">待成册</Tag> : null}
        {state === 'recorded' ? <Tag tone="done">已成册</Tag> : null}
      </View>
      {state === 'closed' ? <View className="record-head-sub">各栏已从安排和登记填好，可点开改</View> : null}
      {state === 'closed' && closedItselfAt !== undefined ? (
        <View className="record-head-sub" id="closed-itself">
          {`${formatDayTime(closedItselfAt)} 自动结束了登记`}
        </View>
      ) : null}
      {recordedAt ? <View className="record-head-sub">{`${formatDay(recordedAt)}确认成册`}</View> : null}
      {state !== 'closed' && state !== 'recorded' ? (
        <View className="record-early">
          <Note tone="mute" icon="info">
            {state === 'cancelled' ? '这次活动已取消' : '结束登记后，再整理会议记录'}
          </Note>
        </View>
      ) : null}
    </View>
  )
}
