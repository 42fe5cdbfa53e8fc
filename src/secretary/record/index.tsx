import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { AbsenceReason } from '@domain/contract/words'
import { formatDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Tag } from '@/components/Tag/Tag'
import { AbsenceSheet } from '@/features/activity/components/AbsenceSheet'
import { ConfirmRecordSheet } from '@/features/activity/components/ConfirmRecordSheet'
import { LateNote } from '@/features/activity/components/LateNote'
import { RecordTable } from '@/features/activity/components/RecordTable'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { Unsettled } from '@/features/activity/components/Unsettled'
import { YearField } from '@/features/activity/components/YearField'
import { type RecordActions, useRecord } from '@/features/activity/hooks/useRecord'
import { MeetingPapers, MeetingPapersOverlay } from '@/features/papers/components/MeetingPapers'
import { type MeetingPapersOf, useMeetingPapers } from '@/features/papers/hooks/useMeetingPapers'
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
      dock={record && <Dock record={record} actions={actions} onAsk={() => setConfirming(true)} />}
      overlay={
        <>
          <AbsenceSheet
            name={changing?.name}
            busy={actions.busy}
            onClose={() => setChanging(undefined)}
            onChoose={(reason) => void change(reason)}
          />
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
}
function RecordBody({ record, actions, papers, waitsFor, onReason }: BodyProps) {
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
            onChange={(year) => void actions.holdFor(year)}
          />
        </Card>
      ) : null}
      <RecordTable record={record} {...(closed ? { onReason } : {})} />
      <MeetingPapers record={record} papers={papers} />
      {closed || record.state === 'recorded' ? (
        <View className="record-foot">
          成册后记录不再改动。查出漏登的，仍可补登：写明原因、由另一人确认，实到人数随着改，一直标“补登”。
        </View>
      ) : null}
    </>
  )
}

function Head({ record }: { record: MeetingRecord }) {
  const { state, unsettled, recordedAt } = record
  const open = unsettled.length
  return (
    <View className="record-head">
      <View className="record-head-line">
        <View className="record-title">{record.title}</View>
        {state === 'closed' && open > 0 ? <Tag tone="miss">{`还有 ${open} 人未定`}</Tag> : null}
        {state === 'closed' && open === 0 ? <Tag tone="info">待成册</Tag> : null}
        {state === 'recorded' ? <Tag tone="done">已成册</Tag> : null}
      </View>
      {state === 'closed' ? <View className="record-head-sub">各栏已从安排和登记填好</View> : null}
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

interface DockProps {
  record: MeetingRecord
  actions: RecordActions
  onAsk: () => void
}
const waitsForSecond = ({ late }: MeetingRecord): boolean => late !== undefined && late.state !== 'confirmed'

function Dock({ record, actions, onAsk }: DockProps) {
  const open = record.unsettled.length
  if (record.state === 'recorded') {
    return (
      <Button kind="outline" id="backfill-recorded" grow onTap={() => actions.toBackfill()}>
        补登漏登的同志
      </Button>
    )
  }
  if (record.state !== 'closed') return null
  return (
    <Button
      id="confirm-record"
      grow
      busy={actions.busy}
      disabledBecause={
        waitsForSecond(record) ? '等另一位同志确认' : open > 0 ? `还有 ${open} 人未定` : undefined
      }
      onTap={onAsk}
    >
      确认成册
    </Button>
  )
}
