import { useState } from 'react'
import { View } from '@tarojs/components'
import { ballotLabels } from '@domain/activity/minutesLabels'
import type { VoteResult } from '@domain/contract/minutes'
import type { Ballot } from '@domain/contract/words'
import { Button } from '@/components/Button/Button'
import { LinkText } from '@/components/LinkText/LinkText'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { PickField } from '@/components/PickField/PickField'
import { Sheet } from '@/components/Sheet/Sheet'
import { TextField } from '@/components/TextField/TextField'
import { votes } from '../logic/quorumWords'
import { voteFaultText, voteText } from '../logic/recordFields'

interface Props {
  first: VoteResult
  busy: boolean
  onSave: (vote: VoteResult) => void
  /** Absent: it is a new one. */
  onRemove?: () => void
  onClose: () => void
}

type NumberField = 'entitled' | 'present' | 'written' | 'inFavour' | 'against' | 'abstained'
const numbers: [NumberField, string][] = [
  ['entitled', '应到会'],
  ['present', '实到会'],
  ['inFavour', '赞成'],
  ['against', '不赞成'],
  ['abstained', '弃权'],
]
const ballots = (Object.keys(ballotLabels) as Ballot[]).map((id) => ({ id, name: ballotLabels[id] }))

const numberOf = (text: string): number => Math.min(1000, Math.floor(Number(text)) || 0)

/** 表决 of one matter: the numbers, and at once what they come to. */
export function VoteSheet({ first, busy, onSave, onRemove, onClose }: Props) {
  const [vote, setVote] = useState(first)
  const fault = vote.matter.trim() === '' ? '请填事项' : voteFaultText(vote)
  const fields: [NumberField, string][] =
    vote.vote === 'admission'
      ? [...numbers.slice(0, 2), ['written', '书面意见'], ...numbers.slice(2)]
      : numbers
  return (
    <Sheet
      open
      onClose={onClose}
      title="表决结果"
      footer={
        <Button id="vote-save" grow busy={busy} disabledBecause={fault} onTap={() => onSave(vote)}>
          写入记录
        </Button>
      }
    >
      <TextField
        label="事项"
        id="vote-field-matter"
        inputId="vote-matter"
        value={vote.matter}
        maxlength={60}
        placeholder="选举时一人一项"
        onChange={(matter) => setVote({ ...vote, matter })}
      />
      <PickField
        label="类别"
        id="vote-kind"
        items={votes.map((each) => ({ id: each.vote, name: each.label }))}
        value={vote.vote}
        onChange={(kind) => {
          const { written: _, ...rest } = vote
          if (kind) setVote(kind === 'admission' ? { ...vote, vote: kind } : { ...rest, vote: kind })
        }}
      />
      <PickField
        label="方式"
        id="vote-ballot"
        items={ballots}
        value={vote.ballot}
        onChange={(ballot) => ballot && setVote({ ...vote, ballot })}
      />
      {fields.map(([field, label]) => (
        <TextField
          key={field}
          label={label}
          id={`vote-field-${field}`}
          inputId={`vote-${field}`}
          digits
          value={`${vote[field] ?? 0}`}
          maxlength={4}
          placeholder="0"
          onChange={(text) => setVote({ ...vote, [field]: numberOf(text) })}
        />
      ))}
      <View className="mt12" id="vote-says">
        <Note tone={fault ? 'mute' : 'info'} icon="info">
          {fault ?? voteText(vote)}
        </Note>
      </View>
      {onRemove ? (
        <LinkText id="vote-remove" onTap={onRemove}>
          去掉这一项
        </LinkText>
      ) : null}
      <NoSecrets />
    </Sheet>
  )
}
