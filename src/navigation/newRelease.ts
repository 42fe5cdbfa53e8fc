import Taro from '@tarojs/taro'
import { askFirst } from '@/platform/askFirst'
import { onNewRelease, startNewRelease } from '@/platform/release'
import { tellWords } from '@/platform/showWords'
import { routes, tabKeys } from './routes'
import { openSheets } from './tabState'

let isReady = false
let isOffered = false

/** A tab page alone, with no sheet over it: nothing typed stands anywhere that a restart would take. */
function isAtRest(): boolean {
  const pages = Taro.getCurrentPages()
  const isTabPage = tabKeys.some((key) => routes[key] === `/${pages[0]?.route ?? ''}`)
  return pages.length === 1 && isTabPage && openSheets.get() === 0
}

/** Asks once whether to go over to a newer release that lies ready, and only where nothing is lost by it; the next cold start goes over anyway. */
export async function offerNewRelease(): Promise<void> {
  if (!isReady || isOffered || !isAtRest()) return
  isOffered = true
  const text = '换上要重新打开一下，几秒钟就好，记录都在。现在不方便，下次打开也会自动换上。'
  if (await askFirst({ title: '新版本准备好了', text, yes: '现在换上' })) startNewRelease()
}

export function watchNewRelease(): void {
  onNewRelease(() => {
    isReady = true
    void offerNewRelease()
  })
}

/** For whom the cloud no longer understands: goes over to the newer release, or says how to get one. */
export async function takeNewRelease(): Promise<void> {
  if (isReady) {
    startNewRelease()
    return
  }
  await tellWords({
    title: '这样换上新版本',
    text: '新版本由微信自动下载，要先连上网络',
    next: '点右上角的圆圈退出，等一分钟再打开；还是这样，就在微信首页往下拉，按住“先锋双岗”拖到下面删除，再搜索打开，记录都在',
  })
}
