import type { ExemptionCategory } from '../org/member'

/** What each kind of 不作硬性要求 rests on, as its page says it. */
export const exemptionBasis: Record<ExemptionCategory, string> = {
  old_age: '《中国共产党支部工作条例（试行）》第二十三条：对年老体弱的党员不作硬性要求',
  health: '《中国共产党支部工作条例（试行）》第二十三条：对长期患病的党员不作硬性要求',
  maternity: '产假期间，由党支部根据实际情况确定',
  abroad: '因公、因私出国（境）期间，由党支部根据实际情况确定',
  resident_in_village: '驻村帮扶期间，在驻村地参加组织生活',
  mobile: '《中国共产党支部工作条例（试行）》第三十二条：流动党员可在流入地参加组织生活',
}
