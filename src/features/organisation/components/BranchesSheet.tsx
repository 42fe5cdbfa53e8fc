import { useState } from 'react'
import type { OrganisationNode } from '@domain/contract/organisation'
import { useInParts } from '@/cloud/useInParts'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { SearchField } from '@/components/SearchField/SearchField'
import { Sheet } from '@/components/Sheet/Sheet'
import { treeLines } from '../logic/treeLines'
import { OrganisationTree } from './OrganisationTree'

export interface PickedBranch {
  id: string
  name: string
}

interface Props {
  open: boolean
  picked: readonly PickedBranch[]
  onPicked: (branches: PickedBranch[]) => void
  onClose: () => void
  /** How many may be picked. */
  most: number
}

const isOfParty = ({ type }: OrganisationNode): boolean =>
  type === 'work_committee' || type === 'unit' || type === 'branch'

/** Branches picked one by one from the tree, narrowed by a few letters. Nothing is picked beforehand, and nothing at once. */
export function BranchesSheet({ open, picked, onPicked, onClose, most }: Props) {
  return (
    <Sheet
      id="branches-sheet"
      open={open}
      title="选支部"
      onClose={onClose}
      footer={
        <Button id="branches-done" grow onTap={onClose}>
          {picked.length === 0 ? '先不选' : `选好了，共 ${picked.length} 个`}
        </Button>
      }
    >
      {open ? <Tree {...{ picked, onPicked, most }} /> : null}
    </Sheet>
  )
}

function Tree({ picked, onPicked, most }: Pick<Props, 'picked' | 'onPicked' | 'most'>) {
  const tree = useInParts('organisation.tree', { from: 0 })
  const [query, setQuery] = useState('')
  const toggle = (id: string, nodes: readonly OrganisationNode[]) => {
    const node = nodes.find((one) => one.id === id)
    if (picked.some((one) => one.id === id)) onPicked(picked.filter((one) => one.id !== id))
    else if (node && picked.length < most) onPicked([...picked, { id, name: node.name }])
  }
  return (
    <>
      <SearchField id="branches-search" value={query} placeholder="输入名称里的几个字" onChange={setQuery} />
      <Loaded query={tree} skeleton="list">
        {({ nodes }) => {
          const lines = treeLines(nodes.filter(isOfParty), query)
          return lines.length > 0 ? (
            <>
              <OrganisationTree
                lines={lines}
                picked={picked.map(({ id }) => id)}
                onOpen={(id) => toggle(id, nodes)}
              />
              <MoreButton id="more-nodes" more={tree.more} />
            </>
          ) : (
            <Empty image="none" icon="bld" title="没有找到" text="换几个字试试" />
          )
        }}
      </Loaded>
    </>
  )
}
