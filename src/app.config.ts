export default defineAppConfig({
  pages: ['pages/proof/index', 'pages/second/index'],
  window: {
    navigationBarTitleText: '先锋双岗',
    navigationBarBackgroundColor: '#F7F5F1',
    navigationBarTextStyle: 'black',
  },
})
