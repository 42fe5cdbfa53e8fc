export default definePageConfig({ navigationBarTitleText: '到会登记' })
