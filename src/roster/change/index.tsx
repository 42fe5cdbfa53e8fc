import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OneOrganisation, OrganisationNode } from '@domain/contract/organisation'
import type { OrganisationType } from '@domain/contract/words'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useInParts } from '@/cloud/useInParts'
import { Button } from '@/components/Button/Button'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ChangeFields, type ChosenField } from '@/features/organisation/components/ChangeFields'
import { ChangePreview } from '@/features/organisation/components/ChangePreview'
import { useChange } from '@/features/organisation/hooks/useChange'
import {
  changeWords,
  type FoundType,
  mergeTargets,
  needsParent,
  parentsFor,
  type What,
} from '@/features/organisation/logic/changes'
import { dayWords } from '@/features/organisation/logic/changeSentences'
import { back } from '@/navigation/navigate'
import { together } from '../../cloud/together'

const whatOf = (text: string | undefined): What =>
  text !== undefined && text in changeWords ? (text as What) : 'edit'

/** 支部并入, 党小组拆分; 新建党小组. */
function titleOf(what: What, type: OrganisationType): string {
  const kind = type === 'branch' ? '支部' : type === 'group' ? '党小组' : ''
  if (what === 'found') return type === 'group' ? '新建党小组' : changeWords.found.title
  return what === 'edit' ? changeWords.edit.title : `${kind}${changeWords[what].title}`
}

/** 新建, 更名, 划转, 并入, 拆分, 撤销: one change of the tree from a day on. */
export default page(function ChangePage() {
  const params = useRouter().params
  const what = whatOf(params.what)
  const { id = '' } = params
  const one = useCloudQuery('organisation.one', { organisationId: id }, { enabled: id !== '' })
  const tree = useInParts('organisation.tree', { from: 0 })
  const isReady = tree.data !== undefined && (id === '' || one.data !== undefined)
  if (isReady) {
    const type: FoundType = params.type === 'group' ? 'group' : 'branch'
    return <ChangeEditor what={what} one={one.data} type={type} nodes={tree.data?.nodes ?? []} />
  }
  return (
    <Page id="change" title={changeWords[what].title} left="back">
      {id !== '' && !one.data ? (
        <Loaded query={together(one, tree)} skeleton="list">
          {() => null}
        </Loaded>
      ) : (
        <Loaded query={tree} skeleton="list">
          {() => null}
        </Loaded>
      )}
    </Page>
  )
})

interface Props {
  what: What
  one: OneOrganisation | undefined
  type: FoundType
  nodes: readonly OrganisationNode[]
}
function ChangeEditor({ what, one, type, nodes }: Props) {
  const edit = useChange(what, one, type)
  const [choosing, setChoosing] = useState<ChosenField>()
  const words = changeWords[what]
  const { draft, change } = edit
  const today = dayOf(now())
  const save = async () => {
    const saved = await edit.save()
    if (!saved) return
    await Taro.showToast({ title: saved.waits ? '已排定' : '已保存', icon: 'success' })
    back()
  }
  if (edit.shown) {
    const { asked, preview } = edit.shown
    return (
      <Page
        id="change"
        title={titleOf(what, what === 'found' ? type : (one?.node.type ?? type))}
        left="back"
        dock={
          <>
            <Button id="change-not-yet" kind="outline" onTap={edit.back}>
              先不办
            </Button>
            <Button id="change-yes" grow busy={edit.busy} onTap={() => void save()}>
              {`确认，${dayWords(asked.on, today)}${words.verb}`}
            </Button>
          </>
        }
      >
        <ChangePreview what={what} on={asked.on} today={today} preview={preview} />
      </Page>
    )
  }
  return (
    <Page
      id="change"
      title={titleOf(what, what === 'found' ? type : (one?.node.type ?? type))}
      left="back"
      dock={
        <Button id="change-next" grow busy={edit.busy} onTap={() => void edit.next()}>
          下一步
        </Button>
      }
      overlay={
        choosing === 'parent' ? (
          <ChooseSheet
            single
            title="上级组织"
            items={parentsFor(nodes, what === 'found' ? draft.type : (one?.node.type ?? 'branch'), one?.node)}
            value={draft.parentId ? [draft.parentId] : []}
            onChange={([parentId = null]) => change({ ...draft, parentId })}
            onClose={() => setChoosing(undefined)}
          />
        ) : choosing && one ? (
          <Chosen
            what={what}
            one={one}
            nodes={nodes}
            value={draft.chosen}
            onChange={(chosen) => change({ ...draft, chosen })}
            onClose={() => setChoosing(undefined)}
          />
        ) : null
      }
    >
      <Note tone="info" icon="info">
        {words.text}
      </Note>
      <ChangeFields
        what={what}
        edit={edit}
        node={one?.node}
        parentName={
          needsParent(draft.type) || what === 'move'
            ? nodes.find(({ id }) => id === draft.parentId)?.name
            : undefined
        }
        intoName={what === 'merge' ? nodes.find(({ id }) => id === draft.chosen[0])?.name : undefined}
        onChoose={setChoosing}
      />
      <RefusalNote refusal={edit.refusal} onRead={edit.clearRefusal} />
    </Page>
  )
}

interface ChosenProps {
  what: What
  one: OneOrganisation
  nodes: readonly OrganisationNode[]
  value: string[]
  onChange: (ids: string[]) => void
  onClose: () => void
}
/** Where it is merged into, or the members that go to the new branch. */
function Chosen({ what, one, nodes, ...rest }: ChosenProps) {
  const isSplit = what === 'split'
  const roster = useCloudQuery('roster.list', { branchId: one.node.id }, { enabled: isSplit })
  if (!isSplit)
    return <ChooseSheet single title="并入到哪里" items={mergeTargets(nodes, one.node)} {...rest} />
  if (!roster.data) return null
  const people = roster.data.rows.map(({ memberId, name, group }) => ({
    id: memberId,
    name,
    ...(group && { sub: group.name }),
  }))
  return <ChooseSheet title="分到新支部的党员" items={people} placeholder="输入姓名里的字" {...rest} />
}
