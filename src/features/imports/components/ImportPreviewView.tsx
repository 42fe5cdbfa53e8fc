import { useState } from 'react'
import { ScrollView, View } from '@tarojs/components'
import type { ImportPreview, PreviewRow, Verdict } from '@domain/contract/imports'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Note } from '@/components/Note/Note'
import { verdictOrder, verdictWords } from '../logic/importWords'
import { ImportColumns } from './ImportColumns'
import { PreviewRows } from './PreviewRows'
import './ImportPreviewView.css'

interface Props {
  importId: string
  preview: ImportPreview
  onAsk: (row: PreviewRow) => void
}

const PAGE = 100

/** What the file would do, row by row. */
export function ImportPreviewView({ importId, preview, onAsk }: Props) {
  const { fileName, totals, taken, ignored, total } = preview
  const [only, setOnly] = useState<Verdict>()
  const [pages, setPages] = useState(1)
  const offered = verdictOrder.filter((verdict) => (totals[verdict] ?? 0) > 0)
  const shown = only ? (totals[only] ?? 0) : total
  const filter = (verdict: Verdict | undefined) => {
    setOnly(verdict)
    setPages(1)
  }
  return (
    <View id="import-preview">
      <View className="import-file">{fileName}</View>
      <ImportColumns taken={taken} ignored={ignored} />
      {(totals.ask ?? 0) > 0 ? (
        <View className="mt12" id="import-ask">
          <Note
            tone="miss"
            icon="ask"
            action={{ label: '逐个选', onTap: () => filter('ask'), id: 'ask-open' }}
          >
            {`有 ${totals.ask ?? 0} 行拿不准，没选的这次不导入`}
          </Note>
        </View>
      ) : null}
      <ScrollView className="import-filters" scrollX>
        <View className="import-chips">
          <Chip id="verdict-all" on={only === undefined} onTap={() => filter(undefined)}>
            {`全部 ${total}`}
          </Chip>
          {offered.map((verdict) => (
            <Chip key={verdict} id={`verdict-${verdict}`} on={only === verdict} onTap={() => filter(verdict)}>
              {`${verdictWords[verdict].label} ${totals[verdict] ?? 0}`}
            </Chip>
          ))}
        </View>
      </ScrollView>
      {Array.from({ length: pages }, (_, page) => (
        <PreviewRows
          key={`${only ?? 'all'}-${page}`}
          importId={importId}
          only={only}
          from={page * PAGE}
          onAsk={onAsk}
        />
      ))}
      {shown > pages * PAGE ? (
        <View className="mt12">
          <Button kind="sunk" id="preview-more" onTap={() => setPages(pages + 1)}>
            {`再看下面的，还有 ${shown - pages * PAGE} 行`}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
