import { Picker, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OrganisationNode } from '@domain/contract/organisation'
import { dayOf } from '@domain/time/day'
import { formatYearDay } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { useInParts } from '@/cloud/useInParts'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { PickHead } from '@/components/PickHead/PickHead'
import { SearchField } from '@/components/SearchField/SearchField'
import { ComingChanges } from '@/features/organisation/components/ComingChanges'
import { OrganisationTree } from '@/features/organisation/components/OrganisationTree'
import { treeLines } from '@/features/organisation/logic/treeLines'
import { back, open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'

/** What organisations did stands on pages of the county, units and branches. */
const holdsFacts = ({ type }: OrganisationNode) =>
  type === 'work_committee' || type === 'unit' || type === 'branch'

function openFacts(id: string, nodes: readonly OrganisationNode[]) {
  const type = nodes.find((node) => node.id === id)?.type
  if (type === 'branch') open('month', { branchId: id })
  else if (type === 'unit') open('below', { unitId: id })
  else back()
}

/** 组织: the tree as it is today, or was on a day; from the county's page the way to what each unit and branch did. */
export default page(function OrganisationsPage() {
  // As a way to what organisations did, beside the register itself.
  const { under, to } = useRouter().params
  const toFacts = to === 'facts'
  const [query, setQuery] = useState('')
  const [on, setOn] = useState<string>()
  const tree = useInParts('organisation.tree', {
    from: 0,
    ...(under && { underId: under }),
    ...(on && { on }),
  })
  const known = useLast(tree.data)
  const today = dayOf(now())
  return (
    <Page
      id="organisations"
      title={toFacts ? '单位和支部' : '组织'}
      left="back"
      onPullDown={tree.refetch}
      dock={
        known?.mayEdit && !on && !toFacts ? (
          <Button
            id="organisation-found"
            grow
            icon="plus"
            onTap={() => open('changeOrganisation', { what: 'found' })}
          >
            新建组织
          </Button>
        ) : undefined
      }
    >
      <PickHead
        picker={
          <Picker
            mode="date"
            value={on ?? today}
            end={today}
            onChange={(event) => setOn(event.detail.value === today ? undefined : event.detail.value)}
          >
            <LinkText id="tree-day" arrow="down">
              看某一天
            </LinkText>
          </Picker>
        }
      >
        {on ? `${formatYearDay(on)}的组织` : '今天的组织'}
      </PickHead>
      <SearchField id="tree-search" value={query} placeholder="输入名称里的几个字" onChange={setQuery} />
      {on ? (
        <View className="mt12">
          <Note
            tone="info"
            icon="clock"
            action={{ label: '回到今天', onTap: () => setOn(undefined), id: 'tree-today' }}
          >
            这是当天的样子，只能查看
          </Note>
        </View>
      ) : null}
      <Loaded query={tree} skeleton="list">
        {({ nodes, coming }) => {
          const lines = treeLines(toFacts ? nodes.filter(holdsFacts) : nodes, query)
          return lines.length > 0 ? (
            <>
              {on || query || toFacts ? null : <ComingChanges coming={coming} />}
              <OrganisationTree
                lines={lines}
                onOpen={toFacts ? (id) => openFacts(id, nodes) : (id) => open('organisation', { id })}
              />
              <MoreButton id="more-nodes" more={tree.more} />
            </>
          ) : (
            <Empty image="none" icon="bld" title="没有找到" text="换几个字，或换一天试试" />
          )
        }}
      </Loaded>
    </Page>
  )
})
