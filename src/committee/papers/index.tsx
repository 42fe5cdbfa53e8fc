import { useCallback, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { PageTurn } from '@/components/PageTurn/PageTurn'
import { Seg } from '@/components/Seg/Seg'
import { PaperSheet } from '@/features/setup/components/PaperSheet'
import { lastPapers } from '@/features/setup/logic/lastPapers'
import { type PaperLayout, paperPages } from '@/features/setup/logic/paperPages'
import { replace } from '@/navigation/navigate'
import { sharePicture } from '@/platform/sharePicture'
import './index.css'

/** 邀请单: the codes just made, sheet by sheet, to be sent to a printer and cut apart. */
export default page(function PapersPage() {
  const papers = lastPapers.get()
  const me = useCloudQuery('identity.me', {})
  const [layout, setLayout] = useState<PaperLayout>('eight')
  const [at, setAt] = useState(0)
  const drawn = useRef<unknown>(null)
  const onDrawn = useCallback((canvas: unknown) => {
    drawn.current = canvas
  }, [])
  const pages = paperPages(papers, layout)
  const shown = pages[at]
  const role = me.data?.state === 'bound' && me.data.roles.find((one) => one.role === 'committee')
  const change = (next: PaperLayout) => {
    setLayout(next)
    setAt(0)
  }
  return (
    <Page
      id="papers"
      title="邀请单"
      left="back"
      dock={
        shown && (
          <Button
            id="paper-share"
            grow
            icon="doc"
            onTap={() => void sharePicture(drawn.current, `邀请单${at + 1}.jpg`)}
          >
            {`发到电脑打印第 ${at + 1} 页`}
          </Button>
        )
      }
    >
      {shown ? (
        <>
          <View className="papers-top t-sub c2">{`${papers.length} 位，${pages.length} 页`}</View>
          <Seg
            items={[
              { key: 'eight', label: '一页八张' },
              { key: 'unit', label: '一个单位一页' },
            ]}
            value={layout}
            onChange={change}
          />
          <PaperSheet page={shown} by={role ? role.organisation.name : ''} onDrawn={onDrawn} />
          <PageTurn id="paper" at={at} pages={pages.length} onTurn={(by) => setAt(at + by)} />
          <Note tone="info" icon="shield">
            沿虚线裁开，交给本人。码里没有姓名和手机号码；别人捡到也登记不上，要填对本人手机号的后四位。码只在生成后显示，丢了可以重印。
          </Note>
        </>
      ) : (
        <Empty
          image="none"
          icon="qr"
          title="邀请单只在生成后显示"
          text="请回到“邀请书记”再生成，以前印好的会换成新的"
          action={{ label: '去邀请书记', onTap: () => replace('heads'), id: 'to-heads' }}
          id="no-papers"
        />
      )}
    </Page>
  )
})
