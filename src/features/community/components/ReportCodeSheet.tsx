import { View } from '@tarojs/components'
import type { CommunityPage } from '@domain/contract/community'
import { Note } from '@/components/Note/Note'
import { PrintedCode } from '@/components/PrintedCode/PrintedCode'
import { usePrintedCodes } from '@/components/PrintedCode/usePrintedCodes'
import { Sheet } from '@/components/Sheet/Sheet'
import { scanWords } from '@/words/scanWords'
import './waiting.css'

/** Pixels across: read from a step away. */
const SIZE = 240

interface Props {
  page: Pick<CommunityPage, 'community' | 'code' | 'codePrefix'>
  onClose: () => void
}

/** 报到码: leads to the page where one asks for this community, and says nothing else. */
export function ReportCodeSheet({ page: { community, code, codePrefix }, onClose }: Props) {
  const [drawn] = usePrintedCodes([code], codePrefix)
  return (
    <Sheet open id="report-code-sheet" title="报到码" onClose={onClose}>
      <View className="report-code">
        <View className="t-h2 ctr">{community.name}</View>
        <PrintedCode drawn={drawn} size={SIZE} id="report-code" />
        <View className="t-body ctr">{scanWords(drawn?.opens ?? false).how}</View>
      </View>
      <Note tone="mute" icon="shield">
        码里没有任何人的信息，可以一直用，也可以截图打印贴在社区。
      </Note>
    </Sheet>
  )
}
