import { View } from '@tarojs/components'
import type { PreviewRow, Verdict } from '@domain/contract/imports'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Loaded } from '@/components/Loaded/Loaded'
import { Tag } from '@/components/Tag/Tag'
import { changeLines, lineText, reasonWords, verdictWords } from '../logic/importWords'
import './PreviewRows.css'

interface Props {
  importId: string
  only: Verdict | undefined
  from: number
  onAsk: (row: PreviewRow) => void
}

/** A hundred lines of the preview. */
export function PreviewRows({ importId, only, from, onAsk }: Props) {
  const page = useCloudQuery('import.preview', { importId, from, ...(only && { only }) })
  return (
    <Loaded query={page} skeleton="list">
      {({ rows, state }) => (
        <Card className="preview-rows">
          {rows.map((row, index) => (
            <View key={`${row.sheet}!${row.line}`}>
              {index > 0 ? <Divider inset={16} /> : null}
              <Line
                // Two sheets have the same lines.
                id={`row-${from + index}`}
                row={row}
                {...(row.options.length > 0 && state === 'ready' && { onTap: () => onAsk(row) })}
              />
            </View>
          ))}
        </Card>
      )}
    </Loaded>
  )
}

function Line({ id, row, onTap }: { id: string; row: PreviewRow; onTap?: () => void }) {
  const { label, tone } = verdictWords[row.verdict]
  const picked = row.options.find(({ key }) => key === row.chosen)?.label
  return (
    <Cell
      id={id}
      title={row.name || (row.reasons[0] ? reasonWords[row.reasons[0]] : lineText(row))}
      sub={
        <>
          {row.branchName ? <View>{row.branchName}</View> : null}
          {(row.name ? row.reasons : row.reasons.slice(1)).map((reason) => (
            <View key={reason} className={row.verdict === 'skip' ? '' : 'preview-why'}>
              {reasonWords[reason]}
            </View>
          ))}
          {picked ? <View className="preview-pick">{`您选了：${picked}`}</View> : null}
          {changeLines(row).map((line) => (
            <View key={line}>{line}</View>
          ))}
          <View className="preview-line">{lineText(row)}</View>
        </>
      }
      right={<Tag tone={tone}>{label}</Tag>}
      {...(onTap && { chevron: true, onTap })}
    />
  )
}
