import { View } from '@tarojs/components'
import type { Overview } from '@domain/contract/committee'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { aria } from '@/platform/aria'
import { faceOf, unitColumns } from '../logic/countyTable'
import './UnitTable.css'

interface Props {
  overview: Overview
  units: NonNullable<Overview['units']>
  onCell: (unitId: string, dutyId: string) => void
  onUnit: (unitId: string) => void
}

/** 中心组: every unit that has one, in 组织序列. */
export function UnitTable({ overview: { county }, units, onCell, onUnit }: Props) {
  const columns = unitColumns(county)
  return (
    <Card className="ut" id="unit-table">
      {units.map(({ id, name, cells }, index) => (
        <View key={id}>
          {index > 0 ? <Divider inset={16} /> : null}
          <View className="ut-row" id={`unit-${id}`}>
            <View className="ut-name" hoverClass="pressed" onClick={() => onUnit(id)}>
              {name}
            </View>
            {columns.map(({ dutyId, label }) => {
              const face = faceOf(
                cells.find((cell) => cell.dutyId === dutyId),
                false,
              ).face
              const said = face === 'done' ? '已记录' : face === 'none' ? '暂无记录' : '不设'
              return (
                <View
                  className="ut-cell"
                  key={dutyId}
                  id={`unit-cell-${id}-${dutyId}`}
                  hoverClass={face === 'not_owed' ? 'none' : 'pressed'}
                  onClick={face === 'not_owed' ? undefined : () => onCell(id, dutyId)}
                  {...aria(`${name}，${label}，${said}`, 'button')}
                >
                  {columns.length > 1 ? <View className="ut-label">{label}</View> : null}
                  {face === 'done' ? (
                    <Icon name="check" tone="pine" size={22} />
                  ) : (
                    <View className="ut-none">{said}</View>
                  )}
                </View>
              )
            })}
          </View>
        </View>
      ))}
    </Card>
  )
}
