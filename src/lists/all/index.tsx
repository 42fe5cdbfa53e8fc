import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ListTile } from '@domain/contract/keptLists'
import type { PaperForm } from '@domain/contract/paper'
import { dayOf } from '@domain/time/day'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useInParts } from '@/cloud/useInParts'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { SearchField } from '@/components/SearchField/SearchField'
import { Section } from '@/components/Section/Section'
import { ReasonSheet } from '@/features/activity/components/ReasonSheet'
import { ListRows } from '@/features/keptLists/components/ListRows'
import { ListTiles } from '@/features/keptLists/components/ListTiles'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { usePaper } from '@/features/papers/hooks/usePaper'
import { open } from '@/navigation/navigate'
import { useElder } from '@/platform/useElder'
import { useLast } from '@/platform/useLast'
import { useSettled } from '@/platform/useSettled'
import { orTell } from '@/words/orTell'

const forms: { key: PaperForm; label: string }[] = [
  { key: 'excel', label: 'Excel 表格' },
  { key: 'word', label: 'Word 文档' },
]

/** What has waited longest is looked at first, else what there is to do, else the first list. */
const firstOf = (tiles: readonly ListTile[]): string | undefined =>
  (
    tiles.find(({ overdue }) => overdue > 0) ??
    tiles.find(({ isTask, rows }) => isTask && rows > 0) ??
    tiles[0]
  )?.list

/** 台账与清单 of a branch, a unit or the county: a tile for each list, and the rows of the one that is chosen. */
export default page(function ListsPage() {
  const { organisationId = '', list: asked, only } = useRouter().params
  const query = useCloudQuery('list.page', { organisationId })
  const [chosen, setChosen] = useState(asked)
  const { elder } = useElder()
  const { run } = useCloudAction('paper.ofList')
  const papers = usePaper<PaperForm>()
  const isShown = only !== undefined || !elder
  const [taking, setTaking] = useState(false)
  // Of the first answer: what is done meanwhile does not put another list in its place.
  const [first, setFirst] = useState<string>()
  const found = query.data && firstOf(query.data.tiles)
  if (first === undefined && found !== undefined) setFirst(found)
  const list = chosen ?? first
  return (
    <Page
      id="lists"
      title="台账与清单"
      left="back"
      onPullDown={query.refetch}
      dock={
        list === undefined || !isShown ? undefined : (
          <Dock
            key={list}
            list={list}
            organisationId={organisationId}
            busy={papers.making !== undefined}
            onTake={() => setTaking(true)}
          />
        )
      }
      overlay={
        <>
          <ReasonSheet
            open={taking}
            title="导出清单"
            text="和页面上一样的内容，做成一个文件，可以发到微信聊天里。"
            choices={forms}
            button="做成文件"
            busy={papers.making !== undefined}
            onClose={() => setTaking(false)}
            onChoose={(as) => {
              setTaking(false)
              if (as && list !== undefined) void papers.take(as, orTell(run({ list, organisationId, as })))
            }}
          />
          <FileSheet file={papers.file} onClose={papers.close} />
        </>
      }
    >
      <Loaded query={query} skeleton="board">
        {({ tiles }) =>
          tiles.length === 0 || list === undefined ? (
            <Empty
              image="house"
              title="这里没有要记的台账"
              text="工委开了哪几张，就显示哪几张"
              id="no-lists"
            />
          ) : (
            <>
              {only === undefined ? (
                <ListTiles
                  tiles={tiles}
                  chosen={elder ? undefined : list}
                  onChoose={(one) => {
                    // In large letters what stands below the tiles is out of sight: it gets a page.
                    if (elder) open('lists', { organisationId, list: one, only: 'yes' })
                    else setChosen(one)
                  }}
                />
              ) : null}
              {isShown ? <Chosen key={list} list={list} organisationId={organisationId} /> : null}
            </>
          )
        }
      </Loaded>
    </Page>
  )
})

interface One {
  list: string
  organisationId: string
}

/** Whoever reads a list takes it along, whoever may write it adds to it. */
function Dock({ list, organisationId, busy, onTake }: One & { busy: boolean; onTake: () => void }) {
  const { data } = useCloudQuery('list.rows', { list, organisationId, from: 0 })
  return (
    <>
      {data && data.total > 0 ? (
        <Button id="take-list" kind="outline" busy={busy} onTap={onTake}>
          导出
        </Button>
      ) : null}
      {data?.mayWrite ? (
        <Button id="add-row" grow icon="plus" onTap={() => open('listRow', { list, organisationId })}>
          添一条
        </Button>
      ) : null}
    </>
  )
}

/** More than a screen shows are searched. */
const MANY = 8

function Chosen({ list, organisationId }: One) {
  const today = dayOf(useNow(60_000))
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const rows = useInParts('list.rows', { list, organisationId, from: 0, ...(search && { search }) })
  // The line somebody types in stays while what it finds is on its way.
  const known = useLast(rows.data)
  return (
    <View id="chosen-list">
      {known ? (
        <Section title={known.shape.name} {...(known.total > 0 && { right: `${known.total} 条` })} />
      ) : null}
      {(known?.total ?? 0) > MANY || typed !== '' ? (
        <View className="mb12">
          <SearchField
            id="list-search"
            value={typed}
            placeholder="内容、姓名里的几个字"
            onChange={setTyped}
          />
        </View>
      ) : null}
      <Loaded query={rows} skeleton="list">
        {(data) =>
          data.total === 0 ? (
            <View id="no-rows">
              <Note tone="mute" icon="info">
                {search === '' ? `还没有记。${data.shape.note}` : '没有找到，换几个字试试'}
              </Note>
            </View>
          ) : (
            <ListRows
              rows={data}
              today={today}
              onOpen={({ id }) => open('listRow', { list, organisationId, entryId: id })}
            />
          )
        }
      </Loaded>
      <MoreButton id="more-rows" more={rows.more} />
      {known?.mayWrite ? (
        <View className="list-import">
          <LinkText id="import-rows" icon="doc" onTap={() => open('listImport', { list, organisationId })}>
            从 Excel 写入
          </LinkText>
        </View>
      ) : null}
    </View>
  )
}
