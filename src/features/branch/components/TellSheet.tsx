import { useState } from 'react'
import { View } from '@tarojs/components'
import type { BranchProgress } from '@domain/contract/progress'
import { Button } from '@/components/Button/Button'
import { Note } from '@/components/Note/Note'
import { Seg } from '@/components/Seg/Seg'
import { Sheet } from '@/components/Sheet/Sheet'
import { copyText } from '@/platform/copyText'
import { withGaps } from '../logic/matrix'
import { gapText, generalSentence, personalSentence } from '../logic/tell'
import './TellSheet.css'

interface Props {
  open: boolean
  progress: BranchProgress
  /** Only this member: opened from their Why sheet. */
  only?: string | undefined
  onClose: () => void
}

const ways = [
  { key: 'each', label: '逐人告知' },
  { key: 'all', label: '通用一句' },
] as const

/** A ready sentence to copy, for each one alone or for all without names. Nothing is sent from here. */
export function TellSheet({ open, progress, only, onClose }: Props) {
  const [way, setWay] = useState<'each' | 'all'>('each')
  const [copied, setCopied] = useState<string[]>([])
  if (!open) return null
  const people = withGaps(progress.rows).filter(({ memberId }) => !only || memberId === only)
  const copy = (key: string, data: string) => {
    void copyText(data).then((done) => done && setCopied((before) => [...before, key]))
  }
  const mark = (key: string) => (copied.includes(key) ? '已复制' : '复制')
  const general = generalSentence(progress.branch.name)
  return (
    <Sheet open onClose={onClose} title="看看怎么告知" id="tell-sheet">
      <View className="tell-note">
        <Note tone="mute" icon="info">
          先看再发，署名党支部。小程序不会自动发出，也不公开名单
        </Note>
      </View>
      {only ? null : <Seg items={ways} value={way} onChange={setWay} />}
      {way === 'all' && !only ? (
        <View className="tell-item">
          <View className="tell-text">{general}</View>
          <Button kind="sunk" small id="copy-all" onTap={() => copy('all', general)}>
            {mark('all')}
          </Button>
        </View>
      ) : (
        people.map((row) => {
          const sentence = personalSentence(row.name, gapText(row, progress.columns), progress.branch.name)
          return (
            <View className="tell-item" key={row.memberId} id={`tell-${row.memberId}`}>
              <View className="tell-text">{sentence}</View>
              <Button
                kind="sunk"
                small
                id={`copy-${row.memberId}`}
                onTap={() => copy(row.memberId, sentence)}
              >
                {mark(row.memberId)}
              </Button>
            </View>
          )
        })
      )}
    </Sheet>
  )
}
