import type { RefusalWords } from '@/platform/showWords'
import type { UnreachedReason } from '../cloud/unreached'

/** When the cloud gave no answer: it may all have happened, so each says that doing it again is safe. */
export const unreachedWords: Record<UnreachedReason, RefusalWords> = {
  offline: {
    title: '没连上网络',
    text: '手机现在没有网络，或信号不好',
    next: '连上网络后再试一次，不会重复',
  },
  slow: {
    title: '网络慢，还没有收到回音',
    text: '可能已经办好，也可能还在路上',
    next: '可以再点一次，不会重复',
  },
  unavailable: {
    title: '云端这会儿没有应答',
    text: '不是您的问题，也不是手机的问题',
    next: '过几分钟再试一次，不会重复',
  },
}
