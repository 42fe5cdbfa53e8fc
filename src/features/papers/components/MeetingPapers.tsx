import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { Button } from '@/components/Button/Button'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import type { MeetingPapersOf } from '../hooks/useMeetingPapers'
import { CopySheet } from './CopySheet'
import { FileSheet } from './FileSheet'
import './papers.css'

type MeetingRecord = ResponseOf<'activity.record'>

interface Props {
  record: MeetingRecord
  papers: MeetingPapersOf
}

const over = ({ state }: MeetingRecord): boolean => state === 'closed' || state === 'recorded'
const announced = (record: MeetingRecord): boolean =>
  over(record) || record.state === 'published' || record.state === 'open'

/** What leaves the phone of a meeting: the minutes once it is over, the sheet to be signed from its announcement on. */
export function MeetingPapers({ record, papers }: Props) {
  if (!announced(record)) return null
  const { making, make, copy } = papers
  return (
    <View className="papers" id="meeting-papers">
      {over(record) ? (
        <View className="papers-row">
          <Button
            kind="outline"
            id="export-minutes"
            icon="doc"
            grow
            busy={making !== undefined}
            onTap={() => void make('minutes')}
          >
            {making === 'minutes' ? '正在做' : '导出 Word'}
          </Button>
          <Button kind="outline" id="copy-fields" icon="copy" grow onTap={copy}>
            逐栏复制
          </Button>
        </View>
      ) : null}
      <View className="papers-row">
        <Button
          kind="outline"
          id="export-sheet"
          icon="list"
          grow
          busy={making !== undefined}
          onTap={() => void make('sheet')}
        >
          {making === 'sheet' ? '正在做' : '到会登记表'}
        </Button>
      </View>
      <NoSecrets />
    </View>
  )
}

/** What lies over the page while a paper is passed on or copied. */
export function MeetingPapersOverlay({ record, papers }: Props) {
  return (
    <>
      <FileSheet file={papers.file} onClose={papers.close} />
      <CopySheet open={papers.copying} record={record} onClose={papers.close} />
    </>
  )
}
