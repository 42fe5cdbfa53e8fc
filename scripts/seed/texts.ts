import type { Activity } from '@domain/activity/activity'
import type { ActivityKind } from '@domain/contract/words'

type ServiceKind = NonNullable<Activity['serviceKind']>

export const lectureTopics = [
  '学党章、守党规、作表率',
  '树立和践行正确政绩观',
  '乡村全面振兴中的机关党员',
  '中央八项规定精神这十几年',
  '把小事办好就是为民服务',
  '从身边的先进典型学什么',
]

export const seminarTopics = [
  '怎样让群众少跑一趟',
  '防止返贫帮扶怎样做实',
  '机关党员怎样融入社区治理',
  '为基层减负，从一张表开始',
  '年轻干部怎样练好基本功',
]

/** 中心组 study one each month. */
export const theoryTopics = [
  '党的创新理论学习',
  '全面从严治党',
  '县域经济高质量发展',
  '乡村全面振兴',
  '总体国家安全观',
  '为基层减负',
]

export const places = ['三楼会议室', '二楼会议室', '党员活动室', '一楼多功能厅', '五楼会议室']
export const groupPlaces = ['302 办公室', '党员活动室', '206 办公室', '小会议室']

/** What communities do, and which of the three kinds of 集中志愿服务 it is. */
export const services: Record<string, ServiceKind> = {
  清洁家园: 'theme',
  文明交通劝导: 'theme',
  社区义诊引导: 'post',
  敬老助餐: 'daily',
  反诈宣传: 'theme',
  垃圾分类引导: 'theme',
  防汛隐患排查: 'theme',
  政策宣讲进楼院: 'post',
  便民维修: 'daily',
  河道清洁: 'theme',
}

/** 宣传政策, 交心谈心, 排忧解难, 谋划发展, as the page names them. */
export const purposes = ['policy', 'heart', 'help', 'plan'] as const

export const deeds = {
  community: [
    '协调修好楼道照明',
    '联系加装无障碍扶手',
    '帮老人办理高龄津贴',
    '整理社区图书角',
    '协调划出停车位',
  ],
  household: [
    '代办医保缴费',
    '联系农产品销路',
    '联系技能培训',
    '代购春耕物资',
    '协调修缮屋顶',
    '帮学生申请助学金',
  ],
}

export const backfillReasons = ['会场没有信号，会后补登', '当天手机没电', '到会较晚，漏了点名']
export const strikeReasons = ['扫错了会议', '误点，本人未到会']

const opening = '学习习近平总书记重要讲话精神'

export const agendas: Partial<Record<ActivityKind, [string, number][]>> = {
  theme_party_day: [
    [opening, 40],
    ['民主议事', 30],
    ['交纳党费', 10],
  ],
  study: [
    [opening, 50],
    ['交流体会', 30],
  ],
  group_meeting: [
    [opening, 30],
    ['通报支部工作安排', 20],
  ],
  unit_theory_study: [
    [opening, 60],
    ['中心组成员交流发言', 40],
  ],
  work_briefing: [['听取各党支部党建工作汇报', 60]],
  committee_meeting: [
    [opening, 20],
    ['研究本月工作', 40],
  ],
  general_meeting: [
    [opening, 30],
    ['听取支部工作报告', 40],
  ],
}
