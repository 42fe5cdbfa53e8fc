import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { LinkText } from '@/components/LinkText/LinkText'
import { Sheet } from '@/components/Sheet/Sheet'
import { copyText } from '@/platform/copyText'
import { keepLabel, keepText } from '@/platform/keepText'
import { orTell } from '@/words/orTell'
import './ExportSheet.css'

interface File {
  fileName: string
  text: string
}

/** All parts as one file; nothing when one of them was refused. */
function useExport() {
  const first = useCloudAction('privacy.export')
  const further = useCloudAction('privacy.exportPart')
  const [file, setFile] = useState<File>()
  const make = async () => {
    const begun = await orTell(first.run({}))
    if (!begun) return
    let text = begun.text
    for (let part = 1; part < begun.parts; part += 1) {
      const next = await orTell(further.run({ part }))
      if (!next) return
      text += next.text
    }
    setFile({ fileName: begun.fileName, text })
  }
  return { file, make, busy: first.busy || further.busy }
}

/** 导出我的全部数据: read here, then kept as a file. */
export function ExportSheet({ onClose }: { onClose: () => void }) {
  const { file, make, busy } = useExport()
  return (
    <Sheet
      open
      id="export-sheet"
      title="导出我的全部数据"
      onClose={onClose}
      footer={
        file ? (
          <Button id="export-keep" grow onTap={() => void keepText(file.fileName, file.text)}>
            {keepLabel}
          </Button>
        ) : (
          <Button id="export-make" grow busy={busy} onTap={() => void make()}>
            {busy ? '正在整理' : '生成'}
          </Button>
        )
      }
    >
      {file ? (
        <>
          <View className="row between">
            <View className="t-sub c2">{file.fileName}</View>
            <LinkText id="export-copy" icon="copy" onTap={() => void copyText(file.text)}>
              复制全文
            </LinkText>
          </View>
          <View className="export-text" id="export-text">
            {file.text}
          </View>
        </>
      ) : (
        <View className="t-body">
          把关于您的全部内容整理成一个文本文件：身份、组织、每一次登记、消息、谁看过。只给您自己，每天最多 5
          次。
        </View>
      )}
    </Sheet>
  )
}
