import { View } from '@tarojs/components'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import { classes } from '@/components/classes'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Dotted } from '@/components/Dotted/Dotted'
import { countText, type TreeLine, typeLabels } from '../logic/treeLines'
import './OrganisationTree.css'

interface Props {
  lines: readonly TreeLine[]
  onOpen: (id: string) => void
}

/** The organisations, each set in by its depth. Lines carry the id `node-<id>`. */
export function OrganisationTree({ lines, onOpen }: Props) {
  return (
    <Card id="tree" className="tree">
      {lines.map(({ node, depth }) => (
        <View key={node.id} className={classes('tree-line', depth > 0 && `tree-${Math.min(depth, 3)}`)}>
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
            chevron
            onTap={() => onOpen(node.id)}
          />
        </View>
      ))}
    </Card>
  )
}
