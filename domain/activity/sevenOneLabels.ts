import type { SevenOne } from '../contract/words'

/** 七个一 in the source's own words (DUTIES row 29). */
export const sevenOneLabels: Record<SevenOne, string> = {
  visit: '组织一次走访慰问',
  counsel: '开展一次心理疏导',
  difficulty: '解决一些生活难题',
  theme: '组织一次主题活动',
  plan: '帮助制定一份脱贫计划',
  policy: '开展一次政策宣传和维权行动',
  mechanism: '建立一项长效帮扶机制',
}

/** The same where there is room for a few letters alone. */
export const sevenOneShort: Record<SevenOne, string> = {
  visit: '走访慰问',
  counsel: '心理疏导',
  difficulty: '生活难题',
  theme: '主题活动',
  plan: '脱贫计划',
  policy: '政策宣传和维权',
  mechanism: '长效帮扶机制',
}
