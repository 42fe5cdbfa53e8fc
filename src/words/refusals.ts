import { formatClock, formatDayTime } from '@domain/time/format'
import type { RefusalWords } from '@/platform/showWords'
import type { PhoneReason, PhoneRefusal } from '../cloud/outcome'
import { bindingWords } from './bindingWords'
import { fileWords } from './fileWords'
import { householdWords } from './householdWords'
import { needWords } from './needWords'
import { reminderWords } from './reminderWords'
import { unreachedWords } from './unreachedWords'

/** The only place where a refusal becomes a sentence; with bindingWords, fileWords, householdWords, needWords and reminderWords, and with unreachedWords for when there was no answer. */
export const refusals: Record<PhoneReason, RefusalWords> = {
  ...unreachedWords,
  ...bindingWords,
  ...fileWords,
  ...householdWords,
  ...needWords,
  ...reminderWords,
  invalid_request: { title: '有一处填写不对', text: '还没有保存', next: '请检查后再试；会上可请组织者点名' },
  unknown_action: {
    title: '请更新小程序',
    text: '这个版本里还没有这项功能',
    next: '退出后重新打开“先锋双岗”',
  },
  client_outdated: {
    title: '请更新小程序',
    text: '您手机上的版本旧了，更新后就能用，记录都在',
    next: '退出“先锋双岗”，等一分钟再打开；会上可请组织者点名',
  },
  forbidden: {
    title: '这一页由负责这件事的同志查看',
    text: '您现在的职务不包含这一项',
    next: '如果职务有变动，请支部在名册里更新',
  },
  try_again: {
    title: '这会儿有点忙',
    text: '没有保存，不是您的问题',
    next: '稍等几秒再试；会上可请组织者点名',
  },
  row_changed: { title: '这一条刚被别人改过', text: '您的修改还没有保存', next: '返回看一下再改' },
  private_inside: {
    title: '个人情况不在这里记',
    text: '电话、证件号，家庭、健康，意见、打分，都不记',
    next: '请去掉再保存',
  },
  too_many_today: { title: '今天记得够多了', text: '这一条还没有保存', next: '明天可以接着记' },
  too_many_attempts: {
    title: '今天试的次数多了',
    text: '为保护大家的信息，先停一停',
    next: '请支部书记帮忙核对名册；会上可请组织者点名',
  },
  code_foreign: {
    title: '这不是到会登记的码',
    text: '扫到的是别的二维码，没有登记',
    next: '对准现场正在显示的码再扫；扫不上可出示“我的码”，或请组织者点名',
  },
  code_forged: {
    title: '这张码认不出来',
    text: '可能没扫完整，或现场手机的时间不准，还没有登记',
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
  leave_settled: {
    title: '这次请假已经有了答复',
    text: '会议记录里写着您这一场的情况',
    next: '有出入请告诉支部，可以再改',
  },
  leave_waits: {
    title: '先答复请假',
    text: '这位同志会议开始后请了假，还没有保存',
    next: '选“同意请假”；不算请假的，再选缺席原因',
  },
  not_registered: {
    title: '还没有登记',
    text: '没有找到这条登记，名单可能刚有变化',
    next: '下拉刷新，看一下最新名单',
  },
  backfill_needs_witness: {
    title: '要请另一位同志确认',
    text: '给自己登记，或者会后一个工作日以外的补登，都要有第二人确认',
    next: '请另一位组织者点名，或会后补登时选一位书记、副书记或组织委员确认',
  },
  needs_second_person: {
    title: '要请另一位同志来办',
    text: '涉及本人的登记和认定，由另一位同志办理才计入',
    next: '请支部另一位书记、副书记或组织委员办理；没有的，请县直机关工委办理',
  },
  witness_is_self: { title: '确认人不能是本人', text: '自己录的，由别人确认', next: '请换一位同志' },
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
  joint_off: {
    title: '现在不能联合开展',
    text: '县直机关工委没有开通联合开展分别计入',
    next: '去掉其他支部再发布，或请工委开通',
  },
  joint_fixed: {
    title: '时间地点由主办支部定',
    text: '这是几个支部联合开展的活动',
    next: '要改时间、地点，请主办支部改；本支部定谁参加',
  },
  unsettled_members: {
    title: '还有同志没有定下来',
    text: '未登记的同志要逐个定下来才能成册',
    next: '选缺席原因，或补登',
  },
  wrong_times: {
    title: '时间对不上',
    text: '结束要晚于开始，一场最长一天、培训三天；日子要在去年1月到一年以后，还没有保存',
    next: '请改一下时间再试',
  },
  awaits_second: {
    title: '等另一位同志确认',
    text: '这一场是补录的，另一位同志确认以后计入，再确认成册',
    next: '请书记、副书记或组织委员中的另一位，在“工作”里看一下',
  },
  reopened_often: {
    title: '这份记录收回过多次',
    text: '一份记录最多收回十次',
    next: '查出漏登的，仍可补登',
  },
  roll_changed: {
    title: '到会名单刚有变动',
    text: '和您看到的不一样了，还没有确认',
    next: '页面上已换成最新的名单，请再看一遍',
  },
  service_full: {
    title: '这一场名额满了',
    text: '刚好报满，还没有报上',
    next: '看看别的服务；想去现场，可先问联系人',
  },
  entry_closed: {
    title: '那个月已经截止补登',
    text: '补登到次月第五个工作日为止，还没有登记',
    next: '有疑问请支部书记看一下',
  },
  correction_answered: { title: '社区已经答复过', text: '社区没有确认到场', next: '请当面问问社区' },
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
  rule_exists: {
    title: '已经有这样一条规定了',
    text: '同样的事、同样的周期，同类支部已经有要求，没有保存',
    next: '改那一条的次数，或换一个周期、换一类支部',
  },
  too_many_rules: {
    title: '规定够多了',
    text: '再多就记不过来，没有保存',
    next: '先停用不再要的，或在原有的一条上改',
  },
  nothing_changed: { title: '没有改动', text: '和最新的一版一样，没有保存', next: '改好以后再看一遍' },
  not_bound: {
    title: '还没有登记微信',
    text: '这位同志还没有用本人微信登记身份',
    next: '先请本人扫邀请码登记，再来设置',
  },
  rights_from_above: {
    title: '请工委来解除',
    text: '这位同志还有上级授予的工作，解除微信会一并收回',
    next: '请联系县直机关工委，由工委解除后再登记新微信',
  },
  last_committee: {
    title: '要留下一位工委工作人员',
    text: '这是最后一位，收回后没有人能管理全县的名册',
    next: '先给另一位同志授权，再来收回',
  },
  same_person: {
    title: '名册里已有这位同志',
    text: '全县名册里有一位姓名和手机尾号都相同的同志，没有重复添加',
    next: '请核对；如果在别的支部，请对方办理组织关系转接',
  },
  wrong_group: {
    title: '这个党小组不在本支部',
    text: '党小组可能刚有调整，还没有保存',
    next: '请重新选党小组',
  },
  member_changed: {
    title: '这一条刚有改动',
    text: '另一位同志先保存了，您的改动还没有保存',
    next: '返回后再打开，对照最新的一版修改',
  },
  same_branch: { title: '已经在这个支部', text: '不用转接', next: '请选另一个支部' },
  transfer_gone: {
    title: '这次转接已经处理过了',
    text: '可能另一位同志先处理了，或已经收回',
    next: '下拉刷新看最新情况',
  },
  already_asked: {
    title: '已经说过了',
    text: '同样的情况正在等答复，不用再说一遍',
    next: '有变化时请当面跟书记说一声',
  },
  wrong_parent: { title: '不能放在这里', text: '这类组织不能设在它下面，还没有保存', next: '请另选上级' },
  name_taken: { title: '已有同名的组织', text: '同一个上级下面不能重名，还没有保存', next: '请换一个名称' },
  not_empty: {
    title: '这里还有党员',
    text: '还有党员或下级组织，不能撤销',
    next: '先转接党员，或并入另一个组织',
  },
  not_in_branch: { title: '有人不在这里', text: '名册可能刚有变动', next: '下拉刷新后重新选' },
  proposal_gone: {
    title: '这一次已经有了着落',
    text: '可能另一位同志答复了、支部撤回了，或者日子过了，这次没有保存',
    next: '下拉刷新看最新情况',
  },
  community_known: { title: '已在这里报到', text: '一个社区报一次就够', next: '请选别的社区' },
  not_over_yet: {
    title: '还没到原定的结束时间',
    text: '会议可能还在开，记录还没有成册',
    next: '散会以后再确认成册',
  },
  change_waiting: {
    title: '已有一项变动等着生效',
    text: '同一个组织的变动一次办一项，还没有保存',
    next: '等它生效，或在组织页上先取消它',
  },
  change_in_force: {
    title: '已经生效，不能取消了',
    text: '这项变动的日子已经到了，此前的记录都在',
    next: '需要改回的，请再办一次变动',
  },
  no_secretary: { title: '还没有选书记', text: '改选后要有一位书记，还没有保存', next: '请选定书记再保存' },
  not_full_member: { title: '有预备党员', text: '预备党员没有被选举权，还没有保存', next: '请改选正式党员' },
  no_committee_here: { title: '不设支委会', text: '正式党员不足 7 人，只选正副书记', next: '请去掉委员' },
  committee_too_small: {
    title: '人数少了',
    text: '支委会一般 3 至 5 人，最多 7 人',
    next: '请选满 3 人再保存',
  },
  committee_too_large: { title: '人数多了', text: '支委会一般 3 至 5 人，最多 7 人', next: '请减少人选' },
}

/** The words for one refusal, with the times it carries. */
export function wordsFor({ reason, detail }: PhoneRefusal): RefusalWords {
  // A phone that was not updated yet may hear a reason it has no words for.
  const words = (refusals as Partial<typeof refusals>)[reason] ?? refusals.client_outdated
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
  const { count, line, number } = detail ?? {}
  if (number !== undefined) return { ...words, number }
  if (reason === 'quote_open' && line) return { ...words, title: `第 ${line} 行有一个引号没有配对` }
  if (reason === 'unsettled_members' && count) return { ...words, title: `还有 ${count} 位同志没有定下来` }
  return words
}
