import { View } from '@tarojs/components'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { PaperWays } from './PaperWays'
import './papers.css'

export interface PaperFile {
  fileName: string
  /** Base64. */
  content: string
  /** What stands behind it, of one that came in pieces. */
  more?: readonly string[]
}

interface Props {
  file: PaperFile | undefined
  /** Whom it may be given, where it holds no names. */
  note?: string
  onClose: () => void
}

/** A paper that is made: its name in full, and where it can go. */
export function FileSheet({ file, note = '里面有姓名，只发给该看的人。', onClose }: Props) {
  return (
    <Sheet
      id="paper-sheet"
      open={file !== undefined}
      title="做好了"
      onClose={onClose}
      footer={
        file && <PaperWays fileName={file.fileName} pieces={() => [file.content, ...(file.more ?? [])]} />
      }
    >
      <View className="t-cap c2">文件名</View>
      <View className="paper-name" id="paper-name">
        {file?.fileName}
      </View>
      <View className="mb12">
        <Note tone="mute" icon="info">
          {`${note}云端不留这份文件。`}
        </Note>
      </View>
    </Sheet>
  )
}
