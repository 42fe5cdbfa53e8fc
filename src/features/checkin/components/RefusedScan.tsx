import { View } from '@tarojs/components'
import { formatDayTime } from '@domain/time/format'
import type { PhoneReason, PhoneRefusal } from '@/cloud/outcome'
import { Card } from '@/components/Card/Card'
import { CaseNumber } from '@/components/CaseNumber/CaseNumber'
import { Cell } from '@/components/Cell/Cell'
import { Icon } from '@/components/Icon/Icon'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { type Mark, ResultHead } from '@/components/ResultHead/ResultHead'
import { Steps } from '@/components/Steps/Steps'
import { Tag } from '@/components/Tag/Tag'
import { wordsFor } from '@/words/refusals'
import { wayLabels } from '@domain/checkin/wayLabels'
import { stepsFor } from '../logic/steps'
import './checkin.css'

const looks: Partial<Record<PhoneReason, Mark>> = {
  already_registered: { icon: 'deed', tone: 'blue' },
  code_expired: { icon: 'clock', tone: 'ochre' },
  ticket_expired: { icon: 'clock', tone: 'ochre' },
  offline: { icon: 'off', tone: 'ochre' },
  slow: { icon: 'clock', tone: 'ochre' },
  unavailable: { icon: 'off', tone: 'ochre' },
  too_early: { icon: 'clock', tone: 'blue' },
  struck_out: { icon: 'undo', tone: 'blue' },
  code_foreign: { icon: 'qr', tone: 'ochre' },
  code_forged: { icon: 'qr', tone: 'ochre' },
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
  const steps = stepsFor[reason]
  const repeated = reason === 'already_registered'
  return (
    <View id={`refused-${reason}`}>
      <ResultHead mark={looks[reason] ?? { icon: 'info', tone: 'blue' }} title={own[reason] ?? words.title}>
        {repeated ? '不用重复登记，次数没有变化' : words.text}
      </ResultHead>
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
          <CaseNumber number={words.number} />
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
