import { Picker, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BookMeeting } from '@domain/contract/book'
import type { LongPaper } from '@domain/contract/paper'
import { useInParts } from '@/cloud/useInParts'
import { useNow } from '@/cloud/useNow'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { monthOf } from '@/components/MonthPicker/months'
import { Page } from '@/components/Page/Page'
import { PickHead } from '@/components/PickHead/PickHead'
import { SearchField } from '@/components/SearchField/SearchField'
import { BookDock } from '@/features/book/components/BookDock'
import { BookFilters } from '@/features/book/components/BookFilters'
import { BookMonths } from '@/features/book/components/BookMonths'
import { filterBook, filterOf } from '@/features/book/logic/bookList'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { useBranchPapers } from '@/features/papers/hooks/useBranchPapers'
import { open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'

/** 支部台账: a year's meetings with what each still lacks, and what leaves the phone of them as papers. */
export default page(function BookPage() {
  const { branchId = '', year: firstYear, filter: firstFilter } = useRouter().params
  // The phone's own clock may be far off until the first answer corrects it.
  const running = monthOf(useNow(60_000))
  const [chosen, setYear] = useState(firstYear === undefined ? undefined : Number(firstYear))
  const year = chosen ?? Number(running.slice(0, 4))
  const [filter, setFilter] = useState(() => filterOf(firstFilter))
  const [typed, setTyped] = useState('')
  const book = useInParts('activity.book', { branchId, year, from: 0 })
  const known = useLast(book.data)
  const papers = useBranchPapers(branchId)
  const month = running.startsWith(String(year)) ? running : `${year}-12`
  const make = (paper: Exclude<LongPaper, 'patrol'>) => (period: string) =>
    open('making', { branchId, paper, period })
  return (
    <Page
      id="book"
      title={`${year}年支部台账`}
      left="back"
      onPullDown={book.refetch}
      dock={
        book.data && book.data.count > 0 ? (
          <BookDock
            month={month}
            busy={papers.making !== undefined}
            onLedger={(period) => void papers.make('ledger', period)}
            onBundle={make('bundle')}
            onHandbook={make('handbook')}
            onPatrol={() => open('patrol', { branchId })}
          />
        ) : undefined
      }
      overlay={<FileSheet file={papers.file} onClose={papers.close} />}
    >
      {known ? (
        <PickHead picker={<YearPicker years={known.years} year={year} onChange={setYear} />}>
          {known.branch.name}
        </PickHead>
      ) : null}
      <Loaded query={book} skeleton="list">
        {({ meetings, count }) =>
          count === 0 ? (
            <Empty
              image="none"
              icon="book"
              id="book-empty"
              title={`${year}年还没有会`}
              text="安排了、开过了，或补录一场，就在这里。"
              action={{ label: '安排活动', id: 'book-plan', onTap: () => open('plan', { branchId }) }}
            />
          ) : (
            <>
              <View className="book-head">
                <SearchField
                  id="book-search"
                  value={typed}
                  placeholder="搜题目、讲课人、日期"
                  onChange={setTyped}
                />
                <BookFilters
                  {...{ meetings, count }}
                  isWhole={book.isWhole}
                  value={filter}
                  onChange={setFilter}
                />
              </View>
              <Found meetings={filterBook(meetings, { filter, typed })} isWhole={book.isWhole} />
              <MoreButton id="more-meetings" more={book.more} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
})

/** One that was never opened is opened; of all others the record is read. */
const openMeeting = ({ id, state }: BookMeeting) =>
  open(state === 'published' || state === 'open' ? 'meeting' : 'record', { id })

function Found({ meetings, isWhole }: { meetings: readonly BookMeeting[]; isWhole: boolean }) {
  if (meetings.length > 0) return <BookMonths meetings={meetings} onOpen={openMeeting} />
  return isWhole ? (
    <Empty image="none" icon="book" id="book-none" title="没有这样的会" text="换个词，或看看“全部”。" />
  ) : null
}

interface YearProps {
  years: readonly number[]
  year: number
  onChange: (year: number) => void
}

function YearPicker({ years, year, onChange }: YearProps) {
  return (
    <Picker
      mode="selector"
      range={years.map((each) => `${each}年`)}
      value={Math.max(0, years.indexOf(year))}
      onChange={(event) => onChange(years[Number(event.detail.value)] ?? year)}
    >
      <LinkText id="book-year" arrow="down">
        {`${year}年`}
      </LinkText>
    </Picker>
  )
}
