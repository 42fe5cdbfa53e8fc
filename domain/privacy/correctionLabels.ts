import type { RequestOf } from '../contract/actions'

/** What a member may ask to be put right, as pages say it. */
export const correctionLabels: Record<RequestOf<'privacy.correct'>['field'], string> = {
  name: '姓名',
  phone: '手机尾号',
  group: '党小组',
  standing: '正式或预备',
  post: '职务',
  community: '报到社区',
  household: '帮扶户',
  other: '其他',
}
