import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CountyPaper, SpanPaper } from '@domain/contract/paper'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Doors } from '@/components/Doors/Doors'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Page } from '@/components/Page/Page'
import { type Behind, BehindSheet } from '@/features/papers/components/BehindSheet'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { SpanChoice } from '@/features/papers/components/SpanChoice'
import { type Months, useFactPapers } from '@/features/papers/hooks/useFactPapers'
import { useFactSpan } from '@/features/papers/hooks/useFactSpan'
import { type FactKind, factKinds, useFactTables } from '@/features/papers/hooks/useFactTables'
import { open } from '@/navigation/navigate'
import { BranchFacts, CountyFacts, MembersFacts } from './tables'

type FactPaper = SpanPaper | CountyPaper
const filesOf: Record<FactKind, readonly [excel: FactPaper, word: FactPaper]> = {
  branch: ['branch', 'branchText'],
  members: ['members', 'membersText'],
  county: ['county', 'countyText'],
}

const labels: Record<FactKind, string> = { branch: '支部一张', members: '党员一张', county: '全县直汇总' }

/** 组织生活开展情况表 of the months one chooses: of a branch, its members or the county, as it is handed out. */
export default page(function FactsPage() {
  const { branchId = '', above } = useRouter().params
  const isInside = branchId !== '' && above === undefined
  const me = useCloudQuery('identity.me', {})
  const isCommittee = me.data?.state === 'bound' && me.data.roles.some(({ role }) => role === 'committee')
  const span = useFactSpan()
  const { months } = span
  const [kind, setKind] = useState<FactKind>(branchId === '' ? 'county' : 'branch')
  const [behind, setBehind] = useState<Behind>()
  const papers = useFactPapers(months)
  const tables = useFactTables(kind, branchId, months)
  const { refetch, refusal, data } = tables[kind]
  const make = (paper: FactPaper) =>
    void (kind === 'county'
      ? papers.makeOfCounty(paper as CountyPaper)
      : papers.makeOfBranch(branchId, paper as SpanPaper))
  const kinds = factKinds.filter((one) => one === 'branch' || (one === 'members' ? isInside : isCommittee))
  const onKind = (chosen: FactKind) => {
    // The county's page has no branch of its own: one is looked for first.
    if (chosen === 'branch' && branchId === '') open('organisations', { to: 'facts' })
    else setKind(chosen)
  }
  const closedUntil = tables.county.data?.closedUntil
  return (
    <Page
      id="facts"
      title="组织生活开展情况表"
      left="back"
      onPullDown={refetch}
      dock={data && <FilesDock kind={kind} making={papers.making} onMake={make} />}
      overlay={
        <>
          <FileSheet
            file={papers.file}
            onClose={papers.close}
            {...((!isInside || kind === 'county') && { note: '里面没有党员的姓名。' })}
          />
          <BehindSheet
            of={behind}
            {...{ branchId, months }}
            onClose={() => setBehind(undefined)}
            onRecord={(id, opens) => open(opens === 'seen' ? 'seenMeeting' : 'record', { id })}
            onMember={(subjectId) =>
              open('span', { subjectId, period: months.from.slice(0, 4), whose: 'member' })
            }
            onPlace={(id, of) => {
              if (of === 'units') open('below', { unitId: id })
              else if (of === 'members' || closedUntil === undefined) open('month', { branchId: id })
              else open('facts', { branchId: id, month: months.from, until: closedUntil, above: 'yes' })
            }}
          />
        </>
      }
    >
      {kinds.length > 1 ? (
        <View className="chips mb12" id="facts-kinds">
          {kinds.map((one) => (
            <Chip key={one} id={`kind-${one}`} on={one === kind} onTap={() => onKind(one)}>
              {labels[one]}
            </Chip>
          ))}
        </View>
      ) : null}
      <SpanChoice span={span} />
      <View className="mt12">
        {above !== undefined && refusal?.reason === 'forbidden' ? (
          <Empty
            image="none"
            icon="lock"
            id="facts-open"
            title="录入还没有截止"
            text="截止以后才看得到各支部的数，请换早一点的月份"
          />
        ) : (
          <Table {...{ kind, tables, months }} onOpen={setBehind} />
        )}
      </View>
      <FurtherPapers
        isCounty={kind === 'county'}
        isInside={isInside}
        months={months}
        making={papers.making}
        onReport={() => make('report')}
      />
      <NoSecrets />
    </Page>
  )
})

interface FilesProps {
  kind: FactKind
  making: FactPaper | undefined
  onMake: (paper: FactPaper) => void
}
function FilesDock({ kind, making, onMake }: FilesProps) {
  const [excel, word] = filesOf[kind]
  const busy = making !== undefined
  return (
    <>
      <Button kind="outline" id={`export-${excel}`} grow busy={busy} onTap={() => onMake(excel)}>
        {making === excel ? '正在做' : '导出 Excel'}
      </Button>
      <Button id={`export-${word}`} grow busy={busy} onTap={() => onMake(word)}>
        {making === word ? '正在做' : '导出 Word'}
      </Button>
    </>
  )
}

interface TableProps {
  kind: FactKind
  tables: ReturnType<typeof useFactTables>
  months: Months
  onOpen: (behind: Behind) => void
}
function Table({ kind, tables, ...of }: TableProps) {
  switch (kind) {
    case 'branch':
      return (
        <Loaded query={tables.branch} skeleton="list">
          {(table) => <BranchFacts table={table} {...of} />}
        </Loaded>
      )
    case 'members':
      return (
        <Loaded query={tables.members} skeleton="list">
          {(table) => <MembersFacts table={table} {...of} />}
        </Loaded>
      )
    case 'county':
      return (
        <Loaded query={tables.county} skeleton="list">
          {(table) => <CountyFacts table={table} {...of} />}
        </Loaded>
      )
  }
}

interface FurtherProps {
  isCounty: boolean
  isInside: boolean
  months: Months
  making: string | undefined
  onReport: () => void
}

/** What else is made of the same numbers, and in which order they stand. What somebody says of their own work is nobody's above. */
function FurtherPapers({ isCounty, isInside, months, making, onReport }: FurtherProps) {
  const report = {
    id: 'export-report',
    icon: 'doc' as const,
    title: making === 'report' ? '正在做述职材料' : '述职材料',
    sub: isCounty ? '全县直的合计，不点支部；做法、问题留着写' : '数字和记录的日期；做法、问题留给本人写',
    onTap: onReport,
  }
  const order = {
    id: 'open-fact-order',
    icon: 'list' as const,
    title: '按上级表格列顺序',
    sub: '事项的先后，全县一样，可换',
    onTap: () => open('copyOrder', { of: 'facts' }),
  }
  const notice = {
    id: 'open-notice',
    icon: 'doc' as const,
    title: '情况通报',
    sub: '事项和支部由您挑选，做成 Word',
    onTap: () => open('notice', { month: months.from, until: months.until }),
  }
  const basis = {
    id: 'open-year-basis',
    icon: 'doc' as const,
    title: '年度综合考核依据',
    sub: '一个支部一张，结论、等次留着写',
    onTap: () => open('yearBasis', { year: months.from.slice(0, 4) }),
  }
  const doors = isCounty ? [report, notice, basis, order] : isInside ? [report] : []
  if (doors.length === 0) return null
  return (
    <Card className="mt12">
      <Doors doors={doors} />
    </Card>
  )
}
