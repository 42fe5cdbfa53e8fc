declare module '*.svg' {
  const url: string
  export default url
}

declare module '*.png' {
  const url: string
  export default url
}

declare module '*.css'

/** True in development and demo builds: pages for developers (the gallery) exist only then. */
declare const __DEV_PAGES__: boolean
