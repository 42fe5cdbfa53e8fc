import { View } from '@tarojs/components'
import { sevenOneShort } from '@domain/activity/sevenOneLabels'
import type { RequestOf } from '@domain/contract/actions'
import type { Deed } from '@domain/contract/deed'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { DeedTag } from '@/components/DeedTag/DeedTag'
import { showRefusal } from '@/words/showRefusal'
import { deedLine } from '../logic/deedLine'
import './deeds.css'

type To = RequestOf<'deed.move'>['to']

/** What the one who claimed it may do now, the usual thing last. */
const moves: Partial<Record<Deed['state'], readonly { to: To; label: string }[]>> = {
  claimed: [
    { to: 'dropped', label: '先放下' },
    { to: 'finished', label: '办结了' },
  ],
  finished: [{ to: 'claimed', label: '还没办完' }],
}

/** One deed: its line, how far it is, and the next step. */
export function DeedCard({ deed }: { deed: Deed }) {
  const { run, busy } = useCloudAction('deed.move')
  const move = async (to: To) => {
    const outcome = await run({ deedId: deed.id, to })
    if (!outcome.ok) showRefusal(outcome)
  }
  return (
    <Card pad className="deed" id={`deed-${deed.id}`}>
      <View className="row between top g12">
        <View className="t-body b">{deed.title}</View>
        <DeedTag state={deed.state} />
      </View>
      <View className="t-sub c2 mt4">
        {deed.where}
        <View className="sep" />
        {deedLine(deed)}
      </View>
      {deed.sevenOne && <View className="t-sub c2">{`七个一：${sevenOneShort[deed.sevenOne]}`}</View>}
      {moves[deed.state] && (
        <View className="deed-row">
          {moves[deed.state]?.map(({ to, label }) => (
            <Button
              key={to}
              kind={to === 'finished' ? 'outline' : 'sunk'}
              small
              grow
              busy={busy}
              id={`${to}-${deed.id}`}
              onTap={() => void move(to)}
            >
              {label}
            </Button>
          ))}
        </View>
      )}
    </Card>
  )
}
