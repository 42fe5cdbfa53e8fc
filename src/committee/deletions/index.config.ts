export default definePageConfig({ navigationBarTitleText: '删除申请' })
