import type { ExemptionCategory } from '../contract/words'

/**
 * What each kind of 不作硬性要求 rests on, as its page says it. Art. 23 of 党员教育管理工作条例 is for the old and weak, those who can hardly move,
 * the gravely ill and those who cannot look after themselves; 病休 and 产假 have no article of their own.
 */
export const exemptionBasis: Record<ExemptionCategory, string> = {
  old_age:
    '《中国共产党党员教育管理工作条例》第二十三条：对年老体弱、行动不便、身患重病甚至失能的党员，参加组织生活不作硬性要求',
  health:
    '身患重病甚至失能的，适用《中国共产党党员教育管理工作条例》第二十三条；一般病休没有专门条款，由党支部根据实际情况确定',
  maternity: '产假没有专门条款，由党支部根据实际情况确定',
  abroad:
    '出国（境）学习研究的，见《中国共产党党员教育管理工作条例》第三十四条；其他由党支部根据实际情况确定',
  resident_in_village:
    '驻村帮扶期间，在驻村地参加组织生活，由党支部根据实际情况确定；组织关系转到村的，不在原支部应到之列（依据待核）',
  mobile:
    '《中国共产党党员教育管理工作条例》第三十二条：外出六个月以上、没有转接组织关系的流动党员，可以在流入地参加组织生活',
}
