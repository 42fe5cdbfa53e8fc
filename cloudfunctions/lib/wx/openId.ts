import { AppError } from '../ground/AppError'
import { wxContext } from './sdk'

/** Who is calling, as the platform says it: the only identity there is. */
export function openId(): string {
  const { OPENID } = wxContext()
  if (!OPENID) throw new AppError('no_openid', 'called without a WeChat identity')
  return OPENID
}
