import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CancelReason } from '@domain/contract/words'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { BigCode } from '@/components/BigCode/BigCode'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Refused } from '@/components/Refused/Refused'
import { Seg } from '@/components/Seg/Seg'
import { Skeleton } from '@/components/Skeleton/Skeleton'
import { Backfill } from '@/features/activity/components/Backfill'
import { LateNote } from '@/features/activity/components/LateNote'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { RollSheet } from '@/features/activity/components/RollSheet'
import { type StrikeOf, StrikeSheet } from '@/features/activity/components/StrikeSheet'
import { Totals } from '@/features/activity/components/Totals'
import { useBackfill } from '@/features/activity/hooks/useBackfill'
import { useMeeting } from '@/features/activity/hooks/useMeeting'
import { useMeetingState } from '@/features/activity/hooks/useMeetingState'
import { isInCloud, type RollEntry, untickedOf } from '@/features/activity/logic/rollCall'
import { useScreenOn } from '@/platform/keepScreenOn'
import { useVisible } from '@/platform/useVisible'
import { showRefusal } from '@/words/showRefusal'
import { waitsBecause } from '@/words/waitsBecause'
import { type Change, ChangeStateSheet } from './ChangeStateSheet'
import { CodeView } from './CodeView'
import { MeetingDock, type MeetingTab } from './MeetingDock'
import { RollView } from './RollView'
import './index.css'

const tabs = [
  { key: 'code', label: '扫码', icon: 'qr' },
  { key: 'roll', label: '点名', icon: 'list' },
  { key: 'backfill', label: '补登', icon: 'edit' },
] as const

/** One meeting in the organiser's hands: code, roll call, back-fill. */
export default page(function MeetingPage() {
  const { id = '', tab: firstTab, member } = useRouter().params
  const meeting = useMeeting(id)
  const { board, roll } = meeting
  const change = useMeetingState(id)
  const draft = useBackfill(board, member)
  const me = useCloudQuery('identity.me', {}).data
  const ownId = me?.state === 'bound' ? me.memberId : undefined
  const visible = useVisible()
  const [tab, setTab] = useState<MeetingTab>(tabs.find((each) => each.key === firstTab)?.key ?? 'code')
  const [big, setBig] = useState(false)
  const [strike, setStrike] = useState<StrikeOf>()
  const [entryOf, setEntryOf] = useState<string>()
  // As it stands now: an upload may end while its sheet is open.
  const entry = roll?.groups
    .flatMap(({ entries }) => entries)
    .find(({ person }) => person.memberId === entryOf)
  const [asking, setAsking] = useState<Change>()
  useScreenOn(true, visible && board?.state === 'open' && (tab === 'code' || big))

  if (!board || !roll) return <Unopened meeting={meeting} />

  // Over, and one person enters it from a list.
  const isPaper = board.state === 'closed' && draft.mode === 'paper'
  const tapTile = (tapped: RollEntry) => {
    const { memberId, name } = tapped.person
    const { registered } = tapped
    if (tapped.asked) return
    // Nobody enters oneself: said at once, also without network, rather than after the upload.
    if (memberId === ownId && !registered) {
      showRefusal({ ok: false, reason: 'backfill_needs_witness' })
      return
    }
    // Too late for one person alone: with a reason and a second person.
    const isLate = board.state === 'closed' && draft.mode === 'witness'
    if (isLate && !tapped.struck && !registered) {
      if (!draft.memberIds.includes(memberId)) draft.toggle(memberId)
      setTab('backfill')
      return
    }
    const isPlain = tapped.state === 'unregistered' && tapped.person.leaveAsked === undefined
    if (tapped.struck || isInCloud(tapped)) setStrike({ memberId, name, restore: tapped.struck })
    else if (isPlain) meeting.tick(memberId, name)
    else setEntryOf(memberId)
  }
  const takeBack = ({ person: { memberId, name } }: RollEntry, nonce?: string) => {
    if (nonce === undefined || !meeting.takeBack(nonce)) setStrike({ memberId, name, restore: false })
  }
  const make = async (what: Change, reason?: CancelReason) => {
    const to = what === 'held' ? 'open' : what === 'not_held' ? 'cancelled' : what
    const isDone = await change.to(to, reason)
    setAsking(undefined)
    if (isDone && what === 'held') setTab('roll')
  }
  return (
    <Page
      id="meeting"
      title={board.title}
      left="back"
      dock={
        <MeetingDock
          board={board}
          roll={roll}
          tab={tab}
          draft={draft}
          busy={change.busy}
          onTab={setTab}
          onBig={() => setBig(true)}
          onOpen={() => void change.to('open')}
          onAsk={setAsking}
          onHeld={() => void make('held')}
        />
      }
      overlay={
        <>
          <StrikeSheet
            activityId={id}
            of={strike}
            absent={board.late !== undefined && isPaper}
            onClose={() => setStrike(undefined)}
          />
          <RollSheet
            entry={entry}
            onClose={() => setEntryOf(undefined)}
            onTick={(memberId, name) => meeting.tick(memberId, name)}
            onTakeBack={takeBack}
          />
          <ChangeStateSheet
            asked={asking}
            unregistered={roll.totals.unregistered}
            late={board.late !== undefined || now() >= board.paperUntil}
            joint={board.partOf !== undefined ? 'part' : board.joint !== undefined ? 'whole' : undefined}
            busy={change.busy}
            onClose={() => setAsking(undefined)}
            onConfirm={(what, reason) => void make(what, reason)}
          />
          {big ? (
            <BigCode title={board.title} source={board} onClose={() => setBig(false)}>
              <Totals totals={roll.totals} joint={board.joint} big />
            </BigCode>
          ) : null}
        </>
      }
    >
      <OfflineNote meeting={meeting} />
      {board.late && board.state !== 'cancelled' ? (
        <View className="meeting-late">
          <LateNote late={board.late} />
        </View>
      ) : null}
      {board.partOf !== undefined && board.state !== 'cancelled' ? (
        <View className="meeting-late" id="meeting-part">
          <Note tone="info" icon="users">
            {`${board.partOf}主办的联合活动。时间、地点由主办支部定；本支部的名单、点名和会议记录由本支部管。`}
          </Note>
        </View>
      ) : null}
      <Seg items={tabs} value={tab} onChange={setTab} />
      <RefusalNote refusal={change.refusal} onRead={change.clear} />
      {tab === 'code' ? <CodeView board={board} roll={roll} onStrike={setStrike} onAsk={setAsking} /> : null}
      {tab === 'roll' ? (
        <RollView
          board={board}
          roll={roll}
          meeting={meeting}
          onTile={tapTile}
          whole={
            isPaper
              ? {
                  left: (group) => untickedOf(group, ownId).length,
                  onTap: (group) => meeting.tickAll(untickedOf(group, ownId)),
                }
              : undefined
          }
        />
      ) : null}
      {tab === 'backfill' ? <BackfillView board={board} draft={draft} /> : null}
    </Page>
  )
})

