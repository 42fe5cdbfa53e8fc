import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { FileRow } from '@domain/contract/keptLists'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import type { StandTone } from '@/components/Note/Note'
import { Tag } from '@/components/Tag/Tag'
import { wrongLines } from '../logic/fileWords'
import './lists.css'

const verdictWords: Record<FileRow['verdict'], { label: string; tone: StandTone }> = {
  add: { label: '写入', tone: 'done' },
  refuse: { label: '不能写入', tone: 'miss' },
  same: { label: '已经有了', tone: 'mute' },
  skip: { label: '跳过', tone: 'mute' },
}

const placeText = ({ sheet, line }: FileRow): string =>
  /^\d*$/.test(sheet) ? `第 ${line} 行` : `${sheet} 第 ${line} 行`

/** Rows of a file, what needs a look first. */
export const FileRows = ({ rows }: { rows: readonly FileRow[] }) => (
  <View id="file-rows">
    <Card>
      {rows.map((row, index) => {
        const { label, tone } = verdictWords[row.verdict]
        return (
          <Fragment key={`${row.sheet}!${row.line}`}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              // Two sheets have the same lines.
              id={`file-row-${index}`}
              title={row.title || '没有内容'}
              sub={
                <>
                  {wrongLines(row).map((line) => (
                    <View key={line} className="list-late">
                      {line}
                    </View>
                  ))}
                  {row.verdict === 'add' && row.text !== '' ? <View>{row.text}</View> : null}
                  <View className="list-place">{placeText(row)}</View>
                </>
              }
              right={<Tag tone={tone}>{label}</Tag>}
            />
          </Fragment>
        )
      })}
    </Card>
  </View>
)
