import Taro from '@tarojs/taro'
import { showWords } from '@/platform/showWords'
import { addressOf, isTab, type Route, routes } from './routes'

/** WeChat keeps at most ten pages open. */
const mostPages = 10

/** A page of a package that is not on the phone yet cannot be opened without network. */
function tellNotOpened(): void {
  showWords({
    title: '这一页没能打开',
    text: '可能网络不好，这一页还没有下载到手机上',
    next: '连上网络后再点一次',
  })
}

function go(to: Promise<unknown>): void {
  to.catch(tellNotOpened)
}

/**
 * Opens a page: a tab is switched to, any other goes on top of the present one. When ten are open already it takes the place of the present
 * one, since an eleventh would not open at all.
 */
export function open(route: Route, params?: Record<string, string | undefined>): void {
  if (isTab(route)) go(Taro.switchTab({ url: routes[route] }))
  else if (Taro.getCurrentPages().length >= mostPages) replace(route, params)
  else go(Taro.navigateTo({ url: addressOf(route, params) }))
}

/** Puts a page in the place of the present one, so that back leads past it. */
export function replace(route: Route, params?: Record<string, string | undefined>): void {
  if (isTab(route)) go(Taro.switchTab({ url: routes[route] }))
  else go(Taro.redirectTo({ url: addressOf(route, params) }))
}

let isGoingBack = false

/**
 * Back, or home where there is nothing to go back to (a page opened by a scan). Asked again while it goes back, it goes no further: of two taps at one
 * instant both are answered, and both would lead back.
 */
export function back(): void {
  if (Taro.getCurrentPages().length <= 1) {
    go(Taro.switchTab({ url: routes.home }))
  } else if (!isGoingBack) {
    isGoingBack = true
    go(
      Taro.navigateBack().finally(() => {
        isGoingBack = false
      }),
    )
  }
}

/** Back over as many pages. */
export const backBy = (delta: number): void => go(Taro.navigateBack({ delta }))

/** Closes every page and starts anew at this one. */
export function restart(route: Route): void {
  go(Taro.reLaunch({ url: routes[route] }))
}
