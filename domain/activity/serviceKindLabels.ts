import type { Activity } from './activity'

type ServiceKind = NonNullable<Activity['serviceKind']>

/** 日常需求、岗位职责、集中主题 (DUTIES row 28); all three count alike. In the order offered. */
export const serviceKindLabels: Record<ServiceKind, string> = {
  theme: '集中主题服务',
  daily: '日常需求服务',
  post: '岗位职责服务',
}
