import { View } from '@tarojs/components'
import type { Deed } from '@domain/contract/deed'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { orTell } from '@/words/orTell'
import './deeds.css'

/** The next step of a deed in hand. */
export function FinishDock({ deed, onFinished }: { deed: Deed; onFinished: () => void }) {
  const { run, busy } = useCloudAction('deed.move')
  const finish = async () => {
    if (await orTell(run({ deedId: deed.id, to: 'finished' }))) onFinished()
  }
  return (
    <>
      <View className="grow">
        <View className="deed-dock-t">{deed.title}</View>
        <View className="t-cap c2">{`办结后请${deed.where}确认，才计入`}</View>
      </View>
      <Button id="finish" busy={busy} onTap={() => void finish()}>
        办结了
      </Button>
    </>
  )
}
