import { View } from '@tarojs/components'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import { classes } from '@/components/classes'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { CheckMark } from '@/components/CheckMark/CheckMark'
import { Dotted } from '@/components/Dotted/Dotted'
import { ariaTicked } from '@/platform/aria'
import { countText, type TreeLine, typeLabels } from '../logic/treeLines'
import './OrganisationTree.css'

interface Props {
  lines: readonly TreeLine[]
  onOpen: (id: string) => void
  /** Where branches are picked: which are, instead of a way to their pages. */
  picked?: readonly string[]
}

/** The organisations, each set in by its depth. Lines carry the id `node-<id>`. */
export function OrganisationTree({ lines, onOpen, picked }: Props) {
  return (
    <Card id="tree" className="tree">
      {lines.map(({ node, depth }) => (
        <View
          key={node.id}
          className={classes('tree-line', depth > 0 && `tree-${Math.min(depth, 3)}`)}
          {...(picked && node.type === 'branch' && ariaTicked(node.name, picked.includes(node.id)))}
        >
          <Cell
            id={`node-${node.id}`}
            className={node.type === 'branch' ? '' : 'tree-above'}
            title={node.name}
            sub={
              <Dotted
                parts={[
                  node.type !== 'branch' && typeLabels[node.type],
                  node.branchType && branchTypeLabels[node.branchType],
                  countText(node),
                  node.countsOnly && '只报数字',
                ]}
              />
            }
            {...(picked === undefined
              ? { chevron: true, onTap: () => onOpen(node.id) }
              : node.type === 'branch' && {
                  right: <CheckMark state={picked.includes(node.id) ? 'all' : 'none'} />,
                  onTap: () => onOpen(node.id),
                })}
          />
        </View>
      ))}
    </Card>
  )
}
