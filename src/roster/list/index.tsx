import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Roster } from '@domain/contract/roster'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { ExportLink } from '@/features/imports/components/ExportLink'
import { ArrivingSheet } from '@/features/roster/components/ArrivingSheet'
import { CorrectionSheet } from '@/features/roster/components/CorrectionSheet'
import { ExemptionSheet } from '@/features/roster/components/ExemptionSheet'
import { RosterHead } from '@/features/roster/components/RosterHead'
import { RosterList } from '@/features/roster/components/RosterList'
import { RosterWaiting, type Waiting } from '@/features/roster/components/RosterWaiting'
import { filterRoster, type RosterFilter } from '@/features/roster/logic/filterRoster'
import { open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'
import './index.css'

/** 党员名册 of a branch, in its own order. */
export default page(function RosterPage() {
  const { branchId = '' } = useRouter().params
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<RosterFilter>('all')
  const [waiting, setWaiting] = useState<Waiting>()
  const here = useCloudQuery('roster.list', { branchId })
  const left = useCloudQuery('roster.list', { branchId, left: true }, { enabled: filter === 'left' })
  const known = useLast(here.data)
  const shown = filter === 'left' ? left : here
  const mayEdit = known?.mayEdit ?? false
  return (
    <Page
      id="roster"
      title="党员名册"
      left="back"
      onPullDown={shown.refetch}
      dock={
        mayEdit ? (
          <>
            <Button kind="outline" id="roster-import" onTap={() => open('importing')}>
              从文件导入
            </Button>
            <Button id="roster-add" grow onTap={() => open('rosterMember', { branchId })}>
              添加党员
            </Button>
          </>
        ) : undefined
      }
      overlay={
        waiting && known ? (
          <Answer
            waiting={waiting}
            roster={known}
            branchId={branchId}
            onClose={() => setWaiting(undefined)}
          />
        ) : null
      }
    >
      {known ? (
        <>
          <View className="roster-branch">{known.branch.name}</View>
          <RosterWaiting roster={known} onOpen={setWaiting} />
          <View className="roster-top">
            <RosterHead
              roster={known}
              here={known}
              query={query}
              filter={filter}
              onQuery={setQuery}
              onFilter={setFilter}
            />
          </View>
        </>
      ) : null}
      <Loaded query={shown} skeleton="list">
        {({ rows, branch, namesHidden }) =>
          namesHidden ? (
            <Hidden />
          ) : (
            <>
              <Rows rows={filterRoster(rows, filter, query)} all={rows.length} mayEdit={mayEdit} />
              {mayEdit ? (
                <Card className="mt12">
                  <Cell
                    id="to-registered"
                    title="社区报到"
                    sub="谁在哪个社区报到"
                    chevron
                    onTap={() => open('registered', { branchId: branch.id })}
                  />
                </Card>
              ) : null}
              {mayEdit && rows.length > 0 ? <ExportLink organisationId={branch.id} /> : null}
            </>
          )
        }
      </Loaded>
    </Page>
  )
})

/** A branch whose numbers alone may leave it. */
const Hidden = () => (
  <View className="mt12">
    <Note tone="mute" icon="lock" id="names-hidden">
      这个支部只报数字，姓名不出支部
    </Note>
  </View>
)

function Rows({ rows, all, mayEdit }: { rows: Roster['rows']; all: number; mayEdit: boolean }) {
  if (rows.length > 0) {
    return (
      <>
        <Section title="党员" right={`${rows.length} 人`} />
        <RosterList
          rows={rows}
          {...(mayEdit && { onOpen: (memberId: string) => open('rosterMember', { memberId }) })}
        />
      </>
    )
  }
  return (
    <Empty
      id="roster-empty"
      image="none"
      icon="users"
      title={all > 0 ? '没有找到' : '这里还没有人'}
      text={all > 0 ? '换个字，或换个条件试试' : '可以一个一个添加，也可以从文件导入'}
    />
  )
}

interface AnswerProps {
  waiting: Waiting
  roster: Roster
  branchId: string
  onClose: () => void
}
function Answer({ waiting, roster, branchId, onClose }: AnswerProps) {
  if (waiting.what === 'arriving') {
    return <ArrivingSheet branchId={branchId} one={waiting.one} groups={roster.groups} onClose={onClose} />
  }
  const { memberId, name } = waiting.one
  if (waiting.what === 'exemption') {
    const shown = { memberId, name, exemption: waiting.one, liftable: roster.liftable }
    return <ExemptionSheet {...shown} asked onClose={onClose} />
  }
  return (
    <CorrectionSheet
      one={waiting.one}
      {...(roster.mayEdit && {
        onEdit: () => {
          onClose()
          open('rosterMember', { memberId })
        },
      })}
      onClose={onClose}
    />
  )
}
