import { useRouter } from '@tarojs/taro'
import { copyLabels, orderOf } from '@domain/papers/copyOrder'
import { factItemLabels, factOrderOf } from '@domain/papers/factItems'
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
      labels={factItemLabels}
      customary={factOrderOf()}
      note={(isOwn) =>
        isOwn ? '全县的情况表按这个次序列事项。' : '现在按默认的次序，可以改成上级表格的次序。'
      }
    />
  )
}
