import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { MemberRow } from '@domain/contract/keptLists'
import { formatYearDay } from '@domain/time/format'
import { useInParts } from '@/cloud/useInParts'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Section } from '@/components/Section/Section'

interface Props {
  memberId: string
  onOpen: (row: MemberRow) => void
}

/** Where the member stands in 台账与清单: only read here, each line leads to its own page. Nothing where there is none, or none may be read. */
export function MemberRows({ memberId, onOpen }: Props) {
  const { data, more } = useInParts('list.ofMember', { memberId, from: 0 })
  if (!data || data.rows.length === 0) return null
  return (
    <View id="member-rows">
      <Section title="台账与清单里" />
      <Card className="roster-list">
        {data.rows.map((row, index) => (
          <Fragment key={row.entryId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              id={`member-row-${index}`}
              title={row.text === '' ? row.name : `${row.name}：${row.text}`}
              sub={
                <View className="num">
                  {row.state === undefined ? formatYearDay(row.on) : `${formatYearDay(row.on)}，${row.state}`}
                </View>
              }
              chevron
              onTap={() => onOpen(row)}
            />
          </Fragment>
        ))}
      </Card>
      <MoreButton id="more-member-rows" more={more} />
    </View>
  )
}
