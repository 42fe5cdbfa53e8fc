// What the widgets and hooks ask of Taro, without a platform: every call is a jest mock a test may replace.
const ok = () => jest.fn(() => Promise.resolve({ errMsg: 'ok' }))
const storage = new Map<string, unknown>()

const Taro = {
  navigateTo: ok(),
  redirectTo: ok(),
  reLaunch: ok(),
  switchTab: ok(),
  navigateBack: ok(),
  showToast: ok(),
  hideToast: ok(),
  showLoading: ok(),
  hideLoading: ok(),
  showModal: jest.fn(() => Promise.resolve({ confirm: true, cancel: false, errMsg: 'ok' })),
  scanCode: ok(),
  setNavigationBarTitle: ok(),
  getStorageSync: jest.fn((key: string) => storage.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  getStorageInfoSync: jest.fn(() => ({
    keys: [...storage.keys()],
    currentSize: 0,
    limitSize: 0,
    errMsg: 'ok',
  })),
  setClipboardData: ok(),
  addPhoneCalendar: ok(),
  requestSubscribeMessage: ok(),
  chooseMessageFile: ok(),
  shareFileMessage: ok(),
  openDocument: ok(),
  saveFileToDisk: ok(),
  getFileSystemManager: jest.fn(() => ({
    writeFileSync: jest.fn(),
    mkdirSync: jest.fn(),
    rmdirSync: jest.fn(),
  })),
  getDeviceInfo: jest.fn(() => ({ platform: 'ios' })),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  cloud: { init: jest.fn(), callFunction: ok(), uploadFile: ok() },
  env: { USER_DATA_PATH: 'wxfile://usr' },
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  getWindowInfo: jest.fn(() => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 2, statusBarHeight: 47 })),
  getSystemInfoSync: jest.fn(() => ({
    windowWidth: 390,
    windowHeight: 844,
    pixelRatio: 2,
    statusBarHeight: 47,
  })),
  getMenuButtonBoundingClientRect: jest.fn(() => ({
    top: 51,
    bottom: 83,
    left: 281,
    right: 380,
    width: 87,
    height: 32,
  })),
  getCurrentInstance: jest.fn(() => ({ router: { params: {}, path: '' } })),
  getCurrentPages: jest.fn(() => []),
  getEnv: jest.fn(() => 'WEB'),
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  eventCenter: { on: jest.fn(), off: jest.fn(), trigger: jest.fn() },
  nextTick: (callback: () => void) => void setTimeout(callback, 0),
}

export const useRouter = jest.fn(() => ({ params: {}, path: '' }))
export const useLoad = jest.fn()
export const useReady = jest.fn()
export const useDidShow = jest.fn()
export const useDidHide = jest.fn()
export const useUnload = jest.fn()
export const usePullDownRefresh = jest.fn()
export const useShareAppMessage = jest.fn()
export default Taro
