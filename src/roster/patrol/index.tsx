import { Picker, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OneOrganisation } from '@domain/contract/organisation'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { monthOf } from '@/components/MonthPicker/months'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import {
  type PatrolChoice,
  patrolChoices,
  withFirst,
  withLast,
  yearsBack,
} from '@/features/papers/logic/patrolChoices'
import { open } from '@/navigation/navigate'
import './index.css'

const inside = [
  ['组织', '届期、支委分工、选举表决'],
  ['名册', '每年 12 月 31 日的党员名册'],
  ['记录', '已成册的会议记录，按年份、种类放好'],
  ['台账', '到会登记表、台账、参加情况、党费登记表'],
  ['情况', '每年的组织生活开展情况表'],
  ['纸质', '整改清单、讲稿、请示批复等列在目录里，存放处由支部补上'],
] as const

/** 巡察资料包: of which 届, or of which years, and what is in it. */
export default page(function PatrolPage() {
  const { branchId = '' } = useRouter().params
  const query = useCloudQuery('organisation.one', { organisationId: branchId })
  if (query.data) return <Choosing branchId={branchId} one={query.data} />
  return (
    <Page id="patrol" title="巡察资料包" left="back">
      <Loaded query={query} skeleton="list">
        {() => null}
      </Loaded>
    </Page>
  )
})

function Choosing({ branchId, one }: { branchId: string; one: OneOrganisation }) {
  const running = Number(monthOf(useNow(60_000)).slice(0, 4))
  const [own, setOwn] = useState({ from: running - 2, until: running })
  const choices = patrolChoices(one.terms ?? [], own, now())
  const [chosenKey, choose] = useState(choices[0]?.key)
  const chosen = choices.find(({ key }) => key === chosenKey) ?? choices[0]
  return (
    <Page
      id="patrol"
      title="巡察资料包"
      left="back"
      dock={
        chosen && (
          <Button
            id="make-patrol"
            icon="doc"
            grow
            onTap={() =>
              open('making', {
                ...{ branchId, paper: 'patrol' },
                ...{ period: `${chosen.from}`, until: `${chosen.until}` },
              })
            }
          >
            {`开始做，${chosen.label}`}
          </Button>
        )
      }
    >
      {choices.length > 1 ? (
        <>
          <Section title="选一届，或自选年份" />
          <Card id="patrol-choices">
            {choices.map((choice, index) => (
              <Choice
                key={choice.key}
                {...{ choice, index }}
                on={choice === chosen}
                onTap={() => choose(choice.key)}
              />
            ))}
          </Card>
        </>
      ) : (
        <Section title="选年份" />
      )}
      {chosen?.key === 'own' ? <OwnYears {...{ own, running }} onYears={setOwn} /> : null}
      <Section title="里面有什么" />
      <Card className="patrol-inside">
        <KeyValue items={inside} />
      </Card>
      <View className="mt12">
        <Note tone="mute" icon="info">
          名册和表都是按整年做的，届期跨到的年份都在里面。目录里每份文件都有 SHA-256
          校验值，谁都能查出改没改过。
        </Note>
      </View>
      <NoSecrets />
    </Page>
  )
}

interface ChoiceProps {
  choice: PatrolChoice
  index: number
  on: boolean
  onTap: () => void
}

const Choice = ({ choice: { key, title, label }, index, on, onTap }: ChoiceProps) => (
  <>
    {index > 0 ? <Divider inset={16} /> : null}
    <Cell
      id={`patrol-${key}`}
      title={title}
      sub={`装 ${label}`}
      {...(on && { right: <Icon name="check" tone="red" size={20} /> })}
      onTap={onTap}
    />
  </>
)

interface OwnProps {
  own: { from: number; until: number }
  running: number
  onYears: (own: { from: number; until: number }) => void
}

function OwnYears({ own, running, onYears }: OwnProps) {
  const years = yearsBack(running)
  return (
    <View className="patrol-years" id="patrol-years">
      从
      <Year
        {...{ years }}
        id="patrol-from"
        year={own.from}
        onYear={(year) => onYears(withFirst(own, year))}
      />
      到
      <Year
        {...{ years }}
        id="patrol-until"
        year={own.until}
        onYear={(year) => onYears(withLast(own, year))}
      />
    </View>
  )
}

interface YearProps {
  id: string
  years: readonly number[]
  year: number
  onYear: (year: number) => void
}

const Year = ({ id, years, year, onYear }: YearProps) => (
  <Picker
    mode="selector"
    range={years.map((one) => `${one}年`)}
    value={Math.max(0, years.indexOf(year))}
    onChange={(event) => onYear(years[Number(event.detail.value)] ?? year)}
  >
    <LinkText id={id} arrow="down">
      {`${year}年`}
    </LinkText>
  </Picker>
)
