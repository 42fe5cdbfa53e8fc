import { wxContext } from './sdk'

/** How WeChat says this call came about: `wx_client` a phone, `wx_trigger` a timer WeChat knows of; empty when called past WeChat. */
export const sourceOfCall = (): string => wxContext().SOURCE ?? ''
