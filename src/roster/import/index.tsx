import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PreviewRow } from '@domain/contract/imports'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ImportPreviewView } from '@/features/imports/components/ImportPreviewView'
import { ImportProgress } from '@/features/imports/components/ImportProgress'
import { ImportSteps } from '@/features/imports/components/ImportSteps'
import { type ImportStage, useImport } from '@/features/imports/hooks/useImport'
import { lineText, reasonWords, wouldChange } from '@/features/imports/logic/importWords'
import { NeededColumns } from '@/features/setup/components/NeededColumns'
import { NextStep } from '@/features/setup/components/NextStep'
import { fileColumns } from '@/features/setup/logic/setupSteps'
import { back } from '@/navigation/navigate'
import { orTell } from '@/words/orTell'

/** 导入名册: a file, a look at what it would do, the yes. */
export default page(function ImportPage() {
  const work = useImport()
  const { stage } = work
  const importId = 'importId' in stage ? stage.importId : ''
  const isReady = stage.at === 'ready'
  const preview = useCloudQuery('import.preview', { importId, from: 0 }, { enabled: isReady })
  const choose = useCloudAction('import.choose')
  const [asked, setAsked] = useState<PreviewRow>()
  const changes = preview.data && wouldChange(preview.data)
  return (
    <Page
      id="import"
      title="导入名册"
      left="back"
      dock={
        <Dock
          stage={stage}
          changes={changes}
          onChoose={() => void work.choose()}
          onApply={() => void work.apply(importId, preview.data?.total ?? 0)}
        />
      }
      overlay={
        asked ? (
          <ChooseSheet
            single
            title={`${asked.name || lineText(asked)}：${asked.reasons[0] ? reasonWords[asked.reasons[0]] : '请选'}`}
            items={asked.options.map(({ key, label }) => ({ id: key, name: label }))}
            value={asked.chosen ? [asked.chosen] : []}
            onChange={([key = '']) =>
              void orTell(choose.run({ importId, sheet: asked.sheet, line: asked.line, key }))
            }
            onClose={() => setAsked(undefined)}
          />
        ) : null
      }
    >
      <RefusalNote refusal={work.refusal} onRead={work.clearRefusal} />
      <View className="mt4">
        {isReady ? (
          <Loaded query={preview} skeleton="list">
            {(data) => <ImportPreviewView importId={importId} preview={data} onAsk={setAsked} />}
          </Loaded>
        ) : (
          <Doing stage={stage} />
        )}
      </View>
    </Page>
  )
})

/** Before a file is chosen: which columns it needs, where that is known, and how it goes. */
function BeforeFile() {
  const { what } = useRouter().params
  return (
    <>
      {what === 'organisations' || what === 'members' ? (
        <View className="mb12">
          <NeededColumns {...fileColumns[what]} />
        </View>
      ) : null}
      <ImportSteps />
    </>
  )
}

function Doing({ stage }: { stage: ImportStage }) {
  switch (stage.at) {
    case 'choose':
      return <BeforeFile />
    case 'sending':
      return <ImportProgress title="正在上传和读取" rows={0} done={0} />
    case 'reading':
      return <ImportProgress title="正在和名册核对" rows={stage.rows} done={stage.done} />
    case 'applying':
      return <ImportProgress title="正在写进名册" rows={stage.rows} done={stage.done} />
    case 'applied':
      return (
        <View id="import-done">
          <ResultHead title="导入好了">{`新增 ${stage.added}，更改 ${stage.changed}`}</ResultHead>
          <View className="mt12">
            <Note tone="info" icon="info">
              没有导入的行，在文件里改好再选一次，已经导入的不会重复
            </Note>
          </View>
          <NextStep />
        </View>
      )
    case 'ready':
      return null
  }
}

interface DockProps {
  stage: ImportStage
  /** How many rows would be written; absent while the look at them is on its way. */
  changes: number | undefined
  onChoose: () => void
  onApply: () => void
}
function Dock({ stage, changes, onChoose, onApply }: DockProps) {
  if (stage.at === 'choose') {
    return (
      <Button id="import-choose" grow icon="doc" onTap={onChoose}>
        选文件
      </Button>
    )
  }
  if (stage.at === 'applied') {
    return (
      <>
        <Button kind="outline" id="import-again" onTap={onChoose}>
          再导入一个
        </Button>
        <Button id="import-back" grow onTap={back}>
          返回
        </Button>
      </>
    )
  }
  if (stage.at !== 'ready') return null
  return (
    <>
      <Button kind="outline" id="import-other" onTap={onChoose}>
        换个文件
      </Button>
      {changes === undefined ? null : (
        <Button
          id="import-apply"
          grow
          disabledBecause={changes === 0 ? '没有要改的' : undefined}
          onTap={onApply}
        >
          {changes === 0 ? '导入' : `导入 ${changes} 行`}
        </Button>
      )}
    </>
  )
}
