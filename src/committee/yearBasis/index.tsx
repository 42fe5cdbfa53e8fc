import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { PaperForm } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useInParts } from '@/cloud/useInParts'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { monthOf } from '@/components/MonthPicker/months'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { YearChoice } from '@/features/papers/components/SpanChoice'
import { usePaper } from '@/features/papers/hooks/usePaper'
import { orTell } from '@/words/orTell'

const WHOLE = 'whole'
type Made = ResponseOf<'paper.yearBasis'>

/** 年度综合考核依据: a sheet a branch, of one unit or of all; where one file cannot hold them, file after file. */
export default page(function YearBasisPage() {
  const running = monthOf(useNow(60_000))
  const [year, setYear] = useState(useRouter().params.year ?? running.slice(0, 4))
  const [unit, setUnit] = useState({ id: WHOLE, name: '全县直' })
  const [choosing, setChoosing] = useState(false)
  const [last, setLast] = useState<Made & { as: PaperForm }>()
  const { run } = useCloudAction('paper.yearBasis')
  const { file, making, take, close } = usePaper<PaperForm>()
  const tree = useInParts('organisation.tree', { from: 0 })
  const units = (tree.data?.nodes ?? []).filter(({ type }) => type === 'unit')
  const make = (as: PaperForm) => {
    // The next file is of the same kind as the one before; another kind begins anew.
    const afterId = last?.as === as ? last.next : undefined
    const made = orTell(
      run({
        ...{ year, as },
        ...(unit.id !== WHOLE && { underId: unit.id }),
        ...(afterId !== undefined && { afterId }),
      }),
    ).then((one) => {
      if (one) setLast({ ...one, as })
      return one
    })
    void take(as, made)
  }
  const anew = () => setLast(undefined)
  const label = (as: PaperForm, words: string) => {
    if (making === as) return '正在做'
    return last?.as === as && last.next !== undefined ? '做下一份' : words
  }
  return (
    <Page
      id="year-basis"
      title="年度综合考核依据"
      left="back"
      dock={
        <>
          <Button
            kind="outline"
            id="basis-excel"
            grow
            busy={making !== undefined}
            onTap={() => make('excel')}
          >
            {label('excel', '导出 Excel')}
          </Button>
          <Button id="basis-word" grow busy={making !== undefined} onTap={() => make('word')}>
            {label('word', '导出 Word')}
          </Button>
        </>
      }
      overlay={
        <>
          {choosing ? (
            <ChooseSheet
              title="哪个单位"
              single
              value={[unit.id]}
              items={[{ id: WHOLE, name: '全县直' }, ...units.map(({ id, name }) => ({ id, name }))]}
              onClose={() => setChoosing(false)}
              onChange={([id]) => {
                setUnit({ id: id ?? WHOLE, name: units.find((one) => one.id === id)?.name ?? '全县直' })
                anew()
              }}
            />
          ) : null}
          <FileSheet file={file} onClose={close} note="里面没有党员的姓名。" />
        </>
      }
    >
      <YearChoice
        span={{
          ...{ running, year },
          setYear: (chosen) => {
            setYear(chosen)
            anew()
          },
        }}
      />
      <Loaded query={tree} skeleton="list">
        {() => (
          <Card>
            <Cell
              id="basis-unit"
              title={unit.name}
              sub="可以只做一个单位的"
              chevron
              onTap={() => setChoosing(true)}
            />
          </Card>
        )}
      </Loaded>
      {last?.next === undefined ? null : (
        <View className="mt12">
          <Note tone="info" icon="info" id="basis-left">
            {`这一份有 ${last.branches} 个支部，还有 ${last.left} 个，请接着做下一份`}
          </Note>
        </View>
      )}
      <View className="t-sub c2 mt12" id="basis-what">
        一个支部一张，按组织序列排。数字只算录入已经截止的月份、季度；录入还没有截止的年度写明“未封存”。阵地“六有”、结论、等次、盖章留着手写，系统不评。
      </View>
      <NoSecrets />
    </Page>
  )
})
