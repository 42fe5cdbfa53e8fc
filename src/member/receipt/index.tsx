import { useCallback, useRef } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { RECEIPT_TITLE, receiptLines, receiptNumber } from '@domain/papers/receipt'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { ReceiptPicture } from '@/features/community/components/ReceiptPicture'
import { nextServiceText } from '@/features/community/logic/nextServiceText'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { usePaper } from '@/features/papers/hooks/usePaper'
import { openActivities } from '@/navigation/dutyPage'
import { open } from '@/navigation/navigate'
import { sharePicture } from '@/platform/sharePicture'
import { orTell } from '@/words/orTell'

/** What comes next: the community's next service, and what to do when one moves. */
function AfterReceipt({ hostName }: { hostName: string }) {
  const { data } = useCloudQuery('activity.list', {})
  return (
    <Card className="mt12" id="after-receipt">
      <Cell
        id="receipt-service"
        leading={<Icon name="heart" tone="ink2" />}
        title="本月社区服务"
        sub={data && nextServiceText(data.services, hostName, now())}
        chevron
        onTap={() => openActivities('services')}
      />
      <Divider inset={52} />
      <Cell
        id="receipt-change"
        leading={<Icon name="home" tone="ink2" />}
        title="搬家、换单位"
        sub="换一个社区，或不再报到"
        chevron
        onTap={() => open('reportIn')}
      />
    </Card>
  )
}

/** 回执 of a 社区报到 the community has accepted: to be filed by the unit, as Word or as a picture. */
export default page(function ReceiptPage() {
  const { params } = useRouter()
  const kind = params.kind === 'home' ? 'home' : 'unit'
  const query = useCloudQuery('community.mine', {})
  const { run } = useCloudAction('paper.ofReceipt')
  const paper = usePaper<'word'>()
  const drawn = useRef<unknown>(null)
  const onDrawn = useCallback((canvas: unknown) => {
    drawn.current = canvas
  }, [])
  const { data } = query
  const registered = data?.registered.find((one) => one.kind === kind && one.receipt)
  const of = data && registered && { name: data.name, branch: data.branch ?? '', registered }
  return (
    <Page
      id="receipt"
      title="到社区报到"
      left="back"
      onPullDown={query.refetch}
      dock={
        of && (
          <>
            <Button
              kind="outline"
              id="receipt-share"
              onTap={() =>
                void sharePicture(drawn.current, `${of.registered.receipt?.number ?? ''}报到回执.jpg`)
              }
            >
              存为图片
            </Button>
            <Button
              grow
              icon="doc"
              id="receipt-word"
              busy={paper.making !== undefined}
              onTap={() => void paper.take('word', orTell(run({ kind })))}
            >
              {paper.making ? '正在做' : '导出回执 Word'}
            </Button>
          </>
        )
      }
      overlay={<FileSheet file={paper.file} note="交给单位存档。" onClose={paper.close} />}
    >
      <Loaded query={query} skeleton="list">
        {() =>
          of ? (
            <>
              <ResultHead title={`${of.registered.community.name}已接收`}>回执可交单位存档</ResultHead>
              <Card className="receipt" id="receipt-card">
                <View className="receipt-head">
                  <View className="t-h2">{RECEIPT_TITLE}</View>
                  <View className="t-sub c2" id="receipt-number">
                    {receiptNumber(of)}
                  </View>
                </View>
                <KeyValue items={receiptLines(of)} />
              </Card>
              <AfterReceipt hostName={of.registered.community.name} />
              <ReceiptPicture of={of} onDrawn={onDrawn} />
            </>
          ) : (
            <Empty image="none" icon="doc" title="还没有回执" text="社区接收以后就有" id="no-receipt" />
          )
        }
      </Loaded>
    </Page>
  )
})
