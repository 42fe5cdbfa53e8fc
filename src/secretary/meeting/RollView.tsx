import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Board } from '@domain/contract/activity'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { Note } from '@/components/Note/Note'
import { QuorumCard } from '@/features/activity/components/QuorumCard'
import { RollCall } from '@/features/activity/components/RollCall'
import { DroppedNotes, WaitingList } from '@/features/activity/components/WaitingList'
import type { Meeting } from '@/features/activity/hooks/useMeeting'
import type { Roll, RollEntry } from '@/features/activity/logic/rollCall'

interface Props {
  board: Board
  roll: Roll
  meeting: Meeting
  onTile: (entry: RollEntry) => void
  /** Absent: name by name. */
  whole: Parameters<typeof RollCall>[0]['whole']
}

/** 点名: works without network, and equals a scan. */
export function RollView({ board, roll, meeting, onTile, whole }: Props) {
  const [strange, setStrange] = useState(false)
  const running = board.state === 'open' || board.state === 'closed'
  if (!running && board.state !== 'recorded') {
    return <Empty image="none" icon="list" title="开始登记后再点名" text="到时间后，在“扫码”里点“开始登记”" />
  }
  const scanMember = async () => setStrange(!(await meeting.scanMember()))
  return (
    <>
      {board.voting ? (
        <QuorumCard
          activityId={board.id}
          voting={{ ...board.voting, present: roll.votersPresent }}
          editable={board.state !== 'recorded'}
        />
      ) : null}
      {running ? (
        <View className="meeting-roll-scan">
          <Button kind="outline" icon="scan" id="scan-member" onTap={() => void scanMember()}>
            扫党员的码
          </Button>
        </View>
      ) : null}
      {strange ? (
        <View className="meeting-roll-scan">
          <Note tone="mute" icon="info" action={{ label: '知道了', onTap: () => setStrange(false) }}>
            这不是党员的码。请对方打开“先锋双岗”，点“我的码”；也可以直接在名单上打勾
          </Note>
        </View>
      ) : null}
      <DroppedNotes
        dropped={meeting.dropped}
        arrived={meeting.arrivedAfterAll}
        damaged={meeting.damaged}
        onDismiss={meeting.dismiss}
      />
      <RollCall groups={roll.groups} onTap={(entry) => running && onTile(entry)} whole={whole} />
      {/* Below the names: a list that grows with each tick must not move them under the finger. */}
      <WaitingList waiting={meeting.waiting} sent={meeting.sent} kept={meeting.kept} />
    </>
  )
}
