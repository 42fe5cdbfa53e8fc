import { Picker, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CountyPaper, SpanPaper } from '@domain/contract/paper'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { MonthPicker } from '@/components/MonthPicker/MonthPicker'
import { monthOf } from '@/components/MonthPicker/months'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Page } from '@/components/Page/Page'
import { PickHead } from '@/components/PickHead/PickHead'
import { Seg } from '@/components/Seg/Seg'
import { FactPaper } from '@/features/papers/components/FactPaper'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { type Months, useFactPapers } from '@/features/papers/hooks/useFactPapers'
import { monthsOf, monthsToChoose, withFrom, withUntil } from '@/features/papers/logic/factMonths'
import { open } from '@/navigation/navigate'
import './index.css'

const OWN = 'own'

/** 情况表、述职材料 of a branch, or of the county: facts of the months one chooses, as files. */
export default page(function FactsPage() {
  const { branchId, period, year: asked, month, above } = useRouter().params
  const running = monthOf(useNow(60_000))
  const [year, setYear] = useState((period ?? month ?? asked ?? running).slice(0, 4))
  const [part, setPart] = useState(period ?? (month === undefined ? year : OWN))
  const [own, setOwn] = useState<Months>({ from: month ?? running, until: month ?? running })
  const months = part === OWN ? own : monthsOf(part)
  const papers = useFactPapers(months)
  return (
    <Page
      id="facts"
      title="情况表、述职材料"
      left="back"
      overlay={
        <FileSheet
          file={papers.file}
          onClose={papers.close}
          {...((branchId === undefined || above !== undefined) && { note: '里面没有党员的姓名。' })}
        />
      }
    >
      <Year
        running={running.slice(0, 4)}
        year={year}
        onYear={(chosen) => {
          setYear(chosen)
          if (part !== OWN) setPart(part.replace(/^\d+/, chosen))
        }}
      />
      <Seg
        items={[
          { key: year, label: '全年' },
          { key: `${year}-H1`, label: '上半年' },
          { key: `${year}-H2`, label: '下半年' },
          { key: OWN, label: '自选' },
        ]}
        value={part}
        onChange={setPart}
      />
      {part === OWN ? <OwnMonths months={own} running={running} onMonths={setOwn} /> : null}
      {branchId === undefined ? (
        <OfCounty papers={papers} />
      ) : (
        <OfBranch branchId={branchId} papers={papers} isInside={above === undefined} />
      )}
      <View className="t-sub c2 mt12" id="facts-note">
        每个数都有记录可查，列在“来源”里。表里没有分数和名次，怎么评价由组织另行研究。
      </View>
      <NoSecrets />
    </Page>
  )
})

/** This year and the last one: in January what is told is over. */
function Year({ running, year, onYear }: { running: string; year: string; onYear: (year: string) => void }) {
  const years = [running, `${Number(running) - 1}`]
  return (
    <PickHead
      picker={
        <Picker
          mode="selector"
          range={years.map((one) => `${one}年`)}
          value={Math.max(0, years.indexOf(year))}
          onChange={(event) => onYear(years[Number(event.detail.value)] ?? year)}
        >
          <LinkText id="facts-year" arrow="down">
            {`${year}年`}
          </LinkText>
        </Picker>
      }
    >
      选一段时间
    </PickHead>
  )
}

interface OwnProps {
  months: Months
  running: string
  onMonths: (months: Months) => void
}

function OwnMonths({ months, running, onMonths }: OwnProps) {
  const offered = monthsToChoose(running)
  const picker = { running, months: offered }
  return (
    <View className="fact-months" id="facts-months">
      从
      <MonthPicker
        {...picker}
        id="facts-from"
        month={months.from}
        onChange={(month) => onMonths(withFrom(months, month))}
      />
      到
      <MonthPicker
        {...picker}
        id="facts-until"
        month={months.until}
        onChange={(month) => onMonths(withUntil(months, month))}
      />
    </View>
  )
}

type Papers = ReturnType<typeof useFactPapers>

interface BranchProps {
  branchId: string
  papers: Papers
  /** Of single members, and what somebody says of their own work, nothing is told above. */
  isInside: boolean
}

function OfBranch({ branchId, papers: { making, makeOfBranch }, isInside }: BranchProps) {
  const common = { making, onMake: (paper: SpanPaper) => void makeOfBranch(branchId, paper) }
  return (
    <>
      <FactPaper
        {...common}
        title="支部一张"
        text="每个事项应开展几次、开展几次、其中补录几次"
        files={[
          { paper: 'branch', label: '导出 Excel' },
          { paper: 'branchText', label: '导出 Word' },
        ]}
      />
      {isInside ? <Inside {...common} /> : null}
    </>
  )
}

const Inside = (common: { making: string | undefined; onMake: (paper: SpanPaper) => void }) => (
  <>
    <FactPaper
      {...common}
      title="党员一张"
      text="每名党员的志愿服务、帮扶走访、办实事，和参加组织生活情况"
      files={[
        { paper: 'members', label: '导出 Excel' },
        { paper: 'membersText', label: '导出 Word' },
      ]}
    />
    <FactPaper
      {...common}
      title="述职材料"
      text="基本情况和每次记录的日期；做法、问题、打算留给本人写"
      files={[{ paper: 'report', label: '导出 Word' }]}
    />
  </>
)

function OfCounty({ papers: { making, makeOfCounty } }: { papers: Papers }) {
  const common = { making, onMake: (paper: CountyPaper) => void makeOfCounty(paper) }
  return (
    <>
      <FactPaper
        {...common}
        title="全县直汇总"
        text="按组织序列一个支部一行，只有录入已经截止的月份、季度"
        files={[
          { paper: 'county', label: '导出 Excel' },
          { paper: 'countyText', label: '导出 Word' },
        ]}
      />
      <FactPaper
        {...common}
        title="述职材料"
        text="全县直的合计，不点支部；做法、问题、打算留着写"
        files={[{ paper: 'report', label: '导出 Word' }]}
      />
      <Card className="mt12">
        <Doors
          doors={[
            {
              id: 'open-fact-order',
              icon: 'list',
              title: '按上级表格的次序',
              sub: '事项的先后，全县一样，可换',
              onTap: () => open('copyOrder', { of: 'facts' }),
            },
          ]}
        />
      </Card>
    </>
  )
}
