import Taro from '@tarojs/taro'

/** Values kept on the phone under one prefix, so that wiping touches nothing else. */
const prefix = 'sg:'

// What was written under a key is what is read: the caller names its type.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function readStored<T>(key: string): T | undefined {
  try {
    const text = Taro.getStorageSync<string>(prefix + key)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

/** A full or broken storage costs the offline copy, never the page. */
export function writeStored(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value))
  } catch {
    // Nothing depends on the copy being there.
  }
}

export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key)
  } catch {
    // As above.
  }
}

/** Keys beginning with `start`, without the prefix. */
export function storedKeys(start: string): string[] {
  try {
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}
