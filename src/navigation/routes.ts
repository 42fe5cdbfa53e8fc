/** Every page by name; tab pages are switched to, the others opened on top. */
export const routes = {
  home: '/pages/home/index',
  activities: '/pages/activities/index',
  work: '/pages/work/index',
  messages: '/pages/messages/index',
  me: '/pages/me/index',
  welcome: '/pages/welcome/index',
  checkin: '/pages/checkin/index',
  code: '/pages/code/index',
  visit: '/member/visit/index',
  records: '/member/records/index',
  deeds: '/member/deeds/index',
  contact: '/member/contact/index',
  activity: '/member/activity/index',
  span: '/member/span/index',
  reportIn: '/member/report/index',
  receipt: '/member/receipt/index',
  gallery: '/pages/gallery/index',
  plan: '/secretary/plan/index',
  held: '/secretary/held/index',
  meeting: '/secretary/meeting/index',
  branch: '/secretary/branch/index',
  book: '/secretary/book/index',
  making: '/secretary/making/index',
  record: '/secretary/record/index',
  past: '/secretary/past/index',
  dues: '/roster/dues/index',
  patrol: '/roster/patrol/index',
  tell: '/secretary/tell/index',
  unit: '/committee/unit/index',
  publishService: '/community/publish/index',
  service: '/community/service/index',
  placeDeeds: '/community/deeds/index',
  village: '/community/village/index',
  cards: '/community/cards/index',
  reports: '/community/reports/index',
  residents: '/community/residents/index',
  overview: '/committee/overview/index',
  below: '/committee/below/index',
  month: '/committee/month/index',
  seenMeeting: '/committee/meeting/index',
  waits: '/committee/waits/index',
  rules: '/committee/rules/index',
  rule: '/committee/rule/index',
  newRule: '/committee/newRule/index',
  burden: '/committee/burden/index',
  workdays: '/committee/workdays/index',
  copyOrder: '/committee/copyOrder/index',
  facts: '/committee/facts/index',
  notice: '/committee/notice/index',
  yearBasis: '/committee/yearBasis/index',
  joint: '/committee/joint/index',
  roster: '/roster/list/index',
  word: '/roster/word/index',
  rosterMember: '/roster/member/index',
  registered: '/roster/registered/index',
  organisations: '/roster/organisations/index',
  organisation: '/roster/organisation/index',
  changeOrganisation: '/roster/change/index',
  elect: '/roster/elect/index',
  importing: '/roster/import/index',
  grants: '/roster/grants/index',
  consent: '/self/consent/index',
  privacy: '/self/privacy/index',
  exemption: '/self/exemption/index',
  feedback: '/self/feedback/index',
  about: '/self/about/index',
  invitation: '/self/invitation/index',
  admin: '/self/admin/index',
  answers: '/committee/answers/index',
  deletions: '/committee/deletions/index',
  setup: '/committee/setup/index',
  heads: '/committee/heads/index',
  papers: '/committee/papers/index',
  health: '/committee/health/index',
  lists: '/lists/all/index',
  listRow: '/lists/row/index',
} as const
export type Route = keyof typeof routes

export const tabKeys = ['home', 'activities', 'work', 'messages', 'me'] as const
export type TabKey = (typeof tabKeys)[number]

export const isTab = (route: Route): route is TabKey => (tabKeys as readonly string[]).includes(route)

/** `/pages/x/index?a=1`; undefined values are left out. */
export function addressOf(route: Route, params: Record<string, string | undefined> = {}): string {
  const query = Object.entries(params)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${routes[route]}?${query}` : routes[route]
}
