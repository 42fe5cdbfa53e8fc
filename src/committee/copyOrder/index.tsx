import { useRouter } from '@tarojs/taro'
import { copyLabels, orderOf } from '@domain/papers/copyOrder'
import {
  factEntryLabels,
  factOrderOf,
  isHeading,
  underHeadings,
  withoutHeadings,
} from '@domain/papers/factItems'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { page } from '@/components/FreshStart/FreshStart'
import { OrderPage } from '@/features/rules/components/OrderPage'
import { orTell } from '@/words/orTell'

/** The orders in which the county's forms ask for things: of 逐栏复制, and (`of`: facts) of 情况表. */
export default page(function CopyOrderPage() {
  return useRouter().params.of === 'facts' ? <FactOrder /> : <CopyOrder />
})

/** The columns as the form asks for them that the county fills in. */
function CopyOrder() {
  const query = useCloudQuery('copyOrder.read', {})
  const save = useCloudAction('copyOrder.save')
  return (
    <OrderPage
      id="copy-order"
      title="逐栏复制的次序"
      query={query}
      busy={save.busy}
      onSave={async (order) => (await orTell(save.runOnce({ order }))) !== undefined}
      labels={copyLabels}
      customary={orderOf()}
      note={(isOwn) => (isOwn ? '全县的会议记录按这个次序逐栏复制。' : '现在按省里填报表的次序，全县一样。')}
    />
  )
}

/** Rows and columns of 组织生活开展情况表 as the form above asks for them. */
function FactOrder() {
  const query = useCloudQuery('factOrder.read', {})
  const save = useCloudAction('factOrder.save')
  return (
    <OrderPage
      id="fact-order"
      title="情况表的次序"
      query={query}
      busy={save.busy}
      onSave={async (order) => (await orTell(save.runOnce({ order }))) !== undefined}
      labels={factEntryLabels}
      customary={factOrderOf()}
      headings={{
        label: '分成五个基本',
        sub: '支部一张的事项上面写明归哪一项。归类没有统一规定，请对照上级表格移动；下面没有事项的，表里不出现。',
        isOne: isHeading,
        put: underHeadings,
        take: withoutHeadings,
      }}
      note={(isOwn) =>
        isOwn ? '全县的情况表按这个次序列事项。' : '现在按默认的次序，可以改成上级表格的次序。'
      }
    />
  )
}
