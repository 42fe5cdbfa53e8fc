import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ServiceBoard } from '@domain/contract/service'
import { useBoard } from '@/cloud/useBoard'
import type { CloudQuery } from '@/cloud/useCloudQuery'
import { BigCode, PosterCode } from '@/components/BigCode/BigCode'
import { CheckList } from '@/components/CheckList/CheckList'
import { type Ticked, useTicked } from '@/components/CheckList/useTicked'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Seg } from '@/components/Seg/Seg'
import { LateNote } from '@/features/activity/components/LateNote'
import { ReasonSheet } from '@/features/activity/components/ReasonSheet'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { StrikeSheet, type StrikeOf } from '@/features/activity/components/StrikeSheet'
import { useMeetingState } from '@/features/activity/hooks/useMeetingState'
import { PaperList } from '@/features/service/components/PaperList'
import { Enrolments } from '@/features/service/components/Enrolments'
import { ServiceCounts, ServiceHead, spanOf } from '@/features/service/components/ServiceHead'
import { useConfirmArrivals } from '@/features/service/hooks/useConfirmArrivals'
import { usePaperList } from '@/features/service/hooks/usePaperList'
import { pendingRows } from '@/features/service/logic/pendingRows'
import { useScreenOn } from '@/platform/keepScreenOn'
import { useVisible } from '@/platform/useVisible'
import { ServiceCode } from './ServiceCode'
import { hasDock, ServiceDock, type ServiceTab } from './ServiceDock'
import './index.css'

type Asked = 'closed' | 'cancelled' | 'not_held' | 'not_seen'
const words: Record<Asked, { title: string; text: string; button: string }> = {
  closed: {
    title: '结束登记',
    text: '结束后现场码不再能扫。待确认的、纸质名单上的，结束后还可以确认和记上；也可以重新开始登记。',
    button: '结束登记',
  },
  cancelled: {
    title: '取消这次服务',
    text: '取消后，已有的登记不计入，服务不能恢复。',
    button: '取消服务',
  },
  not_held: {
    title: '没有举行',
    text: '没有举行的，在这里了结：这一次不计入，不能恢复。举行了的，请点“举行了，记名单”。',
    button: '没有举行',
  },
  not_seen: {
    title: '没见到的，不计入',
    text: '没有打勾的，登记不计入；点错了，可以在“现场码”里逐个恢复。',
    button: '不计入',
  },
}

/** 到场确认: the code on the staff's phone, who came by poster or list, and the list itself. */
export default page(function ServicePage() {
  const { id = '', tab } = useRouter().params
  const query = useBoard('service.board', id)
  if (query.data) return <Service query={query} board={query.data} firstTab={tab} />
  return (
    <Page id="service" title="到场确认" left="back">
      <Loaded query={query} skeleton="board">
        {() => null}
      </Loaded>
    </Page>
  )
})

interface ServiceProps {
  query: CloudQuery<'service.board'>
  board: ServiceBoard
  firstTab: string | undefined
}

/** What one comes for: the code while it runs, afterwards those who wait. */
const tabFor = ({ state, pending }: ServiceBoard): ServiceTab =>
  state === 'closed' && pending.length > 0 ? 'confirm' : 'code'

/** The code of the service large on the screen, or the poster to print. */
type CodeShown = 'big' | 'poster'

