import { Text, View } from '@tarojs/components'
import type { Overview } from '@domain/contract/committee'
import { Card } from '@/components/Card/Card'
import { classes } from '@/components/classes'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { EmptySign, Legend } from '@/components/Legend/Legend'
import { aria } from '@/platform/aria'
import { branchColumns, type CellFace, faceOf, shortBranchName } from '../logic/countyTable'
import './BranchTable.css'

interface Props {
  overview: Overview
  branches: NonNullable<Overview['branches']>
  /** Every number opens its reasons. */
  onCell: (branchId: string, dutyId: string) => void
  /** Its name leads to the branch. */
  onBranch: (branchId: string) => void
}

const words = { done: '已记录', none: '暂无记录', not_owed: '不设' }
const signs = Object.keys(words) as (keyof typeof words)[]

/** Every branch in 组织序列; there is no other order. */
export function BranchTable({ overview: { county }, branches, onCell, onBranch }: Props) {
  const columns = branchColumns(county)
  const counted = new Set(county.flatMap(({ dutyId, of }) => (of === 'groups' ? [dutyId] : [])))
  const faces = branches.map(({ cells }) =>
    columns.map(({ dutyId }) =>
      faceOf(
        cells.find((cell) => cell.dutyId === dutyId),
        counted.has(dutyId),
      ),
    ),
  )
  return (
    <Card className="bt" id="branch-table">
      <View className="bt-row bt-head">
        <View className="bt-head-name">支部</View>
        {columns.map(({ dutyId, label }) => (
          <View className="bt-col" key={dutyId}>
            {label}
          </View>
        ))}
      </View>
      {branches.map(({ id, number, name }, index) => (
        <View key={id}>
          {index > 0 ? <Divider inset={46} /> : null}
          <View className="bt-row" id={`branch-${id}`}>
            <View className="bt-no">{String(number).padStart(2, '0')}</View>
            <View
              className="bt-name"
              id={`branch-name-${id}`}
              hoverClass="pressed"
              onClick={() => onBranch(id)}
              {...aria(`${name}，看这个支部`, 'button')}
            >
              {shortBranchName(name)}
            </View>
            {columns.map(({ dutyId, label }, column) => {
              const face = faces[index]?.[column] ?? { face: 'not_owed' as const }
              const said = face.face === 'count' ? `${face.done}/${face.owed}` : words[face.face]
              return (
                <View
                  className="bt-cell"
                  key={dutyId}
                  id={`branch-cell-${id}-${dutyId}`}
                  hoverClass={face.face === 'not_owed' ? 'none' : 'pressed'}
                  onClick={face.face === 'not_owed' ? undefined : () => onCell(id, dutyId)}
                  {...aria(`${name}，${label}，${said}`, 'button')}
                >
                  <Face face={face} />
                </View>
              )
            })}
          </View>
        </View>
      ))}
      <Legend
        id="branch-table-key"
        items={signs
          .filter((sign) => faces.flat().some(({ face }) => face === sign))
          .map((face) => ({ key: face, sign: <Face face={{ face }} />, text: words[face] }))}
      />
    </Card>
  )
}

function Face({ face }: { face: CellFace }) {
  switch (face.face) {
    case 'done':
      return <Icon name="check" tone="pine" size={22} />
    case 'count':
      return (
        <View className={classes('bt-count', face.done >= face.owed && 'bt-full')}>
          <Text className="bt-count-n">{face.done}</Text>
          {`/${face.owed}`}
        </View>
      )
    case 'none':
      return <EmptySign is="none" />
    case 'not_owed':
      return <EmptySign is="free" />
  }
}
