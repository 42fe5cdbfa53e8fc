import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { RosterMember } from '@domain/contract/roster'
import { formatYearDay } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'

export type HeldHousehold = RosterMember['households'][number]

export const householdName = ({ village, number }: Pick<HeldHousehold, 'village' | 'number'>) =>
  `${village} ${number}`

const sinceText = ({ from, to }: HeldHousehold) =>
  to === undefined ? `${formatYearDay(from)}起联系` : `联系到${formatYearDay(to)}，现在没有人联系`

interface Props {
  member: RosterMember
  /** One's own page: another hands over what one is linked with. */
  own: boolean
  onHandOver: (household: HeldHousehold) => void
}

/** 帮扶户 that may pass to another member. Nothing where there is none. */
export function MemberHouseholds({ member: { households }, own, onHandOver }: Props) {
  if (households.length === 0) return null
  return (
    <View id="member-households">
      <Section title="联系的帮扶户" {...(own && { right: '本人的由另一位同志交接' })} />
      <Card className="roster-list">
        {households.map((one, index) => (
          <Fragment key={one.id}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              title={householdName(one)}
              sub={sinceText(one)}
              {...(!own && {
                right: (
                  <Button kind="sunk" small id={`hand-over-${one.id}`} onTap={() => onHandOver(one)}>
                    交接
                  </Button>
                ),
              })}
            />
          </Fragment>
        ))}
      </Card>
    </View>
  )
}
