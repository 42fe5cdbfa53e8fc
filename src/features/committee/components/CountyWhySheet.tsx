import { Text, View } from '@tarojs/components'
import type { CountyWhy } from '@domain/contract/committee'
import { basisText } from '@domain/duty/ruleText'
import { clockOf, startOfDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { useInParts } from '@/cloud/useInParts'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { besideFacts, waitsWords } from '@/words/besideWords'
import { countedBy, partsTitle, periodNames } from '../logic/countyTable'
import './CountyWhySheet.css'

export interface CountyNumber {
  dutyId: string
  periodKey: string
  /** Of one unit alone. */
  underId?: string
}

interface Props {
  of: CountyNumber | undefined
  onClose: () => void
  /** A part leads to its branch or unit. */
  onPart: (id: string, why: CountyWhy) => void
}

/** Why a number of the county is what it is: its rule, and once the entering is closed the parts it is the sum of, in 组织序列. */
export function CountyWhySheet({ of, onClose, onPart }: Props) {
  return (
    <Sheet open={!!of} onClose={onClose} title="为什么是这个数">
      <View id="county-why">{of ? <Body of={of} onPart={onPart} /> : null}</View>
    </Sheet>
  )
}

function Body({ of, onPart }: { of: CountyNumber; onPart: Props['onPart'] }) {
  const why = useInParts('committee.why', { ...of, from: 0 })
  return (
    <Loaded query={why} skeleton="list">
      {(data) => (
        <>
          <Head why={data} />
          <Rule why={data} />
          <Parts why={data} onPart={onPart} />
          <MoreButton id="more-parts" more={why.more} />
        </>
      )}
    </Loaded>
  )
}

function Head({ why: { tally, period } }: { why: CountyWhy }) {
  const beside = besideFacts(tally)
  return (
    <View className="cw-head">
      <View className="cw-title">{tally.label}</View>
      <View className="cw-number" id="county-why-number">
        <Text className="cw-done">{tally.done}</Text>
        {`/${tally.owed}`}
      </View>
      <View className="cw-span">
        <Dotted parts={[`${formatDay(period.from)}至${formatDay(period.to)}`, countedBy(tally)]} />
      </View>
      {beside.length > 0 ? (
        <View className="cw-span" id="county-why-beside">
          <Dotted parts={beside} />
        </View>
      ) : null}
    </View>
  )
}

function Rule({ why: { rule } }: { why: CountyWhy }) {
  const { year } = clockOf(startOfDay(rule.validFrom))
  return (
    <View className="cw-rule">
      <View className="cw-rule-text">{rule.text}</View>
      <View className="cw-rule-basis">
        <View>{basisText(rule.basis)}</View>
        <Dotted parts={[`${year}年${formatDay(rule.validFrom)}起适用`, `规则第 ${rule.version} 版`]} />
      </View>
    </View>
  )
}

type Part = NonNullable<CountyWhy['parts']>[number]

function Parts({ why, onPart }: Pick<Props, 'onPart'> & { why: CountyWhy }) {
  const { parts, tally } = why
  if (!parts)
    return (
      <View className="cw-open">
        <Note tone="mute" icon="info" id="county-why-open">
          录入还没有截止，只看合计；截止后按组织序列列出各项
        </Note>
      </View>
    )
  // Of a half-year the question is where nothing is on record; a number of members is never that.
  const open = tally.of === 'members' ? [] : parts.filter((part) => part.open)
  const rest = open.length > 0 ? parts.filter((part) => !open.includes(part)) : parts
  const onTap = (id: string) => onPart(id, why)
  return (
    <View id="county-why-parts" className="cw-parts">
      {open.length > 0 ? (
        <View id="county-why-none">
          <View className="cw-parts-title">{`${partsTitle(tally, open.length)}有暂无记录的`}</View>
          <PartRows
            parts={open}
            said={tally.of === 'groups' ? '有党小组暂无记录' : '暂无记录'}
            onTap={onTap}
          />
        </View>
      ) : null}
      <View className="cw-parts-title">
        {open.length > 0 ? `${partsTitle(tally, rest.length)}都有记录` : partsTitle(tally, rest.length)}
        <View className="cw-parts-sum">{`合计 ${tally.done}/${tally.owed}`}</View>
      </View>
      <PartRows parts={rest} onTap={onTap} />
    </View>
  )
}

interface RowsProps {
  parts: readonly Part[]
  /** What is said of periods without a record; absent where the number is of members. */
  said?: string | undefined
  onTap: (id: string) => void
}
const PartRows = ({ parts, said, onTap }: RowsProps) => (
  <>
    {parts.map(({ id, name, done, owed, open, waits }) => (
      <View className="cw-part" key={id} id={`part-${id}`} hoverClass="pressed" onClick={() => onTap(id)}>
        <View className="cw-part-name">
          {name}
          {open && said ? <View className="cw-part-open">{`${periodNames(open)}${said}`}</View> : null}
          {waits ? <View className="cw-part-open">{waitsWords(waits)}</View> : null}
        </View>
        <View className="cw-part-n">
          <Text className="cw-part-done">{done}</Text>
          {`/${owed}`}
        </View>
        <Icon name="right" tone="line" size={20} />
      </View>
    ))}
  </>
)
