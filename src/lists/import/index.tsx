import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { Steps } from '@/components/Steps/Steps'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ImportColumns } from '@/features/imports/components/ImportColumns'
import { ImportProgress } from '@/features/imports/components/ImportProgress'
import { FileRows } from '@/features/keptLists/components/FileRows'
import { type FileStage, type ListFileWork, useListFile } from '@/features/keptLists/hooks/useListFile'
import { batchesOf, countsText } from '@/features/keptLists/logic/fileWords'
import { back } from '@/navigation/navigate'

/** 从 Excel 写入: a list the office has kept so far, looked at row by row and then written. */
export default page(function ListImportPage() {
  const { list = '', organisationId = '' } = useRouter().params
  const work = useListFile({ list, organisationId })
  return (
    <Page id="list-import" title="从 Excel 写入" left="back" dock={<Dock work={work} />}>
      <RefusalNote refusal={work.refusal} onRead={work.clear} />
      <Body stage={work.stage} />
    </Page>
  )
})

function Body({ stage }: { stage: FileStage }) {
  switch (stage.at) {
    case 'choose':
      return <BeforeFile />
    case 'reading':
      return <ImportProgress title="正在上传和读取" rows={0} done={0} />
    case 'writing':
      return <ImportProgress title="正在写入" rows={stage.rows} done={stage.done} />
    case 'written':
      return <Written {...stage} />
    case 'ready':
      return <Preview {...stage} />
  }
}

/** How it goes, and what is never read. */
const BeforeFile = () => (
  <View id="file-steps">
    <Card pad>
      <Steps
        items={[
          { title: '把表格发到微信', text: '在电脑上发给“文件传输助手”，.xlsx 或 .csv 都可以' },
          { title: '选这个文件', text: '要有标题行，列名和页面上的差不多就行，多出来的列不读' },
          { title: '逐行看过再写入', text: '先给您看哪些能写入、哪些要改；点了写入才记下' },
        ]}
      />
    </Card>
    <View className="mt12">
      <Note tone="info" icon="shield">
        家庭、健康、意见、备注这样的列不读取、不保存；文件读完就删
      </Note>
    </View>
    <NoSecrets />
  </View>
)

function Preview({
  file: { shape, rows, taken, ignored, further },
  name,
}: Extract<FileStage, { at: 'ready' }>) {
  return (
    <View id="file-preview">
      <View className="list-file">{`${name}，写入“${shape.short}”`}</View>
      <ImportColumns taken={taken} ignored={ignored} />
      <View className="mt12 mb12">
        <Note tone="mute" icon="info">
          {countsText(rows)}
          {further === undefined ? '' : `。还有 ${further} 行没有显示，写入这些以后再选一次这个文件`}
        </Note>
      </View>
      <FileRows rows={rows} />
    </View>
  )
}

const Written = ({ added, same, further }: Extract<FileStage, { at: 'written' }>) => (
  <View id="file-written">
    <ResultHead title="写好了">
      {same > 0 ? `新记 ${added} 条，${same} 条已经有了` : `新记 ${added} 条`}
    </ResultHead>
    <View className="mt12">
      <Note tone="info" icon="info">
        {further > 0
          ? `还有 ${further} 行，请再选一次这个文件，已经写入的不会重复`
          : '没有写入的行，在文件里改好再选一次，已经写入的不会重复'}
      </Note>
    </View>
  </View>
)

function Dock({ work: { stage, choose, write } }: { work: ListFileWork }) {
  switch (stage.at) {
    case 'choose':
      return (
        <Button id="file-choose" grow icon="doc" onTap={() => void choose()}>
          选文件
        </Button>
      )
    case 'ready': {
      const count = batchesOf(stage.file.rows).flat().length
      return (
        <>
          <Button kind="outline" id="file-other" onTap={() => void choose()}>
            换个文件
          </Button>
          <Button
            id="file-write"
            grow
            disabledBecause={count === 0 ? '没有要写入的' : undefined}
            onTap={() => void write(stage)}
          >
            {count === 0 ? '写入' : `写入 ${count} 条`}
          </Button>
        </>
      )
    }
    case 'written':
      return (
        <>
          <Button kind="outline" id="file-again" onTap={() => void choose()}>
            再选一个
          </Button>
          <Button id="file-back" grow onTap={back}>
            返回
          </Button>
        </>
      )
    case 'reading':
    case 'writing':
      return null
  }
}
