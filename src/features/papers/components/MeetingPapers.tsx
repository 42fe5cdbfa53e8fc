import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { MeetingPaper } from '@domain/contract/paper'
import { Button } from '@/components/Button/Button'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import type { MeetingPapersOf } from '../hooks/useMeetingPapers'
import { CopySheet } from './CopySheet'
import { FileSheet } from './FileSheet'
import { PaperButton } from './PaperButton'
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
  const onMake = (paper: MeetingPaper) => void make(paper)
  return (
    <View className="papers" id="meeting-papers">
      {over(record) ? (
        <View className="papers-row">
          <PaperButton paper="minutes" icon="doc" label="导出 Word" {...{ making, onMake }} />
          <Button kind="outline" id="copy-fields" icon="copy" grow onTap={copy}>
            逐栏复制
          </Button>
        </View>
      ) : null}
      <View className="papers-row">
        <PaperButton paper="sheet" icon="list" label="到会登记表" {...{ making, onMake }} />
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
