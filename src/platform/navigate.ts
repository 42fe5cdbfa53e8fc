import Taro from '@tarojs/taro'
import { addressOf, isTab, type Route, routes } from './routes'

/** Opens a page: a tab is switched to, any other goes on top of the present one. */
export function open(route: Route, params?: Record<string, string | undefined>): void {
  if (isTab(route)) void Taro.switchTab({ url: routes[route] })
  else void Taro.navigateTo({ url: addressOf(route, params) })
}

/** Puts a page in the place of the present one, so that back leads past it. */
export function replace(route: Route, params?: Record<string, string | undefined>): void {
  if (isTab(route)) void Taro.switchTab({ url: routes[route] })
  else void Taro.redirectTo({ url: addressOf(route, params) })
}

/** Back, or home where there is nothing to go back to (a page opened by a scan). */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: routes.home })
}

/** Closes every page and starts anew at this one. */
export function restart(route: Route): void {
  void Taro.reLaunch({ url: routes[route] })
}
