/** What a second person is asked about an entry: whether the member really was there, studied, paid, or may be on leave. */
interface Asked {
  madeUp?: boolean | undefined
  own?: boolean | undefined
  leave?: boolean | undefined
}

/** Yes and no, in the same words wherever it is asked; yes stands first. */
export function witnessWords({ madeUp, own, leave }: Asked): { yes: string; no: string } {
  if (leave) return { yes: '同意请假', no: '不算请假' }
  if (madeUp) return { yes: '已补学', no: '没有补学' }
  return own ? { yes: '情况属实', no: '有出入' } : { yes: '到了会', no: '没有到' }
}
