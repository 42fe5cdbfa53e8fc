import { View } from '@tarojs/components'
import { isUnreached } from '@/cloud/unreached'
import { Button } from '@/components/Button/Button'
import type { CheckInStep } from '@/features/checkin/hooks/useCheckIn'
import { mayScanAgain } from '@/features/checkin/logic/steps'
import { AskLine } from '@/features/reminder/components/AskLine'
import { open, replace } from '@/navigation/navigate'
import { scanToCheckIn } from '@/navigation/scanToCheckIn'

interface Props {
  step: Extract<CheckInStep, { type: 'no_code' | 'refused' | 'registered' }>
  hasTicket: boolean
  onAgain: () => void
}

const myCode = (
  <Button kind="outline" icon="qr" id="my-code" onTap={() => open('code')}>
    我的码
  </Button>
)

const scanAgain = (
  <Button icon="scan" grow id="scan-again" onTap={() => void scanToCheckIn('checkin')}>
    重新扫码
  </Button>
)

/** The one thing to do now, and the way that needs no camera. */
export function CheckInDock({ step, hasTicket, onAgain }: Props) {
  switch (step.type) {
    case 'registered':
      return (
        <View className="dock-stack">
          <AskLine template="meeting" />
          <Button id="done" onTap={() => open('home')}>
            完成
          </Button>
        </View>
      )
    case 'no_code':
      return (
        <>
          {myCode}
          <Button icon="scan" grow id="scan-again" onTap={() => void scanToCheckIn('checkin')}>
            扫码登记
          </Button>
        </>
      )
    case 'refused': {
      const { reason } = step.refusal
      if (hasTicket && (isUnreached(reason) || reason === 'try_again')) {
        return (
          <>
            {myCode}
            <Button grow id="try-again" onTap={onAgain}>
              再试一次
            </Button>
          </>
        )
      }
      if (mayScanAgain(reason)) {
        return (
          <>
            {myCode}
            {scanAgain}
          </>
        )
      }
      if (reason === 'unbound') {
        return (
          <Button grow id="to-welcome" onTap={() => replace('welcome')}>
            登记身份
          </Button>
        )
      }
      return (
        <Button grow id="to-home" onTap={() => open('home')}>
          返回首页
        </Button>
      )
    }
  }
}
