import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { BurdenCard } from '@/features/rules/components/BurdenCard'
import { BurdenSum } from '@/features/rules/components/BurdenSum'
import { burdenText, inForce } from '@/features/rules/logic/burden'
import { copyText } from '@/platform/copyText'
import './index.css'

/** 减负自查表: every rule in force beside what the document above it asks. */
export default page(function BurdenPage() {
  const query = useCloudQuery('duty.list', {})
  const [copied, setCopied] = useState(false)
  const rows = query.data && inForce(query.data.rules, now())
  return (
    <Page
      id="burden"
      title="减负自查表"
      left="back"
      onPullDown={query.refetch}
      dock={
        rows && (
          <Button
            id="copy-burden"
            grow
            icon={copied ? 'check' : 'copy'}
            onTap={() => void copyText(burdenText(rows, now())).then(setCopied)}
          >
            {copied ? '已复制全表' : '复制全表文字'}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {(list) => (
          <>
            <BurdenSum rows={inForce(list.rules, now())} />
            <View id="burden-rows">
              {inForce(list.rules, now()).map((row, index) => (
                <BurdenCard key={row.rule.dutyId} row={row} index={index} now={now()} />
              ))}
            </View>
            <View className="burden-foot">
              只列规定本身。“上级未定次数”指上级文件没有写次数，不等于超出。
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
})
