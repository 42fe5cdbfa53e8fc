import Taro from '@tarojs/taro'

/** Calls back when a newer release has come onto the phone beside the one that runs. */
export const onNewRelease = (callback: () => void): void => Taro.getUpdateManager().onUpdateReady(callback)

/** Starts the newer release: every page closes. */
export const startNewRelease = (): void => Taro.getUpdateManager().applyUpdate()
