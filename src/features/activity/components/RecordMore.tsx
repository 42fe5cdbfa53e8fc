import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Fold } from '@/components/Fold/Fold'
import { LinkText } from '@/components/LinkText/LinkText'
import { LongText } from '@/components/LongText/LongText'
import type { Amended } from '../hooks/useRecord'
import { voteText } from '../logic/recordFields'
import './RecordMore.css'

type MeetingRecord = ResponseOf<'activity.record'>

interface Props {
  record: MeetingRecord
  busy: boolean
  /** Absent: the record is confirmed. */
  onSave?: (fields: Amended) => Promise<boolean>
  /** The place of a vote among those entered; their number: a new one. */
  onVote?: (index: number) => void
}

const fields = [
  { key: 'contents', label: '内容要点', max: 1000 },
  { key: 'resolution', label: '决议', max: 600 },
] as const

/** 表决, 内容要点 and 决议: folded away and not entered unless the branch wants to. */
export function RecordMore({ record, busy, onSave, onVote }: Props) {
  const shown = fields.filter(({ key }) => onSave ?? record[key])
  const votes = record.votes ?? []
  return (
    <>
      {record.kind === 'general_meeting' || votes.length > 0 ? (
        <Card className="more" id="record-votes">
          <View className="more-head">
            <View className="more-title">表决</View>
            {onVote ? (
              <LinkText id="vote-add" icon="plus" onTap={() => onVote(votes.length)}>
                加一项
              </LinkText>
            ) : null}
          </View>
          {votes.map((vote, index) => (
            <View
              className="more-vote"
              key={index}
              id={`vote-${index}`}
              {...(onVote && { hoverClass: 'pressed', onClick: () => onVote(index) })}
            >
              <View>{vote.matter}</View>
              <View className="more-sub">{voteText(vote)}</View>
            </View>
          ))}
          {votes.length === 0 ? <View className="more-sub">没有表决的事项</View> : null}
        </Card>
      ) : null}
      {shown.length > 0 ? (
        <Card className="more">
          {shown.map(({ key, label, max }, index) => (
            <View key={key}>
              {index > 0 ? <Divider inset={0} /> : null}
              <Fold
                id={`fold-${key}`}
                title={label}
                sub={
                  record[key]
                    ? `已录入 ${record[key].length} 字`
                    : '默认不录入，可在导出的 Word 里填写；涉密和敏感内容不得录入'
                }
              >
                <Long text={record[key] ?? ''} {...{ max, busy, name: key }} onSave={onSave} />
              </Fold>
            </View>
          ))}
        </Card>
      ) : null}
    </>
  )
}

interface LongProps extends Pick<Props, 'busy' | 'onSave'> {
  text: string
  max: number
  name: (typeof fields)[number]['key']
}

function Long({ text, max, name, busy, onSave }: LongProps) {
  const [typed, setTyped] = useState(text)
  if (!onSave) return <View className="more-text">{text}</View>
  return (
    <>
      <LongText id={`edit-${name}`} value={typed} maxlength={max} placeholder="" onChange={setTyped} />
      <Button kind="sunk" small id={`save-${name}`} busy={busy} onTap={() => void onSave({ [name]: typed })}>
        写入记录
      </Button>
    </>
  )
}
