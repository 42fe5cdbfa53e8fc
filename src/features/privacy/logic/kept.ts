/** Everything that is kept of a person, and nothing else. Raise consentVersion with every change of it. */
export const kept: readonly (readonly [what: string, which: string])[] = [
  ['身份', '姓名、手机号后四位和整号的加密核对值（看不出号码）、微信识别号、本机“我的码”密钥'],
  ['组织', '所在支部和党小组、职务、正式或预备、报到社区、联系点'],
  ['登记', '会议、服务、走访、实事的时间和方式；请假和因故'],
  ['记事', '谈心谈话只记哪天、和谁谈；思想汇报、党费等只记已办；不记内容和金额；补登、撤销时的一句说明'],
  ['台账', '支部台账里写到您的：发展党员的日期、先锋岗、承诺、培训、由谁来办'],
  ['帮扶户', '只有编号，没有户主姓名和家庭情况'],
  ['不要求', '类别和起止日期'],
  ['没扫上', '时间和原因，30 天后清除'],
  ['提醒', '消息、还可收几条、您设的时段'],
  ['留痕', '谁看过、导出、更正过；投诉建议'],
]

export const neverKept: readonly string[] = [
  '身份证号',
  '完整手机号',
  '位置轨迹',
  '人脸',
  '使用时长',
  '病情',
  '谈话内容',
]

/** How long, as the nightly function does it. */
export const keptFor =
  '会议和登记是组织生活档案，保留 10 年；没扫上的记录保留 30 天，谁看过的记录保留 1 年，已答复的投诉建议保留 2 年。'
