import { formatClock, formatDayTime } from '@domain/period/format'
import type { PhoneReason, PhoneRefusal } from './outcome'

/** What happened; why, and that it is nobody's fault; what to do now. */
export interface RefusalWords {
  title: string
  text: string
  next: string
}

/** The only place where a refusal becomes a sentence. */
export const refusals: Record<PhoneReason, RefusalWords> = {
  offline: {
    title: '没连上网络',
    text: '手机现在没有网络，或信号不好',
    next: '会上可出示“我的码”，或请组织者点名',
  },
  invalid_request: { title: '有一处填写不对', text: '还没有保存', next: '请检查后再试；会上可请组织者点名' },
  unknown_action: {
    title: '请更新小程序',
    text: '这个版本里还没有这项功能',
    next: '退出后重新打开“先锋双岗”',
  },
  client_outdated: {
    title: '请更新小程序',
    text: '您手机上的版本旧了，更新后就能用',
    next: '退出后重新打开“先锋双岗”；会上可请组织者点名',
  },
  forbidden: {
    title: '这一页由党支部书记查看',
    text: '您现在的职务不包含这一项',
    next: '如果职务有变动，请支部在名册里更新',
  },
  try_again: {
    title: '这会儿有点忙',
    text: '没有保存，不是您的问题',
    next: '稍等几秒再试；会上可请组织者点名',
  },
  unbound: {
    title: '这个微信还没有登记身份',
    text: '首次使用要核对一次姓名',
    next: '去登记身份；会上可请组织者点名',
  },
  roster_mismatch: {
    title: '和名册对不上',
    text: '支部、姓名或手机尾号有一项与名册不同，也可能是名册还没更新',
    next: '请核对后再填，或请支部组织委员看一下名册；会上可请组织者点名',
  },
  too_many_attempts: {
    title: '今天试的次数多了',
    text: '为保护大家的信息，先停一停',
    next: '请支部书记帮忙核对名册；会上可请组织者点名',
  },
  already_bound: { title: '您的身份已经登记过了', text: '不用重复登记', next: '返回首页即可' },
  member_already_bound: {
    title: '这个微信登记的是另一位同志',
    text: '一位同志对应一个微信，换了微信也会这样',
    next: '用本人微信，或请支部书记解除后重新登记；会上可请组织者点名',
  },
  request_gone: { title: '这条申请已经处理过了', text: '可能另一位同志先处理了', next: '下拉刷新看最新情况' },
  code_foreign: {
    title: '这不是到会登记的码',
    text: '扫到的是别的二维码，没有登记',
    next: '对准现场正在显示的码再扫；扫不上可出示“我的码”，或请组织者点名',
  },
  code_forged: {
    title: '这张码认不出来',
    text: '可能没扫完整，还没有登记',
    next: '对准现场正在显示的码再扫；扫不上可出示“我的码”，或请组织者点名',
  },
  code_expired: {
    title: '这张码已经换新',
    text: '现场的码每 15 秒换一次，截图或转发的码用不了，还没有登记',
    next: '再扫现场的码；出示“我的码”；或请组织者点名',
  },
  ticket_expired: {
    title: '等得有点久了',
    text: '这次扫码超过 10 分钟，还没有登记',
    next: '再扫一次现场的码；出示“我的码”；或请组织者点名',
  },
  member_code_invalid: {
    title: '这张“我的码”认不出来',
    text: '可能是截图，或手机时间不准，还没有登记',
    next: '请对方重新打开“我的码”再扫，或直接点名',
  },
  already_registered: { title: '已经登记过了', text: '不用重复登记，次数没有变化', next: '返回即可' },
  struck_out: {
    title: '这次登记被撤销了',
    text: '组织者撤销了这一条，可能是点错了',
    next: '人在现场，请组织者恢复登记',
  },
  too_early: { title: '还没到登记时间', text: '登记还没有开始', next: '届时再扫；没带手机可请组织者点名' },
  ended: { title: '登记已结束', text: '组织者已经结束了这一场的登记', next: '到了会？请组织者补登' },
  activity_cancelled: {
    title: '这场活动取消了',
    text: '组织者取消了这一场，不用登记',
    next: '如有疑问，请问一下组织者',
  },
  not_registered: {
    title: '还没有登记',
    text: '没有找到这条登记，名单可能刚有变化',
    next: '下拉刷新，看一下最新名单',
  },
  backfill_needs_witness: {
    title: '要请另一位同志确认',
    text: '给自己登记，或者会后一个工作日以外的补登，都要有第二人确认',
    next: '请另一位组织者点名，或会后补登时选一位支委确认',
  },
  witness_is_self: { title: '确认人不能是本人', text: '补登由另一位同志确认', next: '请换一位支委' },
  wrong_state: {
    title: '这一步现在不能做',
    text: '这场活动的状态刚有变化',
    next: '下拉刷新，看一下最新情况',
  },
  missing_lecturer: { title: '请填讲课人', text: '党课要有讲课人才计入', next: '填上讲课人再发布' },
  missing_topic: { title: '请填主题', text: '有主题才计入', next: '填上主题再发布' },
  not_carriable: {
    title: '这一项不能同时计入',
    text: '只有主题党日可以同时计入集中学习和党课',
    next: '请单独安排一场',
  },
  unsettled_members: {
    title: '还有同志没有定下来',
    text: '未登记的同志要逐个定下来才能成册',
    next: '选缺席原因，或补登',
  },
  wrong_times: {
    title: '时间对不上',
    text: '结束要晚于开始，日子也不能太早，还没有发布',
    next: '请改一下时间再发布',
  },
  service_full: {
    title: '这一场名额满了',
    text: '刚好报满，还没有报上',
    next: '看看别的服务；想去现场，可先问联系人',
  },
  not_own_household: {
    title: '没有登记这次走访',
    text: '这一户不在您现在的联系名单里，名单可能刚有变动',
    next: '如果仍由您联系，请支部书记看一下名册',
  },
  too_old: {
    title: '隔得有点久了',
    text: '没有网络时的登记，七天内上传都算，这一条超过了',
    next: '走访过的，可以补登，请村里确认',
  },
  entry_closed: {
    title: '那个月已经截止补登',
    text: '补登到次月第五个工作日为止，还没有登记',
    next: '有疑问请支部书记看一下',
  },
  not_a_missed_study: {
    title: '这一次不用补学',
    text: '可能已经有到会登记，或者这次学习有了变动',
    next: '下拉刷新看最新情况；有疑问请问一下组织者',
  },
  rule_changed: {
    title: '这条规定刚有改动',
    text: '另一位同志先保存了一版，您的改动还没有保存',
    next: '填好的都还在，对照最新的一版看过再发布',
  },
  nothing_changed: { title: '没有改动', text: '和最新的一版一样，没有保存', next: '改好以后再看一遍' },
}

/** The words for one refusal, with the times it carries. */
export function wordsFor({ reason, detail }: PhoneRefusal): RefusalWords {
  const words = refusals[reason]
  if (reason === 'too_early' && detail?.at) {
    return {
      ...words,
      text: `${formatDayTime(detail.at)} 开始登记`,
      next: `${formatClock(detail.at)} 开始，届时再扫；没带手机可请组织者点名`,
    }
  }
  if (reason === 'already_registered' && detail?.firstAt) {
    return { ...words, text: `${formatDayTime(detail.firstAt)} 已登记，${words.text}` }
  }
  if (reason === 'too_many_attempts' && detail?.retryAt) {
    return { ...words, text: `${words.text}，${formatDayTime(detail.retryAt)} 以后可以再填` }
  }
  if (reason === 'unsettled_members' && detail?.count) {
    return { ...words, title: `还有 ${detail.count} 位同志没有定下来` }
  }
  return words
}
