import { Text, View } from '@tarojs/components'
import type { ChangePart, ChangePreview as Preview } from '@domain/contract/organisation'
import type { Day } from '@domain/time/day'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { changeLines } from '../logic/changeLines'
import type { What } from '../logic/changes'
import { changeSentence, undoWords } from '../logic/changeSentences'
import './ChangePreview.css'

interface Props {
  what: What
  on: Day
  today: Day
  preview: Preview
}

/** What a change will come to, before the yes: one sentence, before and after, all names, what stays, until when it can be taken back. */
export function ChangePreview({ what, on, today, preview }: Props) {
  const { before, after, moving, movingCount } = preview
  const undo = undoWords(what, on, today)
  const lines = changeLines(what, on, preview)
  const isNaming = what === 'edit' || what === 'move'
  return (
    <View id="change-preview">
      <View className="cp-sentence">{changeSentence(what, on, today, preview)}</View>
      {isNaming ? null : (
        <Card pad>
          {before.length > 0 ? (
            <View className="cp-parts">
              {before.map((part) => (
                <Before key={part.id} part={part} />
              ))}
            </View>
          ) : null}
          {before.length > 0 && after.length > 0 ? (
            <View className="cp-down">
              <Icon name="down" tone="ink3" size={20} />
            </View>
          ) : null}
          {after.map((part) => (
            <After key={part.id} part={part} />
          ))}
          {moving.length > 0 ? (
            <View className="cp-names" id="change-names">
              <Text className="cp-names-head">{`${what === 'split' ? '分出' : '转入'} ${movingCount} 人：`}</Text>
              {moving.map((name, i) => (
                <Text key={i} className="cp-name">{`${name}${i < moving.length - 1 ? '、' : ''}`}</Text>
              ))}
            </View>
          ) : null}
        </Card>
      )}
      <Card className="cp-lines" id="change-lines">
        {lines.map(({ tone, text }, i) => (
          <View key={text}>
            {i > 0 ? <Divider inset={48} /> : null}
            <View className="cp-line">
              <Icon
                name={tone === 'stays' ? 'check' : 'info'}
                tone={tone === 'stays' ? 'pine' : 'ochre'}
                size={20}
              />
              <View className="grow">{text}</View>
            </View>
          </View>
        ))}
      </Card>
      <View className="mt12" id="change-undo">
        <Note tone="info" icon="undo">
          <Text className="cp-strong">{undo.strong}</Text>
          {undo.text}
        </Note>
      </View>
    </View>
  )
}

const unitOf = ({ type }: ChangePart) => (type === 'branch' || type === 'group' ? '人' : '个支部')

function Heads({ part }: { part: ChangePart }) {
  return (
    <View className="cp-heads">
      <Text className="cp-number">{part.count}</Text>
      <Text className="cp-unit">{unitOf(part)}</Text>
    </View>
  )
}

function Before({ part }: { part: ChangePart }) {
  return (
    <View className="cp-part">
      <View className="cp-part-name">{part.name}</View>
      <Heads part={part} />
      {part.leader ? (
        <View className="cp-who">{`${part.type === 'group' ? '组长' : '书记'} ${part.leader}`}</View>
      ) : null}
    </View>
  )
}

function After({ part }: { part: ChangePart }) {
  const isHolding = part.type === 'branch' || part.type === 'group'
  const standing = isHolding ? `正式 ${part.full}，预备 ${part.probationary}` : ''
  const groups = part.groups > 0 ? `，${part.groups} 个党小组` : ''
  return (
    <View className="cp-after">
      <View className="grow">
        <View className="cp-after-name">{part.name}</View>
        <View className="cp-who">{`${standing}${groups}`}</View>
      </View>
      <Heads part={part} />
    </View>
  )
}
