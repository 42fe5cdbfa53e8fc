import type { Role } from '../contract/identity'

/** What a role is called wherever a person is told of it. */
export const roleLabels: Record<Role, string> = {
  secretary: '党支部书记',
  organisation_officer: '组织委员',
  group_leader: '党小组长',
  unit_officer: '党组学习秘书',
  committee: '工委',
  inspector: '督导员',
  community_staff: '社区工作人员',
  village_contact: '村联络员',
}
