import { View } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import type {
  BranchTable,
  CountyTable,
  FactRecords,
  MembersTable,
  RecordOpens,
} from '@domain/contract/factTable'
import { formatDay } from '@domain/time/format'
import type { RequestOf } from '@domain/contract/actions'
import { useInParts } from '@/cloud/useInParts'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Sheet } from '@/components/Sheet/Sheet'
import type { Months } from '../hooks/useFactPapers'
import { lineName, lineWords, membersWords, placesWords } from '../logic/factWords'
import './BehindSheet.css'

type CountyGroup = CountyTable['groups'][number]

/** The number that is opened. */
export type Behind =
  | { is: 'records'; line: BranchTable['lines'][number] }
  | { is: 'members'; line: MembersTable['lines'][number] }
  | { is: 'places'; line: CountyGroup['lines'][number]; group: CountyGroup }

interface Props {
  of: Behind | undefined
  branchId: string
  months: Months
  onClose: () => void
  onRecord: (id: string, opens: RecordOpens) => void
  onMember: (memberId: string) => void
  onPlace: (id: string, of: CountyGroup['of']) => void
}

const titleOf = (of: Behind): string => (of.is === 'members' ? of.line.label : lineName(of.line))

/** What a number of the table is made of: records, members, or branches in 组织序列. */
export function BehindSheet({ of, branchId, months: { from, until }, onClose, ...to }: Props) {
  const months = { periodKey: from, until }
  return (
    <Sheet id="behind" open={of !== undefined} title={of ? titleOf(of) : ''} onClose={onClose}>
      {of?.is === 'records' ? (
        <Records line={of.line} onRecord={to.onRecord} asked={{ branchId, ...months, ...lineOf(of.line) }} />
      ) : null}
      {of?.is === 'members' ? (
        <Members
          line={of.line}
          onMember={to.onMember}
          asked={{ branchId, ...months, dutyId: of.line.dutyId, from: 0 }}
        />
      ) : null}
      {of?.is === 'places' ? (
        <Places {...of} onPlace={to.onPlace} asked={{ ...months, ...lineOf(of.line) }} />
      ) : null}
    </Sheet>
  )
}

const lineOf = ({ dutyId, version }: { dutyId: string; version: number }) => ({ dutyId, version, from: 0 })

interface RecordsProps {
  line: BranchTable['lines'][number]
  asked: RequestOf<'paper.factRecords'>
  onRecord: Props['onRecord']
}

function Records({ line, asked, onRecord }: RecordsProps) {
  const records = useInParts('paper.factRecords', asked)
  return (
    <>
      <Said>{lineWords(line)}</Said>
      {line.open.length > 0 ? <Said id="behind-open">{`暂无记录：${line.open.join('、')}`}</Said> : null}
      {line.free.length > 0 ? <Said>{`不作硬性要求：${line.free.join('、')}`}</Said> : null}
      <Loaded query={records} skeleton="list">
        {({ rows }) => (
          <>
            {rows.map((row, index) => (
              <RecordLine
                key={`${row.period} ${row.id}`}
                row={row}
                isFirst={index === 0}
                onRecord={onRecord}
              />
            ))}
            <MoreButton id="more-records" more={records.more} />
          </>
        )}
      </Loaded>
    </>
  )
}

interface RecordProps {
  row: FactRecords['rows'][number]
  isFirst: boolean
  onRecord: Props['onRecord']
}
function RecordLine({ row: { id, title, at, period, late, fills, opens }, isFirst, onRecord }: RecordProps) {
  const day = formatDay(at)
  // Of a month it is plain from the day.
  const counted = !day.startsWith(period) && `计入${period}`
  return (
    <>
      {isFirst ? null : <Divider inset={0} />}
      <Cell
        id={`behind-${id}`}
        className="behind-line"
        title={title}
        sub={<Dotted parts={[day, counted, late && '补录', !fills && '另有']} />}
        {...(opens && { chevron: true, onTap: () => onRecord(id, opens) })}
      />
    </>
  )
}

interface MembersProps {
  line: MembersTable['lines'][number]
  asked: RequestOf<'paper.factMembers'>
  onMember: Props['onMember']
}

function Members({ line, asked, onMember }: MembersProps) {
  const members = useInParts('paper.factMembers', asked)
  return (
    <>
      <Said>{membersWords(line)}</Said>
      <Loaded query={members} skeleton="list">
        {({ rows }) => (
          <>
            {rows.map(({ id, name, needed, done }, index) => (
              <Fragment key={id}>
                {index > 0 ? <Divider inset={0} /> : null}
                <Cell
                  id={`behind-${id}`}
                  className="behind-line"
                  title={name}
                  right={<Counted done={done} asked={needed === 0 ? '不要求' : (needed ?? '定期')} />}
                  chevron
                  onTap={() => onMember(id)}
                />
              </Fragment>
            ))}
            <MoreButton id="more-members" more={members.more} />
          </>
        )}
      </Loaded>
    </>
  )
}

interface PlacesProps {
  line: CountyGroup['lines'][number]
  group: CountyGroup
  asked: RequestOf<'paper.factPlaces'>
  onPlace: Props['onPlace']
}

function Places({ line, group: { of, measure }, asked, onPlace }: PlacesProps) {
  const places = useInParts('paper.factPlaces', asked)
  return (
    <>
      <Said>{placesWords(line, measure)}</Said>
      <Loaded query={places} skeleton="list">
        {({ rows }) => (
          <>
            {rows.map(({ id, name, remark, done, owed }, index) => (
              <Fragment key={id}>
                {index > 0 ? <Divider inset={0} /> : null}
                <Cell
                  id={`behind-${id}`}
                  className="behind-line"
                  title={name}
                  {...(remark !== '' && { sub: remark })}
                  right={<Counted done={done} asked={owed} />}
                  chevron
                  onTap={() => onPlace(id, of)}
                />
              </Fragment>
            ))}
            <MoreButton id="more-places" more={places.more} />
          </>
        )}
      </Loaded>
    </>
  )
}

const Said = ({ id, children }: { id?: string; children: ReactNode }) => (
  <View className="behind-said" {...(id && { id })}>
    {children}
  </View>
)

const Counted = ({ done, asked }: { done: number; asked: number | string }) => (
  <View className="behind-n">{`${done}/${asked}`}</View>
)
