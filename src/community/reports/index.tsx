import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { CommunityPage } from '@domain/contract/community'
import { formatDay } from '@domain/time/format'
import { CheckDock } from '@/components/CheckList/CheckList'
import { useTicked } from '@/components/CheckList/useTicked'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ListedReports } from '@/features/community/components/ListedReports'
import { NameListSheet } from '@/features/community/components/NameListSheet'
import { ReportCodeSheet } from '@/features/community/components/ReportCodeSheet'
import { WaitingReports } from '@/features/community/components/WaitingReports'
import { useNameList } from '@/features/community/hooks/useNameList'
import { useReports } from '@/features/community/hooks/useReports'
import { listReadText } from '@/features/community/logic/reportWords'
import { ReportDoors, ReportsHead } from './ReportsHead'

type List = ReturnType<typeof useNameList>

/** What was read just now, or that there is a list. */
function ListNote({ list, listOn }: { list: List; listOn: string | undefined }) {
  if (list.read)
    return (
      <View className="mt12" id="list-read">
        <Note tone="done" icon="check">
          {listReadText(list.read)}
        </Note>
      </View>
    )
  if (listOn === undefined) return null
  return (
    <View className="mt12" id="list-kept">
      <Note
        tone="mute"
        icon="info"
        action={{ id: 'drop-list', label: '不用了', onTap: () => void list.drop() }}
      >
        {`${formatDay(listOn)}导入的名单，7 天后删除`}
      </Note>
    </View>
  )
}

type Waiting = CommunityPage['waiting']

/** Those on the list may be accepted at once; oneself never. */
const isTicked = ({ listed, own }: Waiting[number]): boolean => listed === true && own !== true

/** 报到接收: who has asked the community; those on its list in one tap, the others looked at one by one. */
export default page(function ReportsPage() {
  const { communityId = '' } = useRouter().params
  const reports = useReports(communityId)
  const list = useNameList(communityId)
  const { query, busy } = reports
  const [shown, setShown] = useState<'code' | 'list'>()
  const close = () => setShown(undefined)
  const waiting = query.data?.waiting ?? []
  const listed = waiting.filter(isTicked)
  const others = waiting.filter((one) => !isTicked(one))
  const ticked = useTicked(listed.map(({ reportId }) => reportId))
  const choose = async () => {
    await list.choose()
    close()
  }
  return (
    <Page
      id="reports"
      title="报到接收"
      left="back"
      onPullDown={query.refetch}
      dock={
        listed.length > 0 && (
          <CheckDock
            ticked={ticked}
            busy={busy}
            label={(count) => (count === listed.length ? `全部接收 ${count} 人` : `接收 ${count} 人`)}
            onConfirm={() => void reports.accept(ticked.ids)}
          />
        )
      }
      overlay={
        <>
          {shown === 'code' && query.data && <ReportCodeSheet page={query.data} onClose={close} />}
          {shown === 'list' && (
            <NameListSheet busy={list.sending} onChoose={() => void choose()} onClose={close} />
          )}
        </>
      }
    >
      <Loaded query={query} skeleton="list">
        {(data) => (
          <>
            <ReportsHead data={data} onImport={() => setShown('list')} />
            <RefusalNote refusal={list.refusal} onRead={list.clear} />
            <ListNote list={list} listOn={data.listOn} />
            {listed.length > 0 ? <ListedReports reports={listed} ticked={ticked} /> : null}
            {others.length > 0 ? (
              <>
                <Section title={otherTitle(data, others)} right="看一眼再定" />
                <WaitingReports
                  reports={others}
                  busy={busy}
                  onAccept={(id) => void reports.accept([id])}
                  onDecline={(id, name) => void reports.decline(id, name)}
                />
              </>
            ) : null}
            {data.waiting.length === 0 ? (
              <View className="mt12">
                <Empty
                  image="done"
                  title="没有等着接收的"
                  text="有党员来报到，会在这里等您"
                  id="no-reports"
                />
              </View>
            ) : null}
            {data.more > 0 ? (
              <View className="t-sub c2 ctr mt16">{`还有 ${data.more} 人，接收这些以后再显示`}</View>
            ) : null}
            <ReportDoors data={data} onCode={() => setShown('code')} />
          </>
        )}
      </Loaded>
    </Page>
  )
})

const otherTitle = ({ listOn, waiting, more }: CommunityPage, others: Waiting): string => {
  if (listOn === undefined) return `等您接收 ${waiting.length + more} 人`
  const isUnlisted = others.every(({ listed }) => !listed)
  return `${isUnlisted ? '名单里没有' : '另外'} ${others.length} 人`
}
