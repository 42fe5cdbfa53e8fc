export default definePageConfig({ navigationBarTitleText: '不作硬性要求' })
