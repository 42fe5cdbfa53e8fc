import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { Home } from '@domain/contract/progress'
import type { Named } from '@domain/contract/shared'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { open } from '@/navigation/navigate'

type Me = Extract<ResponseOf<'identity.me'>, { state: 'bound' }>

interface Props {
  units: NonNullable<Me['theoryGroups']>
  points: Home['contactPoints']
}

function Unit({ id, name }: Named) {
  return (
    <Cell
      id={`home-unit-${id}`}
      leading={<Icon name="book" tone="ink2" />}
      title="中心组"
      sub={name}
      chevron
      onTap={() => open('unit', { unitId: id })}
    />
  )
}

/** Beside one's own branch: the 中心组 one sits in, and the branches one is linked with. */
export function Leader({ units, points }: Props) {
  if (units.length + points.length === 0) return null
  return (
    <View className="home-leader">
      <Card className="period">
        {units.map((unit, index) => (
          <Fragment key={unit.id}>
            {index > 0 && <Divider inset={52} />}
            <Unit {...unit} />
          </Fragment>
        ))}
        {units.length > 0 && points.length > 0 && <Divider inset={52} />}
        {points.length > 0 && (
          <Cell
            id="home-contact"
            leading={<Icon name="pin" tone="ink2" />}
            title="联系点"
            sub={points.map(({ name }) => name).join('、')}
            right={`${points.length} 个`}
            chevron
            onTap={() => open('contact')}
          />
        )}
      </Card>
    </View>
  )
}
