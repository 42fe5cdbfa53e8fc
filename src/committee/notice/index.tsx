import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import type { CountyTable } from '@domain/contract/factTable'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { CheckMark } from '@/components/CheckMark/CheckMark'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { Field } from '@/components/Field/Field'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { BranchesSheet, type PickedBranch } from '@/features/organisation/components/BranchesSheet'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { SpanChoice } from '@/features/papers/components/SpanChoice'
import { useFactSpan } from '@/features/papers/hooks/useFactSpan'
import { usePaper } from '@/features/papers/hooks/usePaper'
import { leftWords, lineName } from '@/features/papers/logic/factWords'
import { GrowingText } from '@/features/rules/components/GrowingText'
import { ariaTicked } from '@/platform/aria'
import { orTell } from '@/words/orTell'

/** As many as a notice may name: what the cloud takes. */
const MOST_BRANCHES = 200
const MOST_ITEMS = 20

type Item = CountyTable['groups'][number]['lines'][number]
const keyOf = ({ dutyId, version }: Item): string => `${dutyId}-${version}`
/** What branches and their members owe: a unit's own is no branch's. */
const itemsIn = ({ groups }: CountyTable): Item[] =>
  groups.filter(({ of }) => of !== 'units').flatMap(({ lines }) => lines)

/** 情况通报: of the 事项 and branches one picks oneself. Nothing is picked beforehand, nothing by a result. */
export default page(function NoticePage() {
  const span = useFactSpan()
  const months = { periodKey: span.months.from, until: span.months.until }
  const table = useCloudQuery('paper.factsOfCounty', months)
  const [keys, setKeys] = useState<readonly string[]>([])
  const [branches, setBranches] = useState<readonly PickedBranch[]>([])
  const [picking, setPicking] = useState(false)
  const [to, setTo] = useState('')
  const { run } = useCloudAction('paper.notice')
  const { file, making, take, close } = usePaper<'notice'>()
  // Of other months other rules may be asked: what is not among them is not picked.
  const items = table.data ? itemsIn(table.data).filter((item) => keys.includes(keyOf(item))) : []
  const make = () => {
    const asked = {
      ...months,
      items: items.map(({ dutyId, version }) => ({ dutyId, version })),
      branchIds: branches.map(({ id }) => id),
      ...(to.trim() !== '' && { to: to.trim() }),
    }
    void take('notice', orTell(run(asked)))
  }
  const toggle = (key: string) =>
    setKeys(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key].slice(0, MOST_ITEMS))
  return (
    <Page
      id="notice"
      title="情况通报"
      left="back"
      onPullDown={table.refetch}
      dock={
        <Button
          id="notice-make"
          grow
          busy={making !== undefined}
          disabledBecause={items.length === 0 ? '请选事项' : branches.length === 0 ? '请选支部' : undefined}
          onTap={make}
        >
          {making ? '正在做' : '做成 Word'}
        </Button>
      }
      overlay={
        <>
          <BranchesSheet
            open={picking}
            picked={branches}
            onPicked={setBranches}
            onClose={() => setPicking(false)}
            most={MOST_BRANCHES}
          />
          <FileSheet file={file} onClose={close} note="里面没有党员的姓名。" />
        </>
      }
    >
      <SpanChoice span={span} />
      <Section title="写哪些事项" right={`已选 ${items.length}`} />
      <Loaded query={table} skeleton="list">
        {(known) => <Items table={known} keys={keys} onToggle={toggle} />}
      </Loaded>
      <Section title="写哪些支部" right={`已选 ${branches.length}`} />
      <Card>
        <Cell
          id="notice-branches"
          title={branches.length === 0 ? '请选支部' : branches.map(({ name }) => name).join('、')}
          sub="一个一个选，通报里按组织序列排"
          chevron
          onTap={() => setPicking(true)}
        />
        <Divider inset={16} />
        <Field label="主送" id="field-to">
          <GrowingText
            id="notice-to"
            value={to}
            maxlength={60}
            placeholder="不填就留着手写"
            onChange={setTo}
          />
        </Field>
      </Card>
      <View className="t-sub c2 mt12">
        系统不挑支部，也不写评语。文号、印章、有关情况和要求，打印后由您填写。
      </View>
      <NoSecrets />
    </Page>
  )
})

interface ItemsProps {
  table: CountyTable
  keys: readonly string[]
  onToggle: (key: string) => void
}
function Items({ table, keys, onToggle }: ItemsProps) {
  const items = itemsIn(table)
  const left = leftWords(table)
  if (items.length === 0)
    return (
      <Empty
        image="none"
        icon="table"
        id="notice-none"
        title="这段时间还没有可以写的"
        text={left === undefined ? '换一段时间看看' : `${left}，截止后再做`}
      />
    )
  return (
    <>
      <Card id="notice-items">
        {items.map((item, index) => {
          const key = keyOf(item)
          const isPicked = keys.includes(key)
          return (
            <Fragment key={key}>
              {index > 0 ? <Divider inset={16} /> : null}
              <View {...ariaTicked(lineName(item), isPicked)}>
                <Cell
                  id={`item-${key}`}
                  title={lineName(item)}
                  right={<CheckMark state={isPicked ? 'all' : 'none'} />}
                  onTap={() => onToggle(key)}
                />
              </View>
            </Fragment>
          )
        })}
      </Card>
      {left === undefined ? null : <View className="t-sub c2 mt8">{left}</View>}
    </>
  )
}
