import type { Reason } from '@domain/contract/reasons'
import type { RefusalWords } from '@/platform/showWords'

type BindingReason = Extract<
  Reason,
  | 'unbound'
  | 'roster_mismatch'
  | 'already_bound'
  | 'member_already_bound'
  | 'request_gone'
  | 'check_code_wrong'
  | 'consent_needed'
  | 'invitation_gone'
  | 'first_token_gone'
  | 'phone_unavailable'
>

/** Refusals on the way in: consent, name and number, invitations, the first administrator's token. */
export const bindingWords: Record<BindingReason, RefusalWords> = {
  unbound: {
    title: '这个微信还没有登记身份',
    text: '首次使用要核对一次姓名',
    next: '去登记身份；会上可请组织者点名',
  },
  roster_mismatch: {
    title: '和名册对不上',
    text: '支部、姓名或手机尾号有一项与名册不同，名册还没更新，或这位同志已用别的微信登记',
    next: '请核对后再填，或请支部组织委员看一下名册；会上可请组织者点名',
  },
  already_bound: { title: '您的身份已经登记过了', text: '不用重复登记', next: '返回首页即可' },
  member_already_bound: {
    title: '这个微信登记的是另一位同志',
    text: '一位同志对应一个微信，换了微信也会这样',
    next: '用本人微信，或请支部书记解除后重新登记；会上可请组织者点名',
  },
  request_gone: { title: '这一条已经处理过了', text: '可能另一位同志先处理了', next: '下拉刷新看最新情况' },
  check_code_wrong: { title: '核对码对不上', text: '这六位数跟申请里的都不一样', next: '请本人再报一遍' },
  consent_needed: {
    title: '先看一遍怎样使用您的信息',
    text: '同意以后才能使用，也可以随时撤回',
    next: '请看过后选择；会上可请组织者点名',
  },
  invitation_gone: {
    title: '这张邀请码已经失效',
    text: '邀请码七天有效，用过一次或换了新的，旧的就不能再用',
    next: '请邀请您的同志再出示一张；会上可请组织者点名',
  },
  first_token_gone: {
    title: '这个口令用不了',
    text: '可能输错了一位，或过了七天，或已经有工委的同志在用，不是您的问题',
    next: '请照着核对一遍；还不行，请安装的同志再给一个，或请在用的同志在“授权”里添加您',
  },
  phone_unavailable: {
    title: '没有取到手机号',
    text: '微信这会儿没有给出号码，不是您的问题',
    next: '改填姓名和手机尾号；会上可请组织者点名',
  },
}
