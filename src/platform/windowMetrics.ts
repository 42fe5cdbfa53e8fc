import Taro from '@tarojs/taro'

/** Height of the status bar in points: the page draws its own navigation below it. */
export const statusBarHeight: number = Taro.getWindowInfo().statusBarHeight ?? 20
