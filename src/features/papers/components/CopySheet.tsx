import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { copyFields } from '@domain/papers/copyFields'
import { Button } from '@/components/Button/Button'
import { Icon } from '@/components/Icon/Icon'
import { Sheet } from '@/components/Sheet/Sheet'
import { copyText } from '@/platform/copyText'
import './papers.css'

interface Props {
  open: boolean
  record: ResponseOf<'activity.record'>
  onClose: () => void
}

/** Longer texts are copied whole and shown by their first words. */
const SHOWN = 60
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** 逐栏复制: the record's texts in the order of a form, one tap each; the next one is red. */
export function CopySheet({ open, record, onClose }: Props) {
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set())
  const fields = open ? copyFields(record) : []
  const next = fields.find(({ label }) => !copied.has(label))?.label
  const copy = async (label: string, text: string) => {
    if (await copyText(text)) setCopied((before) => new Set(before).add(label))
  }
  return (
    <Sheet id="copy-sheet" open={open} title="逐栏复制" onClose={onClose}>
      <View className="row between mb12">
        <View className="t-sub c2">
          {record.state === 'recorded' ? '按填报系统的栏目顺序' : '还没有成册，成册前可能再改'}
        </View>
        <View className="t-sub" id="copied-count">{`已复制 ${copied.size}/${fields.length}`}</View>
      </View>
      {fields.map(({ label, text }, index) => (
        <View className="copy-row" key={label}>
          <View className="copy-n">{index + 1}</View>
          <View className="grow">
            <View className="t-cap c2">{label}</View>
            <View className="copy-text">{shown(text)}</View>
          </View>
          {copied.has(label) ? (
            <View className="copy-done" id={`copied-${index + 1}`}>
              <Icon name="check" tone="pine" size={20} />
              已复制
            </View>
          ) : (
            <Button
              small
              kind={label === next ? 'primary' : 'outline'}
              id={`copy-${index + 1}`}
              onTap={() => void copy(label, text)}
            >
              复制
            </Button>
          )}
        </View>
      ))}
    </Sheet>
  )
}