function keptText(count: number, kept: boolean): string {
  if (!kept) return `${count} 条还没能存下：请先别关闭小程序，联网后自动上传`
  return count > 0 ? `${count} 条存在本机，联网后自动上传` : '登记存在本机，联网后自动上传'
}

type Meeting = ReturnType<typeof useMeeting>

function OfflineNote({ meeting: { waiting, kept, trouble, unreached, retry } }: { meeting: Meeting }) {
  const reason = unreached ?? (waiting.length > 0 ? trouble : undefined)
  if (!reason && kept) return null
  const count = waiting.length
  const title = `${waitsBecause(reason ?? 'offline')}，点名照常`
  return (
    <View className="meeting-offline" id="offline-note">
      <Note tone="miss" icon="off" action={{ label: '重试', onTap: () => void retry(), id: 'offline-retry' }}>
        <View className="meeting-offline-title">{kept ? title : '手机存满了，点名照常'}</View>
        <View>{keptText(count, kept)}</View>
      </Note>
    </View>
  )
}

function BackfillView({ board, draft }: Parameters<typeof Backfill>[0]) {
  if (board.state !== 'closed' && board.state !== 'recorded') {
    return <Empty image="none" icon="edit" title="结束登记后再补登" text="登记期间，请用扫码或点名" />
  }
  return (
    <>
      <Backfill board={board} draft={draft} />
      <RefusalNote refusal={draft.refusal} onRead={draft.clearRefusal} />
    </>
  )
}

function Unopened({ meeting }: { meeting: Meeting }) {
  const { refusal, unreached, refetch } = meeting
  const again = { label: '再试一次', onTap: () => void refetch(), id: 'try-again' }
  return (
    <Page id="meeting" title="到会登记" left="back">
      {refusal ? <Refused refusal={refusal} /> : null}
      {unreached && !refusal ? <Refused refusal={{ ok: false, reason: unreached }} action={again} /> : null}
      {!refusal && !unreached ? <Skeleton shape="board" /> : null}
    </Page>
  )
}
