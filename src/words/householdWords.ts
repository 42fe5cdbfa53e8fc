import type { RefusalWords } from '@/platform/showWords'
import type { PhoneReason } from '../cloud/outcome'

/** What is refused of households, of their cards, and of who is linked with them. */
type AboutHouseholds = Extract<
  PhoneReason,
  'not_own_household' | 'card_own' | 'no_cards' | 'household_gone' | 'households_full'
>

export const householdWords: Record<AboutHouseholds, RefusalWords> = {
  not_own_household: {
    title: '没有登记这次走访',
    text: '这一户不在您现在的联系名单里，名单可能刚有变动',
    next: '如果仍由您联系，请支部书记看一下名册',
  },
  card_own: {
    title: '这一户由您联系',
    text: '自己联系的户，卡由另一位同志做，走访记录才算数',
    next: '请村联络员或工委的另一位同志来办',
  },
  no_cards: {
    title: '这个村没有要打印的卡',
    text: '停用的不印；您自己联系的户，由另一位同志打印',
    next: '名册里登记了帮扶户，这里就有卡',
  },
  household_gone: {
    title: '这一户已经交给别人了',
    text: '可能另一位同志先办了交接',
    next: '返回后再打开，看最新情况',
  },
  households_full: {
    title: '这位同志已经联系 10 户',
    text: '一位同志最多联系 10 户，这一户没有交接',
    next: '换一位同志，或先调整这位同志联系的户',
  },
}
