import { View } from '@tarojs/components'
import { useCloudAction } from '@/cloud/useCloudAction'
import { LinkText } from '@/components/LinkText/LinkText'
import { openFile } from '@/platform/openFile'
import { orTell } from '@/words/orTell'
import './ExportLink.css'

/** The register as a file, in the columns an import reads again. Who exports is kept. */
export function ExportLink({ organisationId }: { organisationId: string }) {
  const { run, busy } = useCloudAction('import.export')
  const save = async () => {
    const file = await orTell(run({ organisationId }))
    if (file) await openFile(file.content, file.fileName)
  }
  return (
    <View className="export-link">
      <LinkText id="roster-export" icon="doc" onTap={() => void (busy ? undefined : save())}>
        {busy ? '正在导出' : '导出 Excel'}
      </LinkText>
      <View className="t-cap c2">导出会留存记录，请妥善保管</View>
    </View>
  )
}
