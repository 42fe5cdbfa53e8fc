import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import type { OneOrganisation, OrganisationNode } from '@domain/contract/organisation'
import { Button } from '@/components/Button/Button'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ChangeFields } from '@/features/organisation/components/ChangeFields'
import { useChange } from '@/features/organisation/hooks/useChange'
import {
  changeWords,
  type FoundType,
  mergeable,
  needsParent,
  parentsFor,
  type What,
} from '@/features/organisation/logic/changes'
import { askFirst } from '@/platform/askFirst'
import { back } from '@/platform/navigate'
import { useCloudQuery } from '@/platform/useCloudQuery'

const whatOf = (text: string | undefined): What =>
  text !== undefined && text in changeWords ? (text as What) : 'edit'

/** 新建, 更名, 划转, 并入, 拆分, 撤销: one change of the tree from a day on. */
export default function ChangePage() {
  const params = useRouter().params
  const what = whatOf(params.what)
  const { id = '' } = params
  const one = useCloudQuery('organisation.one', { organisationId: id }, { enabled: id !== '' })
  const tree = useCloudQuery('organisation.tree', {})
  const isReady = tree.data !== undefined && (id === '' || one.data !== undefined)
  if (isReady) {
    const type: FoundType = params.type === 'group' ? 'group' : 'branch'
    return <ChangeEditor what={what} one={one.data} type={type} nodes={tree.data?.nodes ?? []} />
  }
  return (
    <Page id="change" title={changeWords[what].title} left="back">
      {id !== '' && !one.data ? (
        <Loaded query={one} skeleton="list">
          {() => null}
        </Loaded>
      ) : (
        <Loaded query={tree} skeleton="list">
          {() => null}
        </Loaded>
      )}
    </Page>
  )
}

interface Props {
  what: What
  one: OneOrganisation | undefined
  type: FoundType
  nodes: readonly OrganisationNode[]
}
function ChangeEditor({ what, one, type, nodes }: Props) {
  const edit = useChange(what, one, type)
  const [choosing, setChoosing] = useState<'parent' | 'chosen'>()
  const words = changeWords[what]
  const { draft, change } = edit
  const save = async () => {
    if (what === 'merge' || what === 'dissolve') {
      const title = `${words.title}${what === 'dissolve' ? (one?.node.name ?? '') : ''}`
      if (!(await askFirst({ title, text: words.text, yes: words.button }))) return
    }
    if (!(await edit.save())) return
    await Taro.showToast({ title: '已保存', icon: 'success' })
    back()
  }
  return (
    <Page
      id="change"
      title={type === 'group' && what === 'found' ? '新建党小组' : words.title}
      left="back"
      dock={
        <Button id="change-save" grow busy={edit.busy} onTap={() => void save()}>
          {words.button}
        </Button>
      }
      overlay={
        choosing === 'parent' ? (
          <ChooseSheet
            single
            title="上级组织"
            items={parentsFor(
              nodes,
              what === 'found' ? draft.type : (one?.node.type ?? 'branch'),
              one?.node.id,
            )}
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
/** Organisations that are merged, or members that go to the new branch. */
function Chosen({ what, one, nodes, ...rest }: ChosenProps) {
  const isSplit = what === 'split'
  const roster = useCloudQuery('roster.list', { branchId: one.node.id }, { enabled: isSplit })
  if (!isSplit)
    return <ChooseSheet title="并入哪些组织" items={mergeable(nodes, one.node)} most={10} {...rest} />
  if (!roster.data) return null
  const people = roster.data.rows.map(({ memberId, name, group }) => ({
    id: memberId,
    name,
    ...(group && { sub: group.name }),
  }))
  return <ChooseSheet title="分到新支部的党员" items={people} placeholder="输入姓名里的字" {...rest} />
}