function Service({ query, board, firstTab }: ServiceProps) {
  const [tab, setTab] = useState<ServiceTab>(firstTab === 'confirm' ? 'confirm' : tabFor(board))
  const [strike, setStrike] = useState<StrikeOf>()
  const [asked, setAsked] = useState<Asked>()
  const [shown, setShown] = useState<CodeShown>()
  const change = useMeetingState(board.id)
  const arrivals = useConfirmArrivals(board.id)
  const ticked = useTicked(
    board.pending.map(({ factId }) => factId),
    // Somebody's own word alone is looked at one by one.
    board.pending.filter(({ asks }) => asks !== undefined).map(({ factId }) => factId),
  )
  const visible = useVisible()
  useScreenOn(true, visible && board.state === 'open' && (tab === 'code' || shown === 'big'))
  const held = async () => {
    if (await change.to('open')) setTab('paper')
  }
  const act = async () => {
    if (asked === 'not_seen')
      await arrivals.decline(board.pending.filter(({ factId }) => !ticked.has(factId)))
    else if (asked) await change.to(asked === 'not_held' ? 'cancelled' : asked)
    setAsked(undefined)
  }
  const counts = board.pending.length
  const tabs = [
    { key: 'code', label: '现场码', icon: 'qr' },
    { key: 'confirm', label: counts > 0 ? `待确认 ${counts}` : '待确认', icon: 'check' },
    { key: 'paper', label: '记名单', icon: 'edit' },
  ] as const
  return (
    <Page
      id="service"
      title="到场确认"
      left="back"
      onPullDown={query.refetch}
      dock={
        hasDock(board, tab) ? (
          <ServiceDock
            board={board}
            tab={tab}
            ticked={ticked}
            busy={change.busy || arrivals.busy}
            onOpen={() => void change.to('open')}
            onBig={() => setShown('big')}
            onClose={() => setAsked('closed')}
            onConfirm={() => void arrivals.confirm(ticked.ids)}
            onNotHeld={() => setAsked('not_held')}
            onHeld={() => void held()}
          />
        ) : undefined
      }
      overlay={
        <>
          <StrikeSheet activityId={board.id} of={strike} onClose={() => setStrike(undefined)} />
          <ReasonSheet
            open={!!asked}
            {...words[asked ?? 'closed']}
            choices={[]}
            busy={change.busy || arrivals.busy}
            onClose={() => setAsked(undefined)}
            onChoose={() => void act()}
          />
          <Shown board={board} shown={shown} onClose={() => setShown(undefined)} />
        </>
      }
    >
      <Loaded query={query} skeleton="board">
        {() => <ServiceHead board={board} />}
      </Loaded>
      {board.late && board.state !== 'cancelled' ? (
        <View className="mt12">
          <LateNote late={board.late} service />
        </View>
      ) : null}
      <View className="service-tabs">
        <Seg items={tabs} value={tab} onChange={setTab} />
      </View>
      <RefusalNote refusal={change.refusal} onRead={change.clear} />
      <RefusalNote refusal={arrivals.refusal} onRead={arrivals.clear} />
      {tab === 'code' ? (
        <ServiceCode
          board={board}
          onStrike={setStrike}
          onPoster={() => setShown('poster')}
          onCancel={() => setAsked(board.late ? 'not_held' : 'cancelled')}
        />
      ) : null}
      {tab === 'code' ? <Enrolments enrolments={board.enrolments} /> : null}
      {tab === 'confirm' ? (
        <Confirm board={board} ticked={ticked} onNotSeen={() => setAsked('not_seen')} />
      ) : null}
      {tab === 'paper' ? <Paper board={board} /> : null}
    </Page>
  )
}

function Shown({
  board,
  shown,
  onClose,
}: {
  board: ServiceBoard
  shown: CodeShown | undefined
  onClose: () => void
}) {
  if (shown === 'big') {
    return (
      <BigCode title={board.title} source={board} onClose={onClose}>
        <ServiceCounts board={board} big />
      </BigCode>
    )
  }
  if (shown !== 'poster') return null
  const lines = [spanOf(board), board.place, '扫海报登记的，由社区工作人员确认后计入']
  const { title, codePrefix, posterCode } = board
  const code = posterCode.slice(codePrefix.length)
  return <PosterCode {...{ title, lines, code, codePrefix, onClose }} />
}

interface ConfirmProps {
  board: ServiceBoard
  ticked: Ticked
  onNotSeen: () => void
}

function Confirm({ board, ticked, onNotSeen }: ConfirmProps) {
  const { pending } = board
  if (pending.length === 0) {
    return (
      <View className="mt12">
        <Empty image="done" title="没有待确认的" text="扫您出示的现场码，已自动确认" id="nothing-pending" />
      </View>
    )
  }
  return (
    <>
      <View className="service-note">
        <Note tone="mute" icon="info">
          扫您出示的现场码，已自动确认。扫海报、记名单、申请更正的，要您看一眼
        </Note>
      </View>
      <Section title={`待确认 ${pending.length} 人`} right="没见到人，点一下取消" />
      <CheckList id="pending" rows={pendingRows(pending)} ticked={ticked} />
      {ticked.ids.length < pending.length ? (
        <View className="service-more">
          <LinkText id="not-seen" onTap={onNotSeen}>
            {`没见到的 ${pending.length - ticked.ids.length} 人，不计入`}
          </LinkText>
        </View>
      ) : null}
    </>
  )
}

function Paper({ board }: { board: ServiceBoard }) {
  const paper = usePaperList(board)
  if (board.state !== 'open' && board.state !== 'closed') {
    const over = board.state === 'recorded' || board.state === 'cancelled'
    return (
      <View className="mt12">
        <Empty image="none" icon="edit" title={over ? '这次服务不再记名单' : '开始登记后再记名单'} />
      </View>
    )
  }
  return (
    <>
      <PaperList board={board} paper={paper} />
      <RefusalNote refusal={paper.refusal} onRead={paper.clear} />
    </>
  )
}
