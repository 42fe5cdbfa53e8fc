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

/** The cloud environment of a real deployment, named when building; empty: the account's first one. */
declare const __CLOUD_ENV__: string

/** What the answers kept on the phone must look like, from the contract's schemas at the build. */
declare const __KEPT_SHAPES__: unknown
