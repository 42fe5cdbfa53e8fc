/** What a mock may be: a value's maker, or one that throws what the call fails with. */
export type Mock = (options: any) => unknown

export interface WxCall {
  name: string
  options: Record<string, unknown>
}

export interface Activity {
  readonly calls: WxCall[]
  /** Calls that were made and not yet answered, and what WeChat itself is about to do. */
  pending: number
  mocks: Map<string, Mock>
  storageFull: boolean
  /** Called when a newer release has come onto the phone. */
  updateReady?: () => void
}

// Calls that need no answer of their own.
const quiet = [
  ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'stopPullDownRefresh', 'startPullDownRefresh'],
  ...[
    'setNavigationBarColor',
    'setBackgroundColor',
    'setKeepScreenOn',
    'setScreenBrightness',
    'vibrateShort',
  ],
  ...['vibrateLong', 'pageScrollTo', 'hideHomeButton', 'hideTabBar', 'showTabBar', 'setClipboardData'],
  ...['hideShareMenu', 'showShareMenu', 'setVisualEffectOnCapture', 'hideKeyboard', 'openSetting'],
]

// Calls whose answer decides what the page does: a test that gives none wants to know.
const loud = [
  ...['scanCode', 'showModal', 'showActionSheet', 'chooseImage', 'chooseMedia', 'requestSubscribeMessage'],
  ...['getLocation', 'login', 'request', 'downloadFile', 'uploadFile', 'saveImageToPhotosAlbum'],
  ...['chooseMessageFile', 'addPhoneCalendar'],
]

/** What WeChat does right after the call that asked for it. */
export function soon(activity: Activity, work: () => void): void {
  activity.pending++
  setTimeout(() => {
    try {
      work()
    } finally {
      activity.pending--
    }
  }, 0)
}

function failure(name: string, error: unknown): Record<string, unknown> {
  const { errMsg, message, ...rest } = error as { errMsg?: string; message?: string }
  return { ...rest, errMsg: errMsg ?? `${name}:fail ${message ?? String(error)}` }
}

/** Turns a plain function into a wx call: callbacks or a promise, always later than the call, errMsg filled in. */
export function asCall(activity: Activity, name: string, implementation: Mock) {
  return (given: Record<string, any> = {}) => {
    const { success, fail, complete, ...options } = given
    activity.calls.push({ name, options })
    activity.pending++
    const answer = Promise.resolve()
      .then(() => (activity.mocks.get(name) ?? implementation)(options))
      .then(
        (value) => {
          const result = { errMsg: `${name}:ok`, ...(value as object | undefined) }
          success?.(result)
          complete?.(result)
          return result
        },
        (error: unknown) => {
          const result = failure(name, error)
          fail?.(result)
          complete?.(result)
          throw Object.assign(new Error(String(result.errMsg)), result)
        },
      )
      .finally(() => activity.pending--)
    if (!success && !fail && !complete) return answer
    answer.catch(() => undefined)
    return undefined
  }
}

export function phone() {
  const screen = { screenWidth: 390, screenHeight: 844, windowWidth: 390, windowHeight: 844, pixelRatio: 2 }
  const safeArea = { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 }
  return {
    ...screen,
    ...{
      platform: 'ios',
      system: 'iOS 16.0',
      model: 'iPhone',
      brand: 'iPhone',
      SDKVersion: '3.8.0',
      version: '8.0.50',
    },
    ...{ statusBarHeight: 47, language: 'zh_CN', fontSizeSetting: 16, safeArea, theme: 'light' },
  }
}

function storageCalls(activity: Activity, storage: Map<string, unknown>) {
  const missing = () => new Error('data not found')
  return {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (activity.storageFull) throw new Error('setStorageSync:fail the maximum size of storage is exceeded')
      storage.set(key, value)
    },
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    setStorage: asCall(activity, 'setStorage', ({ key, data }) => void storage.set(key, data)),
    removeStorage: asCall(activity, 'removeStorage', ({ key }) => void storage.delete(key)),
    getStorage: asCall(activity, 'getStorage', ({ key }) => {
      if (!storage.has(key)) throw missing()
      return { data: storage.get(key) }
    }),
  }
}

/** Everything of `wx` that has nothing to do with pages. */
export function basicWx(activity: Activity, storage: Map<string, unknown>): Record<string, unknown> {
  const wx: Record<string, unknown> = {
    ...storageCalls(activity, storage),
    ...Object.fromEntries(
      ['getSystemInfoSync', 'getWindowInfo', 'getAppBaseInfo', 'getDeviceInfo'].map((name) => [name, phone]),
    ),
    getMenuButtonBoundingClientRect: () => ({
      top: 51,
      bottom: 83,
      left: 281,
      right: 380,
      width: 87,
      height: 32,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    canIUse: () => true,
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    getUpdateManager: () => ({
      onUpdateReady(callback: () => void) {
        activity.updateReady = callback
      },
      onCheckForUpdate() {},
      onUpdateFailed() {},
      applyUpdate() {
        activity.calls.push({ name: 'applyUpdate', options: {} })
      },
    }),
    getNetworkType: asCall(activity, 'getNetworkType', () => ({ networkType: 'wifi' })),
    getScreenBrightness: asCall(activity, 'getScreenBrightness', () => ({ value: 0.5 })),
    getSetting: asCall(activity, 'getSetting', () => ({ authSetting: {} })),
    getRandomValues: asCall(activity, 'getRandomValues', ({ length }) => ({
      randomValues: globalThis.crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
  }
  for (const name of quiet) wx[name] = asCall(activity, name, () => ({}))
  for (const name of loud) {
    wx[name] = asCall(activity, name, () => {
      throw new Error(`the test gives no answer to wx.${name}`)
    })
  }
  return wx
}
