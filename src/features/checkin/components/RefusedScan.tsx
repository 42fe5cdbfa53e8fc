import { View } from '@tarojs/components'
import { formatDayTime } from '@domain/period/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Icon, type IconName, type Tone } from '@/components/Icon/Icon'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Steps } from '@/components/Steps/Steps'
import { Tag } from '@/components/Tag/Tag'
import type { PhoneReason, PhoneRefusal } from '@/platform/outcome'
import { wordsFor } from '@/platform/refusals'
import { wayLabels } from '@/platform/wayLabels'
import { stepsFor } from '../logic/steps'
import './checkin.css'

const looks: Partial<Record<PhoneReason, { icon: IconName; tone: Tone; ground: string }>> = {
  already_registered: { icon: 'deed', tone: 'blue', ground: 'mark-blue' },
  code_expired: { icon: 'clock', tone: 'ochre', ground: 'mark-ochre' },
  ticket_expired: { icon: 'clock', tone: 'ochre', ground: 'mark-ochre' },
  offline: { icon: 'off', tone: 'ochre', ground: 'mark-ochre' },
  too_early: { icon: 'clock', tone: 'blue', ground: 'mark-blue' },
  struck_out: { icon: 'undo', tone: 'blue', ground: 'mark-blue' },
  code_foreign: { icon: 'qr', tone: 'ochre', ground: 'mark-ochre' },
  code_forged: { icon: 'qr', tone: 'ochre', ground: 'mark-ochre' },
}

/** A refusal read about oneself, at the door. */
const own: Partial<Record<PhoneReason, string>> = { already_registered: '您已经登记过了' }

const wayOf = (way: string | undefined): string =>
  (wayLabels as Record<string, string | undefined>)[way ?? ''] ?? ''

function First({ detail }: Pick<PhoneRefusal, 'detail'>) {
  if (detail?.firstAt === undefined) return null
  return (
    <Card pad>
      <View className="row between">
        <View className="t-h2">{detail.title ?? '这一场'}</View>
        <Tag tone="done" icon="check">
          已到会
        </Tag>
      </View>
      <KeyValue
        items={[['登记', [formatDayTime(detail.firstAt), wayOf(detail.way)].filter(Boolean).join(' ')]]}
      />
    </Card>
  )
}

/** What happened, why, what to do now; and that nothing is lost. */
export function RefusedScan({ refusal, onRecords }: { refusal: PhoneRefusal; onRecords: () => void }) {
  const { reason, detail } = refusal
  const words = wordsFor(refusal)
  const { icon, tone, ground } = looks[reason] ?? { icon: 'info', tone: 'blue', ground: 'mark-blue' }
  const steps = stepsFor[reason]
  const repeated = reason === 'already_registered'
  return (
    <View id={`refused-${reason}`}>
      <View className="result-head">
        <View className={`mark ${ground}`}>
          <Icon name={icon} tone={tone} size={40} />
        </View>
        <View className="t-hero mt16 ctr">{own[reason] ?? words.title}</View>
        <View className="t-body c2 mt4 ctr result-text">
          {repeated ? '不用重复登记，次数没有变化' : words.text}
        </View>
      </View>
      {repeated ? (
        <>
          <First detail={detail} />
          <Card className="mt12">
            <Cell
              id="to-records"
              leading={<Icon name="list" tone="ink2" />}
              title="看我的全部记录"
              chevron
              onTap={onRecords}
            />
          </Card>
        </>
      ) : (
        <Card pad>
          <View className="t-h2">现在这样做</View>
          {steps ? <Steps items={steps} /> : <View className="t-body mt8">{words.next}</View>}
        </Card>
      )}
      {!repeated && (
        <View className="result-calm">
          <Icon name="shield" tone="ink3" size={20} />
          没扫上不影响登记
        </View>
      )}
    </View>
  )
}
