// A tab list is required by WeChat even though the bar is drawn by custom-tab-bar.
const tabs = [
  { pagePath: 'pages/home/index', text: '首页' },
  { pagePath: 'pages/activities/index', text: '活动' },
  { pagePath: 'pages/work/index', text: '工作' },
  { pagePath: 'pages/messages/index', text: '消息' },
  { pagePath: 'pages/me/index', text: '我的' },
]

export default defineAppConfig({
  pages: [
    ...tabs.map(({ pagePath }) => pagePath),
    'pages/welcome/index',
    'pages/checkin/index',
    'pages/code/index',
    ...(__DEV_PAGES__ ? ['pages/gallery/index'] : []),
  ],
  subPackages: [
    {
      root: 'member',
      pages: [
        'visit/index',
        'records/index',
        'deeds/index',
        'contact/index',
        'activity/index',
        'span/index',
        'report/index',
        'receipt/index',
      ],
    },
    {
      root: 'secretary',
      pages: [
        'plan/index',
        'held/index',
        'meeting/index',
        'branch/index',
        'book/index',
        'making/index',
        'record/index',
        'past/index',
        'tell/index',
      ],
    },
    {
      root: 'community',
      pages: [
        'publish/index',
        'service/index',
        'deeds/index',
        'village/index',
        'cards/index',
        'reports/index',
        'residents/index',
        'letters/index',
      ],
    },
    {
      root: 'committee',
      pages: [
        'overview/index',
        'below/index',
        'month/index',
        'meeting/index',
        'waits/index',
        'unit/index',
        'rules/index',
        'rule/index',
        'newRule/index',
        'burden/index',
        'workdays/index',
        'copyOrder/index',
        'facts/index',
        'notice/index',
        'yearBasis/index',
        'joint/index',
        'answers/index',
        'deletions/index',
        'setup/index',
        'heads/index',
        'papers/index',
        'health/index',
      ],
    },
    {
      root: 'roster',
      pages: [
        'list/index',
        'member/index',
        'import/index',
        'organisations/index',
        'organisation/index',
        'change/index',
        'elect/index',
        'grants/index',
        'dues/index',
        'talks/index',
        'patrol/index',
        'word/index',
        'registered/index',
      ],
    },
    {
      root: 'lists',
      pages: ['all/index', 'row/index', 'setting/index', 'import/index'],
    },
    {
      root: 'self',
      pages: [
        'consent/index',
        'privacy/index',
        'exemption/index',
        'feedback/index',
        'about/index',
        'invitation/index',
        'admin/index',
      ],
    },
  ],
  // A visit is entered in a village without network, a roll in a cellar: their pages are on the phone before they are needed.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['member', 'secretary'] },
    'pages/work/index': { network: 'all', packages: ['secretary', 'community'] },
  },
  tabBar: {
    custom: true,
    color: '#574F48',
    selectedColor: '#B3261E',
    backgroundColor: '#FFFFFF',
    list: tabs,
  },
  // Of the h5 router alone: a page left and come back to while it still slides would stay hidden by the timer of its leaving.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  sitemapLocation: 'sitemap.json',
  // Only the page that opens is run, not every page of its package.
  lazyCodeLoading: 'requiredComponents',
  // WeChat on a computer may be drawn as wide as a projector.
  resizable: true,
  // WeChat asks for its own guidelines to be agreed to before a private interface is used.
  __usePrivacyCheck__: true,
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '先锋双岗',
    navigationBarBackgroundColor: '#F7F5F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F7F5F1',
  },
})
