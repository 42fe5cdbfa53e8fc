import type { Index } from '@cloud/lib/store/collections/collection'

export interface Trigger {
  name: string
  /** 秒 分 时 日 月 星期 年, in UTC+8. */
  config: string
}

/** What an environment is to hold of a function. */
export interface WantedFunction {
  name: string
  runtime: string
  /** Seconds. */
  timeout: number
  /** Megabytes. */
  memory: number
  variables: Record<string, string>
  trigger: Trigger | undefined
  /** The files it is made of, packed. */
  zip: Buffer
}

export interface Wanted {
  collections: { name: string; indexes: readonly Index[] }[]
  functions: WantedFunction[]
  /** Which functions phones may call, as WeChat's rule of functions says it. */
  functionRule: string
  /** Of the sources of the mini-program that phones are to run. */
  client: string
  /** The number of the last migration: the shape in which the functions read and write rows. */
  migrated: number
}

export interface FoundFunction {
  runtime: string
  timeout: number
  memory: number
  /** Active, Creating, Updating, CreateFailed, … */
  status: string
  variables: Record<string, string>
  triggers: Trigger[]
}

export interface FoundCollection {
  indexes: Index[]
  /** ADMINONLY, PRIVATE, READONLY, … */
  permission: string
}

/** What an environment holds of what is wanted; what else lies there is nobody's business here. */
export interface Found {
  collections: Record<string, FoundCollection>
  functions: Record<string, FoundFunction>
  functionRule: string
  storage: string
  /** The last migration its rows have been through, as the function `operator` says; 0 where there is none, or one of before there were any. */
  migrated: number
}

/** Function variables that are set from here; others that somebody set by hand stay. */
export const ownVariables = ['PHONE_KEY', 'TEMPLATES', 'CODE_PREFIX', 'BUILD']
/** Where the environment keeps which mini-program was uploaded last: a variable of the function `operator`. */
export const CLIENT = 'CLIENT'
export const KEEPER = 'operator'
