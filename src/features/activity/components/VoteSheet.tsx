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

const paper = { issued: '发出票', returned: '收回票', valid: '有效票' } as const
type OnPaper = keyof typeof paper

/** On paper the ballots are counted; to begin with as many as are there. */
function takenBy(vote: VoteResult, ballot: Ballot): VoteResult {
  const { ballots, present: all, ...rest } = vote
  const isOnPaper = ballot === 'secret' || ballot === 'signed'
  const counted = ballots ?? { issued: all, returned: all, valid: all }
  return { ...rest, present: all, ballot, ...(isOnPaper && { ballots: counted }) }
}

interface Entry {
  id: string
  label: string
  value: number
  put: (people: number) => VoteResult
}

/** The numbers of a vote in the order in which they are read out. */
function entriesOf(vote: VoteResult): Entry[] {
  const own = (
    id: 'entitled' | 'present' | 'written' | 'inFavour' | 'against' | 'abstained',
    label: string,
  ) => ({
    ...{ id, label, value: vote[id] ?? 0 },
    put: (people: number) => ({ ...vote, [id]: people }),
  })
  const { ballots } = vote
  const onPaper = (Object.keys(paper) as OnPaper[]).flatMap((id) =>
    ballots
      ? {
          ...{ id, label: paper[id], value: ballots[id] },
          put: (people: number) => ({ ...vote, ballots: { ...ballots, [id]: people } }),
        }
      : [],
  )
  return [
    own('entitled', '应到会'),
    own('present', '实到会'),
    ...(vote.vote === 'admission' ? [own('written', '书面意见')] : []),
    ...onPaper,
    own('inFavour', '赞成'),
    own('against', '不赞成'),
    own('abstained', '弃权'),
  ]
}

const ballots = (Object.keys(ballotLabels) as Ballot[]).map((id) => ({ id, name: ballotLabels[id] }))

const numberOf = (text: string): number => Math.min(1000, Math.floor(Number(text)) || 0)

/** 表决 of one matter: the numbers, and at once what they come to. */
export function VoteSheet({ first, busy, onSave, onRemove, onClose }: Props) {
  const [vote, setVote] = useState(first)
  const fault = vote.matter.trim() === '' ? '请填事项' : voteFaultText(vote)
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
        onChange={(ballot) => ballot && setVote(takenBy(vote, ballot))}
      />
      {entriesOf(vote).map(({ id, label, value, put }) => (
        <TextField
          key={id}
          label={label}
          id={`vote-field-${id}`}
          inputId={`vote-${id}`}
          digits
          value={`${value}`}
          maxlength={4}
          placeholder="0"
          onChange={(text) => setVote(put(numberOf(text)))}
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
